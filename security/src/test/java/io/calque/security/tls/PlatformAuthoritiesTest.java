package io.calque.security.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.security.forge.Forgery;
import io.calque.security.forge.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformAuthoritiesTest {
    private static final X509Certificate COMPANY =
            Forgery.SELF_SIGNED.identity().chain().getFirst();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_first_bundle_of_the_operating_system_that_is_there_counts_beside_the_runtime_s_own()
            throws IOException, TrustException {
        Path bundle = Files.writeString(folder.resolve("ca-bundle.pem"), Pem.of(COMPANY));
        assertThat(PlatformAuthorities.all(List.of(folder.resolve("nowhere.pem"), bundle)))
                .contains(COMPANY)
                .hasSizeGreaterThan(50);
        assertThat(PlatformAuthorities.all(List.of())).doesNotContain(COMPANY).hasSizeGreaterThan(50);
    }

    @Test
    void one_authority_that_can_t_be_read_does_not_take_the_others_away() throws IOException, TrustException {
        Path bundle = Files.writeString(
                folder.resolve("ca-bundle.pem"),
                "# 0 comment\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n" + Pem.of(COMPANY));
        assertThat(PlatformAuthorities.all(List.of(bundle))).contains(COMPANY);
    }
}
