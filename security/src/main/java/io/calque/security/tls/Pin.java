package io.calque.security.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The SHA-256 fingerprint of a certificate's DER form, as {@code openssl x509 -fingerprint -sha256} prints it.
 *
 * @param hex 64 hexadecimal digits in lower case, without colons
 */
public record Pin(String hex) {
    public Pin {
        hex = hex.replace(":", "").toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "a pin is the SHA-256 fingerprint of a certificate: 64 hexadecimal digits");
        }
    }

    /** The fingerprint of a certificate. */
    public static Pin of(X509Certificate certificate) {
        try {
            return new Pin(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("every Java runtime has SHA-256, and a certificate that was read", e);
        }
    }
}
