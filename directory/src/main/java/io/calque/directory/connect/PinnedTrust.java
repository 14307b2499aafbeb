package io.calque.directory.connect;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.X509TrustManager;

/** Believes certificates by their fingerprint, as long as they are in their time. */
final class PinnedTrust implements X509TrustManager {
    private final List<Pin> pins;

    PinnedTrust(List<Pin> pins) {
        this.pins = pins;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method) throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("the server showed no certificate");
        }
        chain[0].checkValidity();
        Pin shown = Pin.of(chain[0]);
        if (!pins.contains(shown)) {
            throw new CertificateException(
                    "the server's certificate has the fingerprint " + shown.hex() + ", which is not pinned");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method) throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
