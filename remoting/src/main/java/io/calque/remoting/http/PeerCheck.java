package io.calque.remoting.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Checks the certificate of one connection and remembers what it saw, so that a failure can name the certificate. It is a plain
 * {@link X509TrustManager} on purpose: JSSE then checks the host name and the strength of the algorithms by itself, after this.
 */
final class PeerCheck implements X509TrustManager {
    private final Trust trust;
    private @Nullable X509Certificate seen;
    private boolean trusted;

    PeerCheck(Trust trust) {
        this.trust = trust;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        seen = chain[0];
        switch (trust) {
            case Trust.Authorities ignored -> authorities(null).checkServerTrusted(chain, authType);
            case Trust.Bundle bundle -> authorities(keys(bundle)).checkServerTrusted(chain, authType);
            case Trust.Pin pin -> {
                chain[0].checkValidity();
                if (!pin.equals(Trust.Pin.of(chain[0]))) {
                    throw new CertificateException("the server's certificate is not the pinned one");
                }
            }
        }
        trusted = true;
    }

    /** The server's certificate; null when it sent none. */
    @Nullable
    X509Certificate seen() {
        return seen;
    }

    /** Whether the certificate itself passed, so that a later refusal is about the host name. */
    boolean trusted() {
        return trusted;
    }

    private static KeyStore keys(Trust.Bundle bundle) throws CertificateException {
        try {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            for (int i = 0; i < bundle.certificates().size(); i++) {
                keys.setCertificateEntry("c" + i, bundle.certificates().get(i));
            }
            return keys;
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException("the trusted certificates can't be used: " + e.getMessage(), e);
        }
    }

    private static X509TrustManager authorities(@Nullable KeyStore keys) throws CertificateException {
        try {
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(keys);
            for (var manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    return x509;
                }
            }
            throw new CertificateException("this Java has no X.509 trust manager");
        } catch (GeneralSecurityException e) {
            throw new CertificateException("the trusted authorities can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
