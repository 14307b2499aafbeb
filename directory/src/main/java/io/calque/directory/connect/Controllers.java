package io.calque.directory.connect;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The controllers of the settings, tried in order until one answers; that one is kept for the whole run. */
public final class Controllers {
    private final ConnectionSettings settings;

    /** Controllers to try. */
    public Controllers(ConnectionSettings settings) {
        this.settings = settings;
    }

    /**
     * A session with the first controller that can be had. A refused login is not tried elsewhere: all controllers of a domain would
     * refuse it, and lock the account.
     *
     * @param first the controller to try before the others, when it is one of them; that of the last run, so that only changes are read
     * @param remarks hears of controllers that were skipped
     * @throws Fault with all that went wrong, when none can be had
     */
    public Session open(@Nullable Address first, Consumer<Finding> remarks) {
        List<Finding> failed = new ArrayList<>();
        for (Address address : inOrder(first)) {
            try {
                Session session = dial(address, (step, detail) -> {});
                failed.forEach(
                        f -> remarks.accept(Finding.of(Code.CONTROLLER_SKIPPED, f.message() + "; took " + address)
                                .help(f.help())));
                return session;
            } catch (Fault fault) {
                failed.addAll(fault.findings());
                if (fault.findings().getFirst().code() == Code.DIRECTORY_LOGIN_REFUSED) {
                    break;
                }
            }
        }
        throw new Fault(failed);
    }

    /**
     * A session with one controller, step by step.
     *
     * @throws Fault at the first step that fails
     */
    public Session dial(Address address, Step.Listener steps) {
        return attempt(address, steps).connect();
    }

    /**
     * The steps before the login, for a controller at which the account is not to be tried.
     *
     * @throws Fault at the first step that fails
     */
    public void tryWithoutLogin(Address address, Step.Listener steps) {
        attempt(address, steps).tryWithoutLogin();
    }

    private ConnectionAttempt attempt(Address address, Step.Listener steps) {
        return new ConnectionAttempt(settings, address, InetAddress::getAllByName, steps);
    }

    private List<Address> inOrder(@Nullable Address first) {
        List<Address> order = new ArrayList<>(settings.servers());
        if (first != null && order.remove(first)) {
            order.addFirst(first);
        }
        return order;
    }
}
