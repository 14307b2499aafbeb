package io.calque.directory.connect;

import io.calque.security.tls.TlsClient;
import io.calque.security.tls.TlsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Lays TLS over the LDAP library's connection at the moment when the server agrees to it, and keeps hold of it. */
final class StartTls extends SSLSocketFactory {
    private final TlsClient client;
    private final Address address;
    private final Duration limit;
    private volatile @Nullable SSLSocket made;

    StartTls(TlsClient client, Address address, Duration limit) {
        this.client = client;
        this.address = address;
        this.limit = limit;
    }

    /** The secured socket. */
    SSLSocket socket() {
        SSLSocket socket = made;
        if (socket == null) {
            throw new IllegalStateException("not secured");
        }
        return socket;
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws TlsException {
        SSLSocket socket = client.secure(connected, address.host(), address.port(), limit);
        made = socket;
        return new HandshakenSocket(socket);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw new IOException("TLS begins on the connection that is there");
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("TLS begins on the connection that is there");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw new IOException("TLS begins on the connection that is there");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw new IOException("TLS begins on the connection that is there");
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return new String[0];
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return new String[0];
    }
}
