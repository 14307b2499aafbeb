package io.calque.directory.connect;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Makes one connection to one controller, step by step, so that the step that fails is known. */
final class Dial {
    static final int CONNECT_MILLIS = 10_000;
    /** The first page of a large domain takes a while: the server runs the whole search before it. */
    static final long ANSWER_MILLIS = 300_000;

    private final ConnectionSettings settings;
    private final Address address;
    private final Step.Listener steps;

    Dial(ConnectionSettings settings, Address address, Step.Listener steps) {
        this.settings = settings;
        this.address = address;
        this.steps = steps;
    }

    /**
     * A session over an open, encrypted, authenticated connection.
     *
     * @throws Fault naming the step that failed by its code, CQ701 to CQ704
     */
    Session connect() {
        resolve();
        probe();
        Secured secured = secure();
        try {
            steps.done(Step.LOGIN, Binding.bind(secured.connection(), settings, address));
        } catch (LDAPException e) {
            secured.connection().close();
            throw new Fault(Refusals.login(address, settings.login(), e));
        }
        return new Session(secured.connection(), address, secured.line());
    }

    private void resolve() {
        try {
            InetAddress[] all = InetAddress.getAllByName(address.host());
            steps.done(
                    Step.NAME, all[0].getHostAddress() + (all.length > 1 ? " and " + (all.length - 1) + " more" : ""));
        } catch (UnknownHostException e) {
            throw new Fault(Finding.of(Code.CONTROLLER_NAME_UNKNOWN, "the name " + address.host() + " has no address")
                    .help("Correct it under people.ldap.servers, or check this machine's name service"));
        }
    }

    private void probe() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MILLIS);
            steps.done(Step.PORT, "open");
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private Fault unreachable(Exception e) {
        return new Fault(Finding.of(Code.CONTROLLER_UNREACHABLE, address + " does not answer: " + Refusals.reason(e))
                .help("Check that the controller runs and that a firewall lets port " + address.port() + " through"));
    }

    /** The line is null where it is the LDAP library that encrypts. */
    private record Secured(
            LDAPConnection connection, @Nullable Line line) {}

    private Secured secure() {
        return switch (settings.encryption()) {
            case LDAPS -> {
                TlsSockets sockets = new TlsSockets(Tls.factory(settings.trust()), address.host());
                try {
                    LDAPConnection connection = new LDAPConnection(sockets, options(), address.host(), address.port());
                    steps.done(Step.TLS, Tls.describe(connection.getSSLSession()));
                    yield new Secured(connection, sockets.line());
                } catch (LDAPException e) {
                    throw new Fault(Refusals.tls(address, settings.trust(), e));
                }
            }
            case STARTTLS -> {
                TlsSockets sockets = new TlsSockets(Tls.factory(settings.trust()), address.host());
                LDAPConnection connection = plain();
                try {
                    Refusals.check(connection.processExtendedOperation(new StartTLSExtendedRequest(sockets)));
                    steps.done(Step.TLS, Tls.describe(connection.getSSLSession()));
                    yield new Secured(connection, sockets.line());
                } catch (LDAPException e) {
                    connection.close();
                    throw new Fault(Refusals.tls(address, settings.trust(), e));
                }
            }
            case KERBEROS -> {
                LDAPConnection connection = plain();
                steps.done(Step.TLS, "not used: Kerberos encrypts");
                yield new Secured(connection, null);
            }
        };
    }

    private LDAPConnection plain() {
        try {
            return new LDAPConnection(new PlainSockets(), options(), address.host(), address.port());
        } catch (LDAPException e) {
            throw unreachable(e);
        }
    }

    private static LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(CONNECT_MILLIS);
        options.setResponseTimeoutMillis(ANSWER_MILLIS);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        options.setFollowReferrals(false);
        options.setUseSynchronousMode(true);
        options.setBindWithDNRequiresPassword(true);
        return options;
    }
}
