package io.calque.plan;

import io.calque.catalogue.PolicyType;
import io.calque.policy.Identity;
import io.calque.state.Observed;
import io.calque.state.UserState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The users of a state as steps will leave them. */
final class Outcome {
    private final List<UserState> users;
    private final @Nullable UserState[] changed;

    /** What comes of no steps at all. */
    Outcome(Observed observed) {
        this.users = observed.users();
        this.changed = new @Nullable UserState[users.size()];
    }

    /** What comes of some steps about users whom the state may know. */
    static Outcome of(Observed observed, List<Step> steps) {
        Outcome outcome = new Outcome(observed);
        Map<String, Integer> positions = new HashMap<>();
        for (Step step : steps) {
            if (step instanceof Step.OfUser) {
                positions.put(step.subject(), -1);
            }
        }
        for (int position = 0; position < outcome.users.size(); position++) {
            positions.replace(outcome.users.get(position).subject(), position);
        }
        for (Step step : steps) {
            int position = step instanceof Step.OfUser ? Objects.requireNonNull(positions.get(step.subject())) : -1;
            if (position >= 0 && step instanceof Step.OfUser ofUser) {
                outcome.put(position, Effects.on(outcome.user(position), ofUser));
            }
        }
        return outcome;
    }

    /** How many users there are. */
    int size() {
        return changed.length;
    }

    /** The user at a position. */
    UserState user(int position) {
        UserState after = changed[position];
        return after == null ? users.get(position) : after;
    }

    /** Puts a changed user in the place of one who was. */
    void put(int position, UserState user) {
        changed[position] = user;
    }

    /** Whether somebody will have a policy. */
    boolean isGranted(PolicyType type, Identity.Tag policy) {
        return IntStream.range(0, size())
                .anyMatch(position -> policy.equals(user(position).granted(type)));
    }

    /** How many users any step touches. */
    long touched() {
        return Arrays.stream(changed).filter(Objects::nonNull).count();
    }
}
