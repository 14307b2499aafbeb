package io.calque.remoting.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.remoting.http.Headers;
import io.calque.security.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class OffersTest {
    private static final Credentials PASSWORD = new Credentials.Password("D\\ann", Secret.of("p"));
    private static final Credentials KEYTAB = new Credentials.Keytab(Path.of("k"), "ann@D");

    private static Offers offers(String... values) {
        var headers = Headers.NONE;
        for (var value : values) {
            headers = headers.with("WWW-Authenticate", value);
        }
        return Offers.of(headers);
    }

    @Test
    void offers_are_read_from_one_field_or_from_many() {
        assertThat(offers("Negotiate", "NTLM", "Basic realm=\"LAB\"")).hasToString("Negotiate, NTLM, Basic");
        assertThat(offers("Negotiate, Basic realm=\"a, NTLM\", NTLM")).hasToString("Negotiate, Basic, NTLM");
        assertThat(offers()).hasToString("nothing");
    }

    @Test
    void a_token_belongs_to_its_scheme() {
        var token = Base64.getEncoder().encodeToString("hello".getBytes(StandardCharsets.US_ASCII));
        assertThat(offers("negotiate " + token, "NTLM").token("Negotiate"))
                .hasValue("hello".getBytes(StandardCharsets.US_ASCII));
        assertThat(offers("Negotiate", "NTLM " + token).token("Negotiate")).isEmpty();
        assertThat(offers("Basic realm=x").token("Basic")).isEmpty();
    }

    @Test
    void negotiate_tries_kerberos_then_ntlm_and_never_basic() {
        var login = Login.negotiate(PASSWORD);
        assertThat(Way.of(login, offers("Negotiate", "NTLM", "Basic realm=x")))
                .containsExactly(Way.NEGOTIATED_KERBEROS, Way.NEGOTIATED_NTLM);
        assertThat(Way.of(login, offers("NTLM", "Basic realm=x"))).containsExactly(Way.BARE_NTLM);
        assertThat(Way.of(login, offers("Kerberos"))).containsExactly(Way.BARE_KERBEROS);
        assertThat(Way.of(login, offers("Basic realm=x"))).isEmpty();
        assertThat(Way.of(Login.negotiate(KEYTAB), offers("Negotiate", "NTLM")))
                .containsExactly(Way.NEGOTIATED_KERBEROS);
    }

    @Test
    void a_mechanism_asked_for_by_name_is_the_only_one() {
        var all = offers("Negotiate", "NTLM", "Basic realm=x");
        assertThat(Way.of(Login.by(Mechanism.NTLM, PASSWORD), all)).containsExactly(Way.BARE_NTLM);
        assertThat(Way.of(Login.by(Mechanism.KERBEROS, PASSWORD), all)).containsExactly(Way.NEGOTIATED_KERBEROS);
        assertThat(Way.of(Login.by(Mechanism.BASIC, PASSWORD), all)).containsExactly(Way.BASIC);
        assertThat(Way.of(Login.by(Mechanism.NTLM, PASSWORD), offers("Negotiate")))
                .containsExactly(Way.NEGOTIATED_NTLM);
    }

    @Test
    void basic_carries_name_and_password_in_utf_8() throws AuthException {
        var token = new BasicHandshake(new Credentials.Password("CONTOSO\\änn", Secret.of("pä:ss"))).next(new byte[0]);
        assertThat(new String(token, StandardCharsets.UTF_8)).isEqualTo("CONTOSO\\änn:pä:ss");
    }
}
