package io.calque.apply;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.journal.Outcome;
import io.calque.people.Fold;
import io.calque.plan.Effects;
import io.calque.plan.NumberedStep;
import io.calque.plan.Step;
import io.calque.policy.Identity;
import io.calque.policy.PolicySet;
import io.calque.server.Capabilities;
import io.calque.server.Extent;
import io.calque.server.Server;
import io.calque.state.Observed;
import io.calque.state.UserState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pool that behaves as the product is documented to do, over a state in memory: for trying plans before a server sees them, for
 * demonstrations, and for everything that must be seen to survive a server's failures. It says of itself that it is simulated. Not
 * thread-safe.
 */
public final class SimulatedPool implements Server.Writable {
    /** Its name in journals and on the command line. */
    public static final String NAME = "simulated";

    private static final int BATCH = 1000;

    /** What the pool needs from outside. */
    public interface Surroundings {
        /** Nothing of this: no waiting, no crash, nothing kept. */
        Surroundings NONE = new Surroundings() {};

        /** Waits; how long a call takes. */
        default void pause(Duration time) {}

        /** Ends the program as if it were killed, when the faults ask for it. */
        default void crash() {}

        /** Keeps a step that had its effect, so that it outlives the program; returns once it does. */
        default void keep(Step step) {}
    }

    private final ProductVersion product;
    private final List<String> sites;
    private final PoolRules rules;
    private final Faults faults;
    private final Surroundings surroundings;
    private final List<UserState> users;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private PolicySet policies;
    private long calls;
    private boolean lost;

    /** A pool that begins with a state. */
    public SimulatedPool(Observed start, Faults faults, Surroundings surroundings) {
        this.product = start.product();
        this.sites = start.sites();
        this.rules = new PoolRules(product, sites);
        this.policies = start.policies();
        this.users = new ArrayList<>(start.users());
        this.faults = faults;
        this.surroundings = surroundings;
        for (int i = 0; i < users.size(); i++) {
            positions.putIfAbsent(Step.key(users.get(i).subject()), i);
            count(users.get(i).lineUri(), 1);
        }
    }

    @Override
    public String id() {
        return NAME;
    }

    @Override
    public String title() {
        return "the simulated pool";
    }

    /** Of a slow pool only so many as take a second: between batches a run can be stopped. */
    @Override
    public Capabilities capabilities() {
        long delay = faults.delay().toMillis();
        return Capabilities.all(delay == 0 ? BATCH : Math.clamp(1000 / delay, 1, BATCH));
    }

    @Override
    public Observed read(Extent extent) {
        if (lost) {
            throw new Fault(
                    Finding.of(Code.TARGET_LOST, "the simulated pool lost its connection, as its faults ask for")
                            .help("Resume the run"));
        }
        return switch (extent) {
            case Extent.Everything _ -> state();
            case Extent.OfUsers(var subjects) ->
                new Observed(
                        product,
                        sites,
                        policies,
                        subjects.stream()
                                .map(this::position)
                                .filter(Objects::nonNull)
                                .distinct()
                                .map(users::get)
                                .toList());
        };
    }

    @Override
    public void close() {
        // What it holds is in memory; whoever keeps it saves it.
    }

    private @Nullable Integer position(String subject) {
        return positions.get(Step.key(subject));
    }

    /** The state, whether or not the connection is lost. */
    public Observed state() {
        return new Observed(product, sites, policies, users);
    }

    @Override
    public List<Outcome> carryOut(List<NumberedStep> steps) {
        return steps.stream().map(next -> call(next.step())).toList();
    }

    private Outcome call(Step step) {
        if (lost) {
            return new Outcome.NotTried("the connection was lost before");
        }
        calls++;
        if (faults.delay().isPositive()) {
            surroundings.pause(faults.delay());
        }
        boolean loses = faults.lose().filter(moment -> moment.call() == calls).isPresent();
        boolean crashes =
                faults.crash().filter(moment -> moment.call() == calls).isPresent();
        boolean effect = Stream.of(faults.lose(), faults.crash())
                .flatMap(Optional::stream)
                .filter(moment -> moment.call() == calls)
                .allMatch(Faults.Moment::effect);
        Outcome outcome = effect ? attempt(step) : new Outcome.Unknown("the connection was lost");
        if (crashes) {
            surroundings.crash();
        }
        if (loses) {
            lost = true;
            return new Outcome.Unknown("the connection was lost");
        }
        return outcome;
    }

    private Outcome attempt(Step step) {
        Optional<String> refusal = injected(step).or(() -> refusal(step));
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        switch (step) {
            case Step.OfPolicy ofPolicy -> policies = Effects.on(policies, ofPolicy);
            case Step.OfUser ofUser -> change(ofUser);
        }
        surroundings.keep(step);
        return new Outcome.Done();
    }

    private void change(Step.OfUser step) {
        int position = Objects.requireNonNull(position(step.subject()));
        UserState before = users.get(position);
        UserState after = Effects.on(before, step);
        count(before.lineUri(), -1);
        count(after.lineUri(), 1);
        users.set(position, after);
    }

    private Optional<String> injected(Step step) {
        if (faults.every().isPresent() && calls % faults.every().getAsLong() == 0) {
            return Optional.of("Simulated failure of call " + calls + ".");
        }
        return faults.users().contains(Step.key(step.subject()))
                ? Optional.of("Simulated failure for \"" + step.subject() + "\".")
                : Optional.empty();
    }

    private Optional<String> refusal(Step step) {
        return switch (step) {
            case Step.OfPolicy ofPolicy ->
                rules.refusal(ofPolicy, policies, (about, identity) -> isGranted(about.type(), identity));
            case Step.OfUser ofUser -> {
                Integer position = position(ofUser.subject());
                yield position == null || !PoolRules.isFound(users.get(position))
                        ? Optional.of(PoolRules.unknownUser(ofUser.subject()))
                        : refusal(ofUser, users.get(position));
            }
        };
    }

    private Optional<String> refusal(Step.OfUser step, UserState user) {
        return switch (step) {
            case Step.Grant grant -> rules.refusal(grant, policies);
            case Step.EnableVoice _ -> rules.voiceRefusal(user);
            case Step.SetLine line -> rules.lineRefusal(user, line, isTakenByOther(user, line));
            case Step.Revoke _, Step.DisableVoice _ -> Optional.empty();
        };
    }

    private boolean isGranted(PolicyType type, Identity identity) {
        return users.stream().anyMatch(user -> identity.equals(user.granted(type)));
    }

    private boolean isTakenByOther(UserState user, Step.SetLine step) {
        String wanted = Fold.text(step.after());
        String own = Fold.text(user.lineUri());
        int holders = wanted == null ? 0 : lines.getOrDefault(wanted, 0);
        return holders > (Objects.equals(wanted, own) ? 1 : 0);
    }

    private void count(@Nullable String line, int change) {
        String key = Fold.text(line);
        if (key != null) {
            lines.merge(key, change, Integer::sum);
        }
    }
}
