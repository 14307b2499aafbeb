package io.calque.security.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that this machine trusts: those of the Java runtime, and those of the operating system, where a company's own
 * authority usually is. Where {@code javax.net.ssl.trustStore} names a store, that one alone (JSSE Reference Guide).
 */
final class PlatformAuthorities {
    /** Where Linux distributions keep the authorities: Debian, Red Hat, SUSE, Alpine. */
    static final List<Path> BUNDLES = Stream.of(
                    "/etc/ssl/certs/ca-certificates.crt",
                    "/etc/pki/tls/certs/ca-bundle.crt",
                    "/etc/ssl/ca-bundle.pem",
                    "/etc/ssl/cert.pem")
            .map(Path::of)
            .toList();

    private PlatformAuthorities() {}

    /**
     * All of them; of the bundles the first that is there counts.
     *
     * @throws TrustException when a store can't be read
     */
    static Set<X509Certificate> all(List<Path> bundles) throws TrustException {
        try {
            Set<X509Certificate> all = new LinkedHashSet<>(accepted(null));
            if (System.getProperty("javax.net.ssl.trustStore") != null) {
                return all;
            }
            for (String type : List.of("Windows-ROOT", "KeychainStore-ROOT")) {
                Optional<KeyStore> store = store(type);
                if (store.isPresent()) {
                    all.addAll(accepted(store.get()));
                }
            }
            Optional<Path> bundle = bundles.stream().filter(Files::isReadable).findFirst();
            if (bundle.isPresent()) {
                all.addAll(CertificateFile.readable(Files.readAllBytes(bundle.get())));
            }
            return all;
        } catch (GeneralSecurityException | IOException e) {
            throw new TrustException("the authorities of the operating system can't be read: " + e.getMessage(), e);
        }
    }

    private static Set<X509Certificate> accepted(@Nullable KeyStore store) throws GeneralSecurityException {
        return new LinkedHashSet<>(List.of(Anchors.Authorities.manager(store).getAcceptedIssuers()));
    }

    /** The operating system's own store; empty on other systems. */
    private static Optional<KeyStore> store(String type) throws GeneralSecurityException, IOException {
        if (Security.getAlgorithms("KeyStore").stream().noneMatch(type::equalsIgnoreCase)) {
            return Optional.empty();
        }
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        return Optional.of(store);
    }
}
