package io.calque.apply;

import io.calque.plan.Step;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the simulated pool is told to fail. Calls are counted from 1 for each pool that is opened.
 *
 * @param every every so manieth call is refused; empty for none
 * @param users calls about these users are refused, by the names under which plans speak of them
 * @param delay how long each call takes
 * @param lose at which call the connection breaks, for good
 * @param crash at which call the program ends as if it were killed
 */
public record Faults(
        OptionalLong every, Set<String> users, Duration delay, Optional<Moment> lose, Optional<Moment> crash) {
    /** A pool that never fails. */
    public static final Faults NONE =
            new Faults(OptionalLong.empty(), Set.of(), Duration.ZERO, Optional.empty(), Optional.empty());

    public Faults {
        users = users.stream().map(Step::key).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A moment in the life of a pool.
     *
     * @param call the call
     * @param effect whether the call has its effect before it happens
     */
    public record Moment(long call, boolean effect) {}
}
