package io.calque.remoting.auth;

/** One login over one connection, token by token. Not thread-safe, used once. */
sealed interface Handshake permits BasicHandshake, KerberosHandshake, NtlmHandshake, SpnegoNtlmHandshake {
    /** The scheme's name in the {@code Authorization} field. */
    String scheme();

    /**
     * Our next token.
     *
     * @param challenge the server's last token; empty for the first one
     * @throws AuthException when we can't go on
     */
    byte[] next(byte[] challenge) throws AuthException;

    /** Whether the token just made may end the handshake, so that the request itself goes with it. */
    boolean carriesRequest();

    /**
     * Checks what the server sent along with its answer.
     *
     * @param token the server's token; empty when it sent none
     * @throws AuthException (wrong server) when it is not the server we meant
     */
    void finish(byte[] token) throws AuthException;

    /** For people, behind the news that the server refused it: what may be the reason; empty where nothing is known. */
    default String hint() {
        return "";
    }

    /** For people: {@code Kerberos}, {@code NTLM}. */
    String method();
}
