package io.calque.remoting.auth;

/**
 * Credentials, and the way to use them.
 *
 * @param service the first part of the Kerberos service name; {@code HTTP} for what IIS hosts, as Lync's endpoint is; some WinRM
 *     listeners want {@code WSMAN} or {@code host}
 */
public record Login(Credentials credentials, Mechanism mechanism, String service) {
    public Login {
        if (!service.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("'" + service + "' is not the name of a Kerberos service");
        }
        if (!(credentials instanceof Credentials.Password)
                && (mechanism == Mechanism.NTLM || mechanism == Mechanism.BASIC)) {
            throw new IllegalArgumentException(mechanism + " needs a user name and a password");
        }
    }

    /** The usual way: Negotiate, service {@code HTTP}. */
    public static Login negotiate(Credentials credentials) {
        return new Login(credentials, Mechanism.NEGOTIATE, "HTTP");
    }

    /** One mechanism alone, service {@code HTTP}. */
    public static Login by(Mechanism mechanism, Credentials credentials) {
        return new Login(credentials, mechanism, "HTTP");
    }
}
