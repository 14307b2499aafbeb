package io.calque.directory.connect;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.security.tls.TlsClient;
import io.calque.security.tls.TlsException;
import io.calque.security.tls.TrustException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Makes one connection to one controller, step by step and each step in its time, so that the step that fails is known. */
final class ConnectionAttempt {
    private final ConnectionSettings settings;
    private final Limits limits;
    private final Address address;
    private final NameService names;
    private final Step.Listener steps;

    /** Finds the addresses of a name. */
    @FunctionalInterface
    interface NameService {
        /** At least one address, the best first. */
        InetAddress[] resolve(String name) throws IOException;
    }

    ConnectionAttempt(ConnectionSettings settings, Address address, NameService names, Step.Listener steps) {
        this.settings = settings;
        this.limits = settings.limits();
        this.address = address;
        this.names = names;
        this.steps = steps;
    }

    /**
     * A session over an open, encrypted, authenticated connection.
     *
     * @throws Fault naming the step that failed by its code, CQ701 to CQ704, or CQ730 where the controller or the name service is silent
     */
    Session connect() {
        Secured secured = reach();
        try {
            steps.done(Step.LOGIN, logIn(secured.connection()));
        } catch (LDAPException e) {
            secured.close();
            throw new Fault(Refusals.login(address, settings.login(), e));
        } catch (TimeoutException e) {
            secured.close();
            throw silent("answer the login", limits.login());
        }
        return new Session(secured.connection(), address, secured.stream());
    }

    /** The steps before the login alone; no account is named. */
    void tryWithoutLogin() {
        reach().close();
    }

    /** The stream is null where it is the LDAP library that encrypts. */
    private record Secured(
            LDAPConnection connection,
            BufferedSocket socket,
            @Nullable RawStream stream) {
        /** Ends the connection without a goodbye, which a silent server would not take. */
        void close() {
            quietly(socket);
            connection.close();
        }
    }

    private Secured reach() {
        InetAddress[] found = resolve();
        BufferedSocket socket = open(found);
        try {
            return secure(socket);
        } catch (Fault e) {
            quietly(socket);
            throw e;
        } catch (LDAPException | TlsException e) {
            quietly(socket);
            throw insecure(e);
        }
    }

    private InetAddress[] resolve() {
        try {
            InetAddress[] all = Bounded.call("name", limits.name(), () -> names.resolve(address.host()));
            steps.done(
                    Step.NAME, all[0].getHostAddress() + (all.length > 1 ? " and " + (all.length - 1) + " more" : ""));
            return all;
        } catch (ExecutionException e) {
            throw new Fault(Finding.of(Code.CONTROLLER_NAME_UNKNOWN, "the name " + address.host() + " has no address")
                    .help("Correct it under people.ldap.servers, or check this machine's name service"));
        } catch (TimeoutException e) {
            throw new Fault(Finding.of(
                            Code.CONTROLLER_SILENT,
                            "the name service did not answer within " + seconds(limits.name()) + " when asked for "
                                    + address.host())
                    .help("Check this machine's name service, or raise people.ldap.limits.name"));
        }
    }

    /** Connects to the first address that accepts. */
    private BufferedSocket open(InetAddress[] addresses) {
        IOException failure = null;
        for (InetAddress one : addresses) {
            BufferedSocket socket = new BufferedSocket();
            try {
                socket.connect(new InetSocketAddress(one, address.port()), (int)
                        limits.connect().toMillis());
                socket.setSoTimeout((int) limits.silence().toMillis());
                steps.done(Step.PORT, "open");
                return socket;
            } catch (IOException e) {
                quietly(socket);
                failure = failure == null ? e : failure;
            }
        }
        throw unreachable(failure == null ? new IOException("no address") : failure);
    }

    private Fault unreachable(Exception e) {
        return new Fault(Finding.of(Code.CONTROLLER_UNREACHABLE, address + " does not answer: " + Refusals.reason(e))
                .help("Check that the controller runs and that a firewall lets port " + address.port() + " through"));
    }

    private Secured secure(BufferedSocket socket) throws LDAPException, TlsException {
        return switch (settings.encryption()) {
            case LDAPS -> {
                SSLSocket tls = client().secure(socket, address.host(), address.port(), limits.tls());
                LDAPConnection connection = over(new HandshakenSocket(tls));
                steps.done(Step.TLS, TlsClient.describe(tls.getSession()));
                yield new Secured(connection, socket, new RawStream(tls, socket, limits.silence()));
            }
            case STARTTLS -> {
                StartTls tls = new StartTls(client(), address, limits.tls());
                LDAPConnection connection = over(socket);
                StartTLSExtendedRequest request = new StartTLSExtendedRequest(tls);
                request.setResponseTimeoutMillis(limits.tls().toMillis());
                Refusals.check(connection.processExtendedOperation(request));
                steps.done(Step.TLS, TlsClient.describe(tls.socket().getSession()));
                yield new Secured(connection, socket, new RawStream(tls.socket(), socket, limits.silence()));
            }
            case KERBEROS -> {
                LDAPConnection connection = over(socket);
                steps.done(Step.TLS, "not used: Kerberos encrypts");
                yield new Secured(connection, socket, null);
            }
        };
    }

    private TlsClient client() {
        try {
            return TlsClient.of(settings.trust(), TlsClient.Protocol.LDAPS);
        } catch (TrustException e) {
            throw new Fault(Finding.of(Code.CONTROLLER_NOT_TRUSTED, e.getMessage()));
        }
    }

    private Fault insecure(Exception e) {
        return Refusals.timedOut(e)
                ? silent("finish the TLS handshake", limits.tls())
                : new Fault(Refusals.tls(address, settings.trust(), e));
    }

    private Fault silent(String what, Duration limit) {
        return new Fault(Finding.of(Code.CONTROLLER_SILENT, address + " did not " + what + " within " + seconds(limit))
                .help("Check the controller's load and what is between, or raise the limit under people.ldap.limits"));
    }

    private String logIn(LDAPConnection connection) throws LDAPException, TimeoutException {
        try {
            return Bounded.call("login", limits.login(), () -> Binding.bind(connection, settings, address));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LDAPException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private LDAPConnection over(Socket socket) throws LDAPException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis((int) limits.connect().toMillis());
        options.setResponseTimeoutMillis(limits.silence().toMillis());
        options.setFollowReferrals(false);
        options.setUseSynchronousMode(true);
        options.setBindWithDNRequiresPassword(true);
        LDAPConnection connection = new LDAPConnection(new ReadySocket(socket), options);
        connection.connect(address.host(), socket.getInetAddress(), address.port(), options.getConnectTimeoutMillis());
        return connection;
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() < 1000 ? limit.toMillis() + " ms" : limit.toSeconds() + " s";
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // A socket that can't be closed is closed.
        }
    }
}
