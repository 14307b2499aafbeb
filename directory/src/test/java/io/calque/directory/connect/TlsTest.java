package io.calque.directory.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.util.ssl.TLSCipherSuiteSelector;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class TlsTest {
    @Test
    void nothing_weaker_is_offered_than_what_the_ldap_library_recommends() throws IOException {
        List<String> recommended = List.copyOf(TLSCipherSuiteSelector.getRecommendedCipherSuites());
        try (SSLSocket socket = (SSLSocket) Tls.factory(new Trust.Platform()).createSocket()) {
            List<String> before = List.of(socket.getEnabledCipherSuites());
            Tls.restrict(socket);
            assertThat(socket.getEnabledProtocols()).containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
            assertThat(socket.getEnabledCipherSuites())
                    .containsExactlyElementsOf(
                            before.stream().filter(recommended::contains).toList());
            assertThat(Arrays.asList(socket.getEnabledCipherSuites())).hasSizeLessThan(before.size());
        }
    }
}
