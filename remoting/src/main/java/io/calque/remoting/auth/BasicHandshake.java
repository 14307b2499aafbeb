package io.calque.remoting.auth;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Basic (RFC 7617): user name, colon, password, in UTF-8. */
final class BasicHandshake implements Handshake {
    private final Credentials.Password credentials;

    BasicHandshake(Credentials.Password credentials) throws AuthException {
        if (credentials.user().contains(":")) {
            throw new AuthException(AuthException.Reason.UNAVAILABLE, "Basic can't carry a user name with a colon");
        }
        this.credentials = credentials;
    }

    @Override
    public String scheme() {
        return "Basic";
    }

    @Override
    public byte[] next(byte[] challenge) {
        return credentials.password().use(characters -> {
            var whole = CharBuffer.allocate(credentials.user().length() + 1 + characters.length);
            whole.put(credentials.user()).put(':').put(characters).flip();
            var token = Wiping.drain(StandardCharsets.UTF_8.encode(whole));
            Arrays.fill(whole.array(), '\0');
            return token;
        });
    }

    @Override
    public boolean carriesRequest() {
        return true;
    }

    @Override
    public void finish(byte[] token) {
        // Basic proves nothing about the server; TLS has.
    }

    @Override
    public String method() {
        return "Basic";
    }
}
