package io.calque.directory.connect;

/** What keeps a connection secret and whole. There is no plain one. */
public enum Encryption {
    /** TLS from the first byte; port 636. */
    LDAPS("ldaps", 636),
    /** TLS on the ordinary port by the StartTLS extended operation (RFC 4511, 4.14); port 389. */
    STARTTLS("starttls", 389),
    /** The ordinary port with the encryption of the Kerberos login itself (RFC 4752, 3.3); only with a Kerberos login; port 389. */
    KERBEROS("kerberos", 389);

    private final String word;
    private final int port;

    Encryption(String word, int port) {
        this.word = word;
        this.port = port;
    }

    /** The name in {@code calque.yaml}. */
    public String word() {
        return word;
    }

    /** The port where domain controllers offer it. */
    public int port() {
        return port;
    }

    boolean tls() {
        return this != KERBEROS;
    }
}
