package io.calque.security.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Certificates in a file: PEM (RFC 7468), one after the other with any text between them, or a single one in DER. */
final class CertificateFile {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (?:X509 )?CERTIFICATE-----([^-]*)-----END (?:X509 )?CERTIFICATE-----");
    private static final int DER_SEQUENCE = 0x30;

    private CertificateFile() {}

    /**
     * All certificates.
     *
     * @throws TrustException when there is none, or one can't be read
     */
    static List<X509Certificate> read(byte[] content) throws TrustException {
        List<byte[]> encoded = encoded(content);
        if (encoded.isEmpty()) {
            throw new TrustException("no certificate in PEM form");
        }
        List<X509Certificate> all = new ArrayList<>();
        for (byte[] one : encoded) {
            try {
                all.add(certificate(one));
            } catch (CertificateException | IllegalArgumentException e) {
                throw new TrustException(
                        "certificate " + (all.size() + 1) + " of " + encoded.size() + " can't be read: "
                                + e.getMessage(),
                        e);
            }
        }
        return List.copyOf(all);
    }

    /** All certificates that can be read: an operating system's bundle is not spoilt by one odd authority. */
    static List<X509Certificate> readable(byte[] content) {
        List<X509Certificate> all = new ArrayList<>();
        for (byte[] one : encoded(content)) {
            try {
                all.add(certificate(one));
            } catch (CertificateException | IllegalArgumentException _) {
                // Who is not read is not trusted.
            }
        }
        return List.copyOf(all);
    }

    private static List<byte[]> encoded(byte[] content) {
        List<MatchResult> blocks = BLOCK.matcher(new String(content, StandardCharsets.ISO_8859_1))
                .results()
                .toList();
        if (blocks.isEmpty() && content.length > 0 && content[0] == DER_SEQUENCE) {
            return List.of(content);
        }
        return blocks.stream()
                .map(block -> block.group(1).getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static X509Certificate certificate(byte[] encoded) throws CertificateException {
        byte[] der = encoded.length > 0 && encoded[0] == DER_SEQUENCE
                ? encoded
                : Base64.getMimeDecoder().decode(encoded);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }
}
