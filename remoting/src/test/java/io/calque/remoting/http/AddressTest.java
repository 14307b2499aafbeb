package io.calque.remoting.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://Pool.Contoso.com/OcsPowershell, pool.contoso.com, 443, /OcsPowershell",
        "https://pool:8443, pool, 8443, /",
        "https://[::1]:5986/wsman?a=b, ::1, 5986, /wsman?a=b",
        "https://pool/é?x, pool, 443, /%C3%A9?x",
    })
    void an_address_is_taken_apart(String text, String host, int port, String target) {
        assertThat(HttpsUrl.parse(text)).isEqualTo(new HttpsUrl(host, port, target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pool/OcsPowershell",
                "pool.contoso.com",
                "https://",
                "https://user:secret@pool/",
                "https://pool:0/",
                "https://pool:70000/",
                "ftp://pool/",
                "https://po ol/",
                "https://pool/\r\nX: y"
            })
    void what_is_not_https_or_not_whole_is_refused(String text) {
        assertThatThrownBy(() -> HttpsUrl.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "pool.contoso.com, https://fe1.contoso.com/OcsPowershell, true",
        "pool.contoso.com, https://a.b.contoso.com/x, true",
        "pool.contoso.com, /elsewhere, true",
        "pool.contoso.com, https://pool.contoso.com:8443/, true",
        "pool.contoso.com, http://fe1.contoso.com/OcsPowershell, false",
        "pool.contoso.com, https://contoso.com.evil.example/, false",
        "pool.contoso.com, https://evilcontoso.com/, false",
        "pool.contoso.com, //evil.example/, false",
        "contoso.com, https://evil.com/, false",
        "10.0.0.1, https://10.9.0.1/, false",
        "pool, https://other/, false",
    })
    void a_redirect_stays_within_the_suffix_and_tls(String host, String location, boolean followed) {
        assertThat(Redirects.target(new HttpsUrl(host, 443, "/OcsPowershell"), location)
                        .isPresent())
                .isEqualTo(followed);
    }

    @Test
    void headers_can_not_carry_a_line_end() {
        assertThatThrownBy(() -> Headers.NONE.with("X", "a\r\nEvil: b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Headers.NONE.with("X:", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_plain_texts_become_query_parameters() {
        var url = HttpsUrl.parse("https://pool/OcsPowershell");
        assertThat(url.withQuery("PSVersion", "5.1.17763.1"))
                .hasToString("https://pool/OcsPowershell?PSVersion=5.1.17763.1");
        assertThatThrownBy(() -> url.withQuery("a", "b c")).isInstanceOf(IllegalArgumentException.class);
    }

    /** RFC 5929 section 4.1; the digests themselves are checked by the servers that require the binding. */
    @ParameterizedTest
    @CsvSource({
        "EC, SHA256withECDSA, 32",
        "EC, SHA384withECDSA, 48",
        "RSA, SHA512withRSA, 64",
        "RSA, SHA1withRSA, 32",
        "RSA, RSASSA-PSS, 48",
    })
    void the_end_point_binding_takes_the_hash_of_the_signature(String key, String signature, int bytes) {
        var binding = EndPointBinding.of(
                        TestCertificate.of(key, signature, "dns:localhost", 2).certificate())
                .orElseThrow();
        assertThat(new String(binding, StandardCharsets.ISO_8859_1)).startsWith("tls-server-end-point:");
        assertThat(binding.length - "tls-server-end-point:".length()).isEqualTo(bytes);
    }

    @Test
    void a_signature_without_a_hash_of_its_own_has_no_binding() {
        assertThat(EndPointBinding.of(TestCertificate.of("Ed25519", "Ed25519", "dns:localhost", 2)
                        .certificate()))
                .isEmpty();
    }
}
