package io.calque.plan;

import io.calque.catalogue.PolicyType;
import io.calque.policy.Identity;
import io.calque.state.Observed;
import io.calque.state.UserConfiguration;
import io.calque.state.UserState;
import io.calque.state.Users;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The users of a state as steps will leave them. */
final class ProjectedUsers {
    private final Users users;
    private final UserConfiguration[] provisions;
    private final @Nullable String[] lines;
    private final BitSet touched = new BitSet();

    /** What comes of no steps at all. */
    ProjectedUsers(Users users) {
        this.users = users;
        this.provisions = users.configurations().toArray(UserConfiguration[]::new);
        this.lines = new @Nullable String[users.size()];
        Arrays.setAll(lines, users::line);
    }

    /** What comes of some steps about users whom the state may know. */
    static ProjectedUsers of(Observed observed, List<Step> steps) {
        ProjectedUsers outcome = new ProjectedUsers(observed.users());
        Map<String, Integer> positions = new HashMap<>();
        for (Step step : steps) {
            if (step instanceof Step.OfUser) {
                positions.put(Step.key(step.subject()), -1);
            }
        }
        for (int position = 0; position < outcome.size(); position++) {
            positions.replace(Step.key(outcome.users.subject(position)), position);
        }
        Map<UserConfiguration, UserConfiguration> shared = new HashMap<>();
        for (Step step : steps) {
            int position =
                    step instanceof Step.OfUser ? Objects.requireNonNull(positions.get(Step.key(step.subject()))) : -1;
            if (position >= 0 && step instanceof Step.OfUser ofUser) {
                UserState after = Effects.on(outcome.user(position), ofUser);
                outcome.line(position, after.lineUri());
                outcome.provide(
                        position, Objects.requireNonNull(shared.computeIfAbsent(after.configuration(), p -> p)));
            }
        }
        return outcome;
    }

    /** How many users there are. */
    int size() {
        return provisions.length;
    }

    /** The users as they are before any step. */
    Users users() {
        return users;
    }

    /** The name under which plans speak of a user. */
    String subject(int position) {
        return users.subject(position);
    }

    /** How a user is provided for. */
    UserConfiguration provision(int position) {
        return provisions[position];
    }

    /** Provides for a user; whoever is provided for alike should get the same object, see {@link SeatCounter}. */
    void provide(int position, UserConfiguration provision) {
        provisions[position] = provision;
        touched.set(position);
    }

    /** A user's number; null for none. */
    @Nullable
    String line(int position) {
        return lines[position];
    }

    /** Gives a user a number; null takes it away. */
    void line(int position, @Nullable String line) {
        lines[position] = line;
        touched.set(position);
    }

    /** Whether somebody will have a policy. */
    boolean isGranted(PolicyType type, Identity.Tag policy) {
        return Arrays.stream(provisions).anyMatch(provision -> policy.equals(provision.granted(type)));
    }

    /** How many users any step touches. */
    long touched() {
        return touched.cardinality();
    }

    private UserState user(int position) {
        return new UserState(users.names().get(position), provisions[position], lines[position]);
    }
}
