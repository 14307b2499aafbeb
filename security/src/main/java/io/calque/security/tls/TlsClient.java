package io.calque.security.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * The one way to speak TLS to a server: versions 1.2 and 1.3, cipher suites with forward secrecy and without SHA-1, a certificate that is
 * trusted and carries the server's name. Thread-safe.
 */
public final class TlsClient {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final Anchors anchors;
    private final Protocol protocol;

    /** What is spoken inside TLS; it decides how a certificate's names are compared with the host's. */
    public enum Protocol {
        /** RFC 9110, section 4.3.4. */
        HTTPS,
        /** RFC 4513, section 3.1.3; StartTLS too. */
        LDAPS
    }

    private TlsClient(Anchors anchors, Protocol protocol) {
        this.anchors = anchors;
        this.protocol = protocol;
    }

    /**
     * A client that trusts as chosen; the authorities are read now.
     *
     * @throws TrustException when the authorities of the operating system can't be read
     */
    public static TlsClient of(Trust trust, Protocol protocol) throws TrustException {
        return new TlsClient(Anchors.of(trust), protocol);
    }

    /**
     * Lays TLS over a connected socket and makes the whole handshake. When this returns, the server is the one that was meant.
     *
     * @param host the server's name as the user wrote it, or an address without brackets
     * @param limit how long the whole handshake may take, however steadily the server sends
     * @throws TlsException when it fails; the socket is closed then
     */
    public SSLSocket secure(Socket connected, String host, int port, Duration limit) throws TlsException {
        CertificateCheck check = new CertificateCheck(anchors);
        try (TimeLimit time = TimeLimit.on(connected, limit)) {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, new TrustManager[] {check}, null);
                SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(connected, host, port, true);
                socket.setSSLParameters(restricted(socket));
                socket.startHandshake();
                return socket;
            } catch (GeneralSecurityException | IOException e) {
                time.end();
                throw TlsFailure.of(host, port, check, time.expired() ? limit : null, e);
            }
        }
    }

    private SSLParameters restricted(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setCipherSuites(Arrays.stream(parameters.getCipherSuites())
                .filter(suite -> !suite.startsWith("TLS_RSA_") && !suite.endsWith("_CBC_SHA"))
                .toArray(String[]::new));
        parameters.setEndpointIdentificationAlgorithm(protocol.name());
        return parameters;
    }

    /** The certificate that a server showed in a handshake of this client. */
    public static X509Certificate certificate(SSLSession session) {
        try {
            return (X509Certificate) session.getPeerCertificates()[0];
        } catch (SSLPeerUnverifiedException e) {
            throw new IllegalStateException("an unverified peer fails the handshake", e);
        }
    }

    /** The negotiated version and whose certificate it is, until when. */
    public static String describe(SSLSession session) {
        X509Certificate shown = certificate(session);
        return session.getProtocol() + ", " + shown.getSubjectX500Principal() + ", valid until "
                + shown.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
