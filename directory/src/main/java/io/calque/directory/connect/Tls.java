package io.calque.directory.connect;

import com.unboundid.util.ssl.PEMFileTrustManager;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** TLS as the settings want it: versions 1.2 and 1.3, the trust that was chosen, nothing weaker. */
final class Tls {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private Tls() {}

    static SSLSocketFactory factory(Trust trust) {
        try {
            TrustManager manager = switch (trust) {
                case Trust.Platform() -> PlatformTrust.manager(PlatformTrust.BUNDLES);
                case Trust.Bundle(var file) -> new PEMFileTrustManager(file.toFile());
                case Trust.Pinned(var pins) -> new PinnedTrust(pins);
            };
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            Finding finding = Finding.of(
                    Code.CONTROLLER_NOT_TRUSTED, "the trusted certificates can't be read: " + Refusals.reason(e));
            throw new Fault(
                    trust instanceof Trust.Bundle(var file)
                            ? finding.at(Place.of(file.toString()))
                                    .help("Give a PEM file with the issuing authority's certificate")
                            : finding);
        }
    }

    /** Lets a socket do no less than we want: of what the Java runtime would do, whatever has forward secrecy and no SHA-1. */
    static void restrict(SSLSocket socket) {
        socket.setEnabledProtocols(PROTOCOLS);
        socket.setEnabledCipherSuites(Arrays.stream(socket.getEnabledCipherSuites())
                .filter(suite -> !suite.startsWith("TLS_RSA_") && !suite.endsWith("_CBC_SHA"))
                .toArray(String[]::new));
    }

    /** The negotiated version and whose certificate it is, until when. */
    static String describe(@Nullable SSLSession session) {
        if (session == null) {
            return "encrypted";
        }
        try {
            Certificate[] chain = session.getPeerCertificates();
            if (chain.length > 0 && chain[0] instanceof X509Certificate shown) {
                return session.getProtocol() + ", " + shown.getSubjectX500Principal() + ", valid until "
                        + shown.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
            }
        } catch (SSLPeerUnverifiedException e) {
            // Can't be: an unverified peer fails the handshake. The version is still worth telling.
        }
        return session.getProtocol();
    }
}
