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
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes one connection to one controller, step by step, so that the step that fails is known. */
final class Dial {
    private static final int CONNECT_MILLIS = 10_000;
    /** The first page of a large domain takes a while: the server runs the whole search before it. */
    private static final long ANSWER_MILLIS = 300_000;

    private final ConnectionSettings settings;
    private final Address address;
    private final Step.Listener steps;

    Dial(ConnectionSettings settings, Address address, Step.Listener steps) {
        this.settings = settings;
        this.address = address;
        this.steps = steps;
    }

    /**
     * An open, encrypted, authenticated connection.
     *
     * @throws Fault naming the step that failed by its code, CQ701 to CQ704
     */
    LDAPConnection connect() {
        resolve();
        probe();
        LDAPConnection connection = secure();
        try {
            steps.done(Step.LOGIN, Binding.bind(connection, settings, address));
        } catch (LDAPException e) {
            connection.close();
            throw new Fault(Refusals.login(address, settings.login(), e));
        }
        return connection;
    }

    private void resolve() {
        try {
            InetAddress[] all = InetAddress.getAllByName(address.host());
            steps.done(
                    Step.NAME, all[0].getHostAddress() + (all.length > 1 ? " and " + (all.length - 1) + " more" : ""));
        } catch (UnknownHostException e) {
            throw new Fault(Finding.of(Code.CONTROLLER_NAME_UNKNOWN, "the name " + address.host() + " has no address")
                    .help("correct it under people.ldap.servers, or check this machine's name service"));
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
                .help("check that the controller runs and that a firewall lets port " + address.port() + " through"));
    }

    private LDAPConnection secure() {
        return switch (settings.encryption()) {
            case LDAPS -> {
                SSLSocketFactory factory = Tls.factory(settings.trust());
                try {
                    LDAPConnection connection = new LDAPConnection(factory, options(), address.host(), address.port());
                    steps.done(Step.TLS, Tls.describe(connection.getSSLSession()));
                    yield connection;
                } catch (LDAPException e) {
                    throw new Fault(Refusals.tls(address, settings.trust(), e));
                }
            }
            case STARTTLS -> {
                SSLSocketFactory factory = Tls.factory(settings.trust());
                LDAPConnection connection = plain();
                try {
                    Refusals.check(connection.processExtendedOperation(new StartTLSExtendedRequest(factory)));
                    steps.done(Step.TLS, Tls.describe(connection.getSSLSession()));
                    yield connection;
                } catch (LDAPException e) {
                    connection.close();
                    throw new Fault(Refusals.tls(address, settings.trust(), e));
                }
            }
            case KERBEROS -> {
                LDAPConnection connection = plain();
                steps.done(Step.TLS, "not used: Kerberos encrypts");
                yield connection;
            }
        };
    }

    private LDAPConnection plain() {
        try {
            return new LDAPConnection((@Nullable SSLSocketFactory) null, options(), address.host(), address.port());
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
