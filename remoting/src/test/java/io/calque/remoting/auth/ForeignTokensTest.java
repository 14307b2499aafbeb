package io.calque.remoting.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.calque.remoting.http.Headers;
import io.calque.security.secret.Secret;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a hostile server sends during a login ends in an answer or in an {@link AuthException}, never in anything else. */
class ForeignTokensTest {
    private static final byte[] GOOD =
            NtlmVectorsTest.hex("4e544c4d53535000 02000000 0c000c0038000000 33828ae2 0123456789abcdef"
                    + "0000000000000000 2400240044000000 060070170000000f 530065007200760065007200 02000c0044006f006d00610069006e00"
                    + "01000c00530065007200760065007200 00000000");

    @Property(tries = 2_000)
    void a_damaged_challenge_is_refused_or_answered(@ForAll("damaged") byte[] challenge) throws AuthException {
        var handshake = new NtlmHandshake(
                new Credentials.Password("D\\U", Secret.of("p")), "HTTP/h", new byte[0], NtlmHandshake.Fresh.now());
        handshake.next(new byte[0]);
        try {
            assertThat(handshake.next(challenge)).startsWith(NtlmBytes.SIGNATURE);
        } catch (AuthException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 2_000)
    void a_damaged_negotiate_token_is_refused_or_opened(@ForAll("wrapped") byte[] token) {
        try {
            assertThat(Spnego.responseToken(token).length).isLessThan(token.length);
        } catch (AuthException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 500)
    void any_challenge_header_is_read(@ForAll("headers") String value) {
        var headers = Headers.NONE.with("WWW-Authenticate", value);
        assertThatCode(() -> Offers.of(headers).token("Negotiate")).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return damage(Arbitraries.just(GOOD));
    }

    @Provide
    Arbitrary<byte[]> wrapped() {
        return damage(Arbitraries.integers().between(0, 40_000).map(n -> Spnego.answer(new byte[n], new byte[16])));
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of(
                        "Negotiate", "NTLM", "Basic", " ", ",", "\"", "\\", "realm=\"x, y\"", "TlRMTVNTUAAC", "==", "é")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static Arbitrary<byte[]> damage(Arbitrary<byte[]> whole) {
        var places = Arbitraries.integers().between(0, Integer.MAX_VALUE).list().ofMaxSize(4);
        var bytes = Arbitraries.bytes().list().ofSize(4);
        return Combinators.combine(whole, places, bytes, Arbitraries.integers().between(0, 40))
                .as((good, at, values, cut) -> {
                    var copy = Arrays.copyOf(good, Math.max(0, good.length - cut));
                    for (int i = 0; i < at.size() && copy.length > 0; i++) {
                        copy[at.get(i) % Math.min(copy.length, 80)] = values.get(i);
                    }
                    return copy;
                });
    }
}
