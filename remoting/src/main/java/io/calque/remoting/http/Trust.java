package io.calque.remoting.http;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Which servers to believe. Whatever it is, the certificate must be valid today and carry the name of the host. */
public sealed interface Trust {
    /** The authorities that the Java installation trusts. */
    record Authorities() implements Trust {}

    /** These authorities (or servers) and no others; at least one. */
    record Bundle(List<X509Certificate> certificates) implements Trust {
        public Bundle {
            certificates = List.copyOf(certificates);
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("the bundle holds no certificate");
            }
        }
    }

    /** The one server certificate with this SHA-256 digest: 64 lower-case hexadecimal digits. */
    record Pin(String sha256) implements Trust {
        public Pin {
            sha256 = sha256.replace(":", "").toLowerCase(Locale.ROOT);
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException(
                        "a pin is the SHA-256 digest of a certificate: 64 hexadecimal digits");
            }
        }

        /** The pin of a certificate. */
        public static Pin of(X509Certificate certificate) {
            return new Pin(fingerprint(certificate));
        }
    }

    /**
     * Reads a bundle: PEM certificates one after the other, text between them is ignored; or one DER certificate.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    static Bundle bundle(byte[] pem) {
        try {
            return new Bundle(
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (CertificateException e) {
            throw new IllegalArgumentException("no certificates in PEM form: " + e.getMessage(), e);
        }
    }

    /** The SHA-256 digest of a certificate, in lower-case hexadecimal digits. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(EndPointBinding.digest("SHA-256", certificate.getEncoded()));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("the certificate can't be encoded: " + e.getMessage(), e);
        }
    }
}
