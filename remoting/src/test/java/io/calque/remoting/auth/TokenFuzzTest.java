package io.calque.remoting.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.calque.remoting.fuzz.Budget;
import io.calque.remoting.http.Headers;
import io.calque.security.secret.Secret;
import java.nio.charset.StandardCharsets;

/** Whatever a server sends during a login is answered or refused with an {@link AuthException}, and never anything else. */
class TokenFuzzTest {
    @FuzzTest(maxDuration = "3m")
    void any_ntlm_challenge_is_answered_or_refused(byte[] challenge) {
        Budget.within(challenge.length, () -> {
            NtlmHandshake handshake = new NtlmHandshake(
                    new Credentials.Password("D\\U", Secret.of("p")),
                    "HTTP/h",
                    new byte[16],
                    new NtlmHandshake.Fresh(new byte[8], new byte[16], 0));
            try {
                handshake.next(new byte[0]);
                assertThat(handshake.next(challenge)).startsWith(NtlmBytes.SIGNATURE);
            } catch (AuthException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
    }

    @FuzzTest(maxDuration = "3m")
    void any_target_info_is_read_and_goes_back_whole_or_is_refused(byte[] pairs) {
        Budget.within(pairs.length, () -> {
            try {
                TargetInfo info = TargetInfo.parse(pairs);
                byte[] back = info.answer(new byte[16], "HTTP/h");
                assertThat(TargetInfo.parse(back).timestamp()).isEqualTo(info.timestamp());
            } catch (AuthException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
    }

    @FuzzTest(maxDuration = "3m")
    void any_negotiate_token_is_opened_or_refused(byte[] token) {
        Budget.within(token.length, () -> {
            try {
                assertThat(Spnego.responseToken(token).length).isLessThanOrEqualTo(token.length);
            } catch (AuthException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
    }

    @FuzzTest(maxDuration = "3m")
    void any_offer_is_read(byte[] header) {
        Budget.within(header.length, () -> {
            // a control character ends the connection long before
            String value = new String(header, StandardCharsets.ISO_8859_1).replaceAll("\\p{Cntrl}", "");
            Offers offers = Offers.of(Headers.NONE.with("WWW-Authenticate", value));
            assertThat(offers.token("Negotiate")).isNotNull();
            assertThat(offers.toString()).isNotNull();
        });
    }
}
