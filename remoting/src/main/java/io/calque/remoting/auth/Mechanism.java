package io.calque.remoting.auth;

/** Which way to log in. */
public enum Mechanism {
    /** Kerberos where a ticket can be had, else NTLM where there is a password: what Windows does by default. Never Basic. */
    NEGOTIATE,
    /** Kerberos and nothing else. */
    KERBEROS,
    /** NTLMv2 and nothing else. */
    NTLM,
    /** The password itself, inside TLS; only ever used when asked for by name. */
    BASIC
}
