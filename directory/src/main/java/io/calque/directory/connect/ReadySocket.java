package io.calque.directory.connect;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Hands over one socket that is connected, and secured where it has to be: the LDAP library makes no connection of its own. */
final class ReadySocket extends SocketFactory {
    private final Socket socket;

    ReadySocket(Socket socket) {
        this.socket = socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        return socket;
    }
}
