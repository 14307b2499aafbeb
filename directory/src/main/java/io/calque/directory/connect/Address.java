package io.calque.directory.connect;

/**
 * Where a domain controller listens.
 *
 * @param host its name, as its certificate and its Kerberos service name have it, or an address
 * @param port the TCP port, 1 to 65535
 */
public record Address(String host, int port) {
    public Address {
        if (host.isBlank() || port < 1 || port > 65535) {
            throw new IllegalArgumentException("not an address of a domain controller: " + host + ":" + port);
        }
    }

    /** As people write it: {@code dc1.contoso.com:636}. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
