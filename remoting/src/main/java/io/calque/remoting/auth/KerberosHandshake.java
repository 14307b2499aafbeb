package io.calque.remoting.auth;

import java.util.concurrent.CompletionException;
import javax.security.auth.Subject;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/** Kerberos by Java's own GSS-API (RFC 4121), inside SPNEGO under the scheme Negotiate, bare under the scheme Kerberos. */
final class KerberosHandshake implements Handshake {
    private static final String SPNEGO = "1.3.6.1.5.5.2";
    private static final String KERBEROS = "1.2.840.113554.1.2.2";

    private final String scheme;
    private final Subject subject;
    private final GSSContext context;
    private final boolean bound;

    /**
     * A handshake.
     *
     * @param scheme {@code Negotiate} or {@code Kerberos}
     * @param service first part of the service name
     * @param host the host's name as the caller wrote it
     * @param channelBinding application data; empty for none
     * @throws AuthException (unavailable) when there is no ticket to be had
     */
    KerberosHandshake(String scheme, Credentials credentials, String service, String host, byte[] channelBinding)
            throws AuthException {
        this.scheme = scheme;
        this.subject = KerberosLogin.subject(credentials);
        var binding = TlsBinding.of(channelBinding);
        this.bound = binding.isPresent() || channelBinding.length == 0;
        this.context = asUs(() -> {
            var manager = GSSManager.getInstance();
            var peer = manager.createName(service + "@" + host, GSSName.NT_HOSTBASED_SERVICE);
            var mechanism = new Oid(scheme.equals("Negotiate") ? SPNEGO : KERBEROS);
            var made = manager.createContext(peer, mechanism, null, GSSContext.DEFAULT_LIFETIME);
            made.requestMutualAuth(true);
            made.requestCredDeleg(false);
            if (binding.isPresent()) {
                made.setChannelBinding(binding.get());
            }
            return made;
        });
    }

    @Override
    public String scheme() {
        return scheme;
    }

    @Override
    public byte[] next(byte[] challenge) throws AuthException {
        return asUs(() -> {
            var token = context.initSecContext(challenge, 0, challenge.length);
            return token == null ? new byte[0] : token;
        });
    }

    @Override
    public boolean carriesRequest() {
        return true;
    }

    @Override
    public void finish(byte[] token) throws AuthException {
        // A server may leave out its proof; TLS has named it already. A wrong proof is never accepted.
        if (token.length > 0 && !context.isEstablished()) {
            try {
                next(token);
            } catch (AuthException e) {
                throw new AuthException(
                        AuthException.Reason.WRONG_SERVER, "the server's own proof is wrong: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public String hint() {
        return bound
                ? ""
                : "; it may require channel binding (Extended Protection), for which Java must be started with "
                        + TlsBinding.OPTION;
    }

    @Override
    public String method() {
        return "Kerberos";
    }

    private interface Work<T> {
        T run() throws GSSException;
    }

    private <T> T asUs(Work<T> work) throws AuthException {
        try {
            return Subject.callAs(subject, work::run);
        } catch (CompletionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new AuthException(
                    AuthException.Reason.UNAVAILABLE, "Kerberos: " + KerberosLogin.explained(cause), cause);
        }
    }
}
