package io.calque.directory.connect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Lays the TLS of one connection over a {@link BufferedSocket}, and keeps hold of it. Who is trusted is another's to decide. */
final class TlsSockets extends SSLSocketFactory {
    private final SSLSocketFactory tls;
    private final String name;
    private final PlainSockets plain = new PlainSockets();
    private volatile @Nullable Line last;

    /** TLS by a factory to a server of this name. */
    TlsSockets(SSLSocketFactory tls, String name) {
        this.tls = tls;
        this.name = name;
    }

    /** The stream of the connection. */
    Line line() {
        Line line = last;
        if (line == null) {
            throw new IllegalStateException("not connected");
        }
        return line;
    }

    /** The way of StartTLS. */
    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        Socket made = tls.createSocket(connected, host, port, autoClose);
        if (!(made instanceof SSLSocket secure && connected instanceof BufferedSocket beneath)) {
            throw new IOException("no TLS");
        }
        Tls.restrict(secure);
        last = new Line(made, beneath);
        return made;
    }

    /** The way of LDAPS. */
    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(plain.createSocket(host, port), name, port, true);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(plain.createSocket(host, port), name, port, true);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(plain.createSocket(host, port, localHost, localPort), name, port, true);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(plain.createSocket(host, port, localHost, localPort), name, port, true);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }
}
