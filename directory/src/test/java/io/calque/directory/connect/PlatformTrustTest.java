package io.calque.directory.connect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.ssl.cert.CertException;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTrustTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_first_bundle_of_the_operating_system_that_is_there_counts_beside_the_runtime_s_own()
            throws IOException, GeneralSecurityException, CertException, LDAPException {
        long day = 86_400_000L;
        long now = System.currentTimeMillis();
        X509Certificate own = requireNonNull(X509Certificate.generateSelfSignedCertificate(
                        SignatureAlgorithmIdentifier.SHA_256_WITH_RSA,
                        PublicKeyAlgorithmIdentifier.RSA,
                        2048,
                        new DN("CN=Company authority"),
                        now - day,
                        now + day)
                .getFirst());
        Path bundle = Files.writeString(folder.resolve("ca-bundle.pem"), own.toPEMString());
        java.security.cert.X509Certificate[] chain = {(java.security.cert.X509Certificate) own.toCertificate()};

        PlatformTrust.manager(List.of(folder.resolve("nowhere.pem"), bundle)).checkServerTrusted(chain, "RSA");
        assertThatThrownBy(() -> PlatformTrust.manager(List.of()).checkServerTrusted(chain, "RSA"))
                .isInstanceOf(CertificateException.class);
    }
}
