package io.calque.directory.connect;

import com.unboundid.util.ssl.PEMFileTrustManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that this machine trusts: those of the Java runtime, and those of the operating system, where a company's own
 * authority usually is. Where {@code javax.net.ssl.trustStore} names a store, that one alone (JSSE Reference Guide).
 */
final class PlatformTrust {
    /** Where Linux distributions keep the authorities: Debian, Red Hat, SUSE, Alpine. */
    static final List<Path> BUNDLES = Stream.of(
                    "/etc/ssl/certs/ca-certificates.crt",
                    "/etc/pki/tls/certs/ca-bundle.crt",
                    "/etc/ssl/ca-bundle.pem",
                    "/etc/ssl/cert.pem")
            .map(Path::of)
            .toList();

    private PlatformTrust() {}

    /** Trusts whom any of the machine's stores trusts; of the bundles the first that is there counts. */
    static X509TrustManager manager(List<Path> bundles) throws GeneralSecurityException {
        X509TrustManager runtime = of(null);
        if (System.getProperty("javax.net.ssl.trustStore") != null) {
            return runtime;
        }
        List<X509TrustManager> all = new ArrayList<>(List.of(runtime));
        for (String type : List.of("Windows-ROOT", "KeychainStore-ROOT")) {
            Optional<KeyStore> store = store(type);
            if (store.isPresent()) {
                all.add(of(store.get()));
            }
        }
        Optional<Path> bundle = bundles.stream().filter(Files::isReadable).findFirst();
        if (bundle.isPresent()) {
            all.add(new PEMFileTrustManager(bundle.get().toFile()));
        }
        return new AnyOf(all);
    }

    /** Trusts whom any of several trusts; who is trusted by none is refused with the first one's reason. */
    private record AnyOf(List<X509TrustManager> all) implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            CertificateException refusal = null;
            for (X509TrustManager one : all) {
                try {
                    one.checkServerTrusted(chain, kind);
                    return;
                } catch (CertificateException e) {
                    refusal = refusal == null ? e : refusal;
                }
            }
            throw refusal == null ? new CertificateException("no authority is trusted") : refusal;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            throw new CertificateException("only servers are checked");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return all.stream()
                    .flatMap(one -> Stream.of(one.getAcceptedIssuers()))
                    .toArray(X509Certificate[]::new);
        }
    }

    private static X509TrustManager of(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no trust manager for certificates"));
    }

    /** The operating system's own store; empty on other systems. */
    private static Optional<KeyStore> store(String type) throws GeneralSecurityException {
        if (Security.getAlgorithms("KeyStore").stream().noneMatch(type::equalsIgnoreCase)) {
            return Optional.empty();
        }
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            return Optional.of(store);
        } catch (IOException e) {
            throw new GeneralSecurityException("the operating system's authorities can't be read", e);
        }
    }
}
