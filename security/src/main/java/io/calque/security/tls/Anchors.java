package io.calque.security.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Where trust begins. */
sealed interface Anchors {
    /** These certificates alone. */
    record Pins(List<Pin> pins) implements Anchors {}

    /** Whatever these authorities issued, by the JDK's path validation (RFC 5280, section 6). */
    record Authorities(Set<X509Certificate> certificates) implements Anchors {
        /** The extension that restricts an authority to certain names (RFC 5280, 4.2.1.10). */
        private static final String NAME_CONSTRAINTS = "2.5.29.30";
        /** Tag and length of the octets around an extension's value, for values up to 127 bytes. */
        private static final int SHORT_HEAD = 2;

        /**
         * Checks signatures, dates, constraints and usage of a server's chain.
         *
         * @throws CertificateException when no path leads from an authority to the server's certificate
         */
        void check(X509Certificate[] chain, String kind) throws CertificateException {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                int count = 0;
                for (X509Certificate authority : certificates) {
                    if (vouches(authority, chain[0])) {
                        store.setCertificateEntry("a" + count++, authority);
                    }
                }
                if (count == 0) {
                    throw new CertificateException("no trusted authority is valid today for this name");
                }
                manager(store).checkServerTrusted(chain, kind);
            } catch (CertificateException e) {
                throw e;
            } catch (GeneralSecurityException | IOException e) {
                throw new CertificateException("the trusted certificates can't be used: " + e.getMessage(), e);
            }
        }

        /** RFC 5280 leaves an authority's own dates and names aside, the JDK does so; other systems don't, and their users count on it. */
        private static boolean vouches(X509Certificate authority, X509Certificate server) throws IOException {
            try {
                authority.checkValidity();
            } catch (CertificateException e) {
                return false;
            }
            byte[] constraints = authority.getExtensionValue(NAME_CONSTRAINTS);
            if (constraints == null) {
                return true;
            }
            X509CertSelector permitted = new X509CertSelector();
            permitted.setNameConstraints(unwrapped(constraints));
            return permitted.match(server);
        }

        private static byte[] unwrapped(byte[] octets) {
            int length = octets[1] & 0xFF;
            int head = length < 0x80 ? SHORT_HEAD : SHORT_HEAD + (length & 0x7F);
            return Arrays.copyOfRange(octets, head, octets.length);
        }

        /**
         * The JDK's path validation.
         *
         * @param store the authorities; null for those of the Java runtime
         */
        static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new GeneralSecurityException("no trust manager for certificates"));
        }
    }

    /**
     * What a choice of trust comes to on this machine.
     *
     * @throws TrustException when the authorities of the operating system can't be read
     */
    static Anchors of(Trust trust) throws TrustException {
        return switch (trust) {
            case Trust.Platform() -> new Authorities(PlatformAuthorities.all(PlatformAuthorities.BUNDLES));
            case Trust.Bundle(List<X509Certificate> certificates) -> new Authorities(Set.copyOf(certificates));
            case Trust.Pinned(List<Pin> pins) -> new Pins(pins);
        };
    }
}
