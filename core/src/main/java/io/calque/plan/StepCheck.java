package io.calque.plan;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;
import io.calque.policy.Home;
import io.calque.policy.Policy;
import io.calque.state.Observed;
import io.calque.state.UserState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a fresh read of the server says about steps: whether it still is as a step expects, is already as the step leaves it, or is
 * something else. So saved plans are checked, writes read back, and doubtful steps resolved. Not thread-safe.
 */
public final class StepCheck {
    /** How the server stands to a step. */
    public sealed interface Found {
        /** As the step expects: it can be taken. */
        record AsPlanned() implements Found {}

        /** As the step leaves it: it is done. */
        record Already() implements Found {}

        /** Something else, in words that follow the subject: {@code has Tag:Sales}. */
        record Otherwise(String what) implements Found {}
    }

    private static final Found AS_PLANNED = new Found.AsPlanned();
    private static final Found ALREADY = new Found.Already();
    private static final Found NO_POLICY = new Found.Otherwise("does not exist");
    private static final Found NO_USER = new Found.Otherwise("is not on the server");

    private final Observed observed;
    private final Map<String, Integer> positions = new HashMap<>();

    /** A look at a state. */
    public StepCheck(Observed observed) {
        this.observed = observed;
    }

    /** How the server stands to a step. */
    public Found at(Step step) {
        return switch (step) {
            case Step.OfPolicy policy -> policy(policy);
            case Step.OfUser user -> user(user);
        };
    }

    private Found user(Step.OfUser step) {
        UserState user = find(step.subject());
        if (user == null) {
            return NO_USER;
        }
        if (user.home() != Home.ON_PREMISES) {
            return new Found.Otherwise("is homed " + user.home().title());
        }
        Change change = Change.of(step);
        Side now = now(user, step);
        if (same(now, change.after())) {
            return ALREADY;
        }
        return same(now, change.before()) ? AS_PLANNED : new Found.Otherwise("has " + now.words());
    }

    private @Nullable UserState find(String subject) {
        if (positions.isEmpty()) {
            for (int position = 0; position < observed.users().size(); position++) {
                positions.putIfAbsent(Step.key(observed.users().subject(position)), position);
            }
        }
        Integer position = positions.get(Step.key(subject));
        return position == null ? null : observed.users().get(position);
    }

    private static Side now(UserState user, Step.OfUser step) {
        return switch (step) {
            case Step.Grant grant -> Side.of(user.granted(grant.type()));
            case Step.Revoke revoke -> Side.of(user.granted(revoke.type()));
            case Step.EnableVoice _, Step.DisableVoice _ ->
                new Side.Flag(user.account().enterpriseVoice());
            case Step.SetLine _ -> Side.of(user.lineUri());
        };
    }

    /** The product compares identities and lines without regard to case. */
    private static boolean same(Side a, Side b) {
        if (a instanceof Side.Text(String one) && b instanceof Side.Text(String other)) {
            return one.equalsIgnoreCase(other);
        }
        return a.equals(b);
    }

    private Found policy(Step.OfPolicy step) {
        Optional<Policy> there = observed.policies().find(step.type(), step.identity());
        return switch (step) {
            case Step.CreatePolicy(Policy policy, var _) -> created(there, policy);
            case Step.RemovePolicy(Policy policy, var _) -> removed(there, policy);
            case Step.SetPolicy set -> there.map(now -> set(now, set)).orElse(NO_POLICY);
        };
    }

    private static Found created(Optional<Policy> there, Policy wanted) {
        if (there.isEmpty()) {
            return AS_PLANNED;
        }
        return difference(there.get(), wanted)
                .<Found>map(what -> new Found.Otherwise("exists already, and its " + what))
                .orElse(ALREADY);
    }

    private static Found removed(Optional<Policy> there, Policy expected) {
        if (there.isEmpty()) {
            return ALREADY;
        }
        return difference(there.get(), expected)
                .<Found>map(what -> new Found.Otherwise("was changed: its " + what))
                .orElse(AS_PLANNED);
    }

    private static Found set(Policy now, Step.SetPolicy step) {
        Optional<String> fromAfter = difference(now, step.after());
        if (fromAfter.isEmpty()) {
            return ALREADY;
        }
        return difference(now, step.before())
                .<Found>map(what -> new Found.Otherwise("was changed: its " + what))
                .orElse(AS_PLANNED);
    }

    private static Optional<String> difference(Policy now, Policy expected) {
        Map<String, Value> values = new HashMap<>();
        for (Setting setting : Catalogue.standard().settings(now.type())) {
            expected.value(setting).ifPresent(value -> values.put(setting.name(), value));
        }
        return difference(now, values);
    }

    /** The first setting that differs, in the catalogue's order. */
    private static Optional<String> difference(Policy now, Map<String, Value> expected) {
        for (Setting setting : Catalogue.standard().settings(now.type())) {
            Value shall = expected.get(setting.name());
            Optional<Value> is = now.value(setting);
            if (shall != null && !Optional.of(shall).equals(is)) {
                return Optional.of(
                        setting.name() + " is " + is.map(Value::print).orElse("not known"));
            }
        }
        return Optional.empty();
    }
}
