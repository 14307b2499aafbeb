package io.calque.remoting.http;

import static io.calque.remoting.http.HttpException.Reason.CERTIFICATE;
import static io.calque.remoting.http.HttpException.Reason.CONNECT;
import static io.calque.remoting.http.HttpException.Reason.HOST_NAME;
import static io.calque.remoting.http.HttpException.Reason.NAME;
import static io.calque.remoting.http.HttpException.Reason.TLS;

import io.calque.security.tls.TlsClient;
import io.calque.security.tls.TlsException;
import io.calque.security.tls.Trust;
import io.calque.security.tls.TrustException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/** One TLS connection that was made and checked. */
final class Line implements AutoCloseable {
    private static final Duration SURELY_FRESH = Duration.ofMillis(500);

    private final Socket raw;
    private final SSLSocket secure;
    private final X509Certificate certificate;
    private final InputStream in;
    private final OutputStream out;
    private long lastUsed = System.nanoTime();

    private Line(Socket raw, SSLSocket secure, X509Certificate certificate) throws IOException {
        this.raw = raw;
        this.secure = secure;
        this.certificate = certificate;
        this.in = new BufferedInputStream(secure.getInputStream(), 32_768);
        this.out = secure.getOutputStream();
    }

    static Line open(HttpsUrl url, Trust trust, Limits limits) throws HttpException {
        var address = new InetSocketAddress(url.host(), url.port());
        if (address.isUnresolved()) {
            throw new HttpException(NAME, false, "the host name " + url.host() + " is not known");
        }
        var raw = new Socket();
        try {
            raw.setTcpNoDelay(true);
            raw.setKeepAlive(true);
            raw.connect(address, (int) limits.connect().toMillis());
            raw.setSoTimeout((int) limits.connect().toMillis());
        } catch (IOException e) {
            quietly(raw);
            throw new HttpException(CONNECT, false, "no connection to " + url.authority() + ": " + e.getMessage(), e);
        }
        try {
            var secure =
                    TlsClient.of(trust, TlsClient.Protocol.HTTPS).secure(raw, url.host(), url.port(), limits.connect());
            return new Line(raw, secure, TlsClient.certificate(secure.getSession()));
        } catch (TlsException e) {
            quietly(raw);
            throw new HttpException(reason(e.reason()), false, e.getMessage(), e);
        } catch (TrustException e) {
            quietly(raw);
            throw new HttpException(CERTIFICATE, false, e.getMessage(), e);
        } catch (IOException e) {
            quietly(raw);
            throw new HttpException(TLS, false, "no TLS connection to " + url.authority() + ": " + e.getMessage(), e);
        }
    }

    private static HttpException.Reason reason(TlsException.Reason reason) {
        return switch (reason) {
            case HANDSHAKE, TIMEOUT -> TLS;
            case CERTIFICATE -> CERTIFICATE;
            case HOST_NAME -> HOST_NAME;
        };
    }

    X509Certificate certificate() {
        return certificate;
    }

    InputStream in() {
        return in;
    }

    void write(byte[] head, byte[] body) throws IOException {
        // One write, so that a small request is one TLS record and one packet.
        var whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        out.write(whole);
        out.flush();
    }

    void patience(Duration patience) throws IOException {
        raw.setSoTimeout(Math.clamp(patience.toMillis(), 1, Integer.MAX_VALUE));
    }

    void used() {
        lastUsed = System.nanoTime();
    }

    /**
     * Whether the server has hung up since the last exchange. Asked before a request is written, because afterwards it can't be
     * known whether a request that met a closed connection was read.
     */
    boolean isStale() {
        if (System.nanoTime() - lastUsed < SURELY_FRESH.toNanos()) {
            return false;
        }
        try {
            raw.setSoTimeout(1);
            in.read(); // the end, or a byte that nobody asked for: of no use in either case
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Ends the connection without waiting for anybody: closing the TLS layer could block behind a stuck write. */
    @Override
    public void close() {
        quietly(raw);
    }

    /** Says goodbye as TLS has it, then ends the connection. */
    void goodbye() {
        try {
            raw.setSoTimeout(100);
            secure.shutdownOutput();
        } catch (IOException e) {
            // The other side is gone already: nothing to say goodbye to.
        }
        close();
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // A socket that can't be closed is closed.
        }
    }
}
