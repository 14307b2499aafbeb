package io.calque.security.forge;

import io.calque.security.tls.Trust;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What a server on localhost shows, and whom its client trusts.
 *
 * @param chain the server's certificate first
 */
public record ServerIdentity(PrivateKey key, List<X509Certificate> chain, Trust trust) {
    private static final char[] PASSWORD = "test-only".toCharArray();

    public ServerIdentity {
        chain = List.copyOf(chain);
    }

    /** The server's side of TLS. */
    public SSLContext server() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, PASSWORD, chain.toArray(Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
