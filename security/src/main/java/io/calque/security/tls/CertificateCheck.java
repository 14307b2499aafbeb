package io.calque.security.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Checks the certificate of one connection and remembers it, so that a failure can name it. It is a plain {@link X509TrustManager} on
 * purpose: JSSE then checks the host name and the strength of the algorithms by itself, after this, also for a pinned certificate.
 */
final class CertificateCheck implements X509TrustManager {
    private final Anchors anchors;
    private @Nullable X509Certificate seen;
    private boolean trusted;

    CertificateCheck(Anchors anchors) {
        this.anchors = anchors;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("the server showed no certificate");
        }
        seen = chain[0];
        // The path validation has no look at a certificate that is trusted by itself.
        chain[0].checkValidity();
        switch (anchors) {
            case Anchors.Authorities authorities -> authorities.check(chain, kind);
            case Anchors.Pins(List<Pin> pins) -> {
                if (!pins.contains(Pin.of(chain[0]))) {
                    throw new CertificateException("it is not the pinned one");
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

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("only servers are checked");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
