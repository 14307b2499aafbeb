package io.calque.security.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/** Which server certificates are trusted. Each must be valid today and carry the host's name, whatever is chosen here. */
public sealed interface Trust {
    /** Those issued by an authority that the Java runtime or the operating system trusts. */
    record Platform() implements Trust {}

    /**
     * Those issued by one of these authorities and no others. A server's own certificate may stand here too; it is then trusted itself,
     * and issues nothing unless it is an authority's.
     *
     * @param certificates at least one
     */
    record Bundle(List<X509Certificate> certificates) implements Trust {
        public Bundle {
            certificates = List.copyOf(certificates);
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("no certificate");
            }
        }
    }

    /**
     * Exactly these certificates, whoever issued them.
     *
     * @param pins the certificates' fingerprints, at least one
     */
    record Pinned(List<Pin> pins) implements Trust {
        public Pinned {
            pins = List.copyOf(pins);
            if (pins.isEmpty()) {
                throw new IllegalArgumentException("no pin");
            }
        }

        /** One certificate. */
        public static Pinned to(X509Certificate certificate) {
            return new Pinned(List.of(Pin.of(certificate)));
        }
    }

    /**
     * Reads a bundle: PEM certificates one after the other, text between them ignored; or one DER certificate.
     *
     * @throws TrustException when it holds none, or one that can't be read
     */
    static Bundle bundle(byte[] content) throws TrustException {
        return new Bundle(CertificateFile.read(content));
    }

    /**
     * Reads a bundle from a file.
     *
     * @throws TrustException when the file can't be read or holds no certificate
     */
    static Bundle bundle(Path file) throws TrustException {
        try {
            return bundle(Files.readAllBytes(file));
        } catch (TrustException e) {
            throw new TrustException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new TrustException(file + " can't be read: " + e.getClass().getSimpleName(), e);
        }
    }
}
