package io.calque.remoting.auth;

import java.util.ArrayList;
import java.util.List;

/** One way to log in: a mechanism under a scheme. */
enum Way {
    /** Kerberos inside Negotiate. */
    NEGOTIATED_KERBEROS,
    /** Kerberos bare, for servers that offer nothing else (Exchange does). */
    BARE_KERBEROS,
    /** NTLM inside Negotiate. */
    NEGOTIATED_NTLM,
    /** NTLM bare. */
    BARE_NTLM,
    /** The password itself. */
    BASIC;

    /** The ways that fit both a login and a server's offers, best first. */
    static List<Way> of(Login login, Offers offers) {
        var ways = new ArrayList<Way>();
        var kerberos = login.mechanism() == Mechanism.NEGOTIATE || login.mechanism() == Mechanism.KERBEROS;
        var ntlm = login.mechanism() == Mechanism.NTLM
                || (login.mechanism() == Mechanism.NEGOTIATE && login.credentials() instanceof Credentials.Password);
        if (kerberos) {
            if (offers.has("Negotiate")) {
                ways.add(NEGOTIATED_KERBEROS);
            } else if (offers.has("Kerberos")) {
                ways.add(BARE_KERBEROS);
            }
        }
        if (ntlm) {
            // Asked for NTLM by name, take the bare scheme where it is offered; else what Windows takes.
            if (offers.has("NTLM") && (login.mechanism() == Mechanism.NTLM || !offers.has("Negotiate"))) {
                ways.add(BARE_NTLM);
            } else if (offers.has("Negotiate")) {
                ways.add(NEGOTIATED_NTLM);
            }
        }
        if (login.mechanism() == Mechanism.BASIC && offers.has("Basic")) {
            ways.add(BASIC);
        }
        return ways;
    }

    /** For people: what would have done. */
    static String wanted(Login login) {
        return switch (login.mechanism()) {
            case NEGOTIATE ->
                login.credentials() instanceof Credentials.Password
                        ? "Negotiate, Kerberos or NTLM is needed; Basic is used only when asked for by name"
                        : "Negotiate or Kerberos is needed";
            case KERBEROS -> "Negotiate or Kerberos is needed";
            case NTLM -> "NTLM or Negotiate is needed";
            case BASIC -> "Basic is wanted";
        };
    }

    boolean mayBeFollowed() {
        return this == NEGOTIATED_KERBEROS || this == BARE_KERBEROS;
    }

    Handshake begin(Login login, String host, byte[] channelBinding) throws AuthException {
        return switch (this) {
            case NEGOTIATED_KERBEROS ->
                new KerberosHandshake("Negotiate", login.credentials(), login.service(), host, channelBinding);
            case BARE_KERBEROS ->
                new KerberosHandshake("Kerberos", login.credentials(), login.service(), host, channelBinding);
            case NEGOTIATED_NTLM -> new SpnegoNtlmHandshake(ntlm(login, host, channelBinding));
            case BARE_NTLM -> ntlm(login, host, channelBinding);
            case BASIC -> new BasicHandshake(password(login));
        };
    }

    private static NtlmHandshake ntlm(Login login, String host, byte[] channelBinding) {
        return new NtlmHandshake(
                password(login), login.service() + "/" + host, channelBinding, NtlmHandshake.Fresh.now());
    }

    private static Credentials.Password password(Login login) {
        if (login.credentials() instanceof Credentials.Password password) {
            return password;
        }
        throw new IllegalStateException("a way that needs a password was chosen without one");
    }
}
