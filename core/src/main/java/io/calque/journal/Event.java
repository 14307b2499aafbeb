package io.calque.journal;

import io.calque.plan.NumberedStep;
import io.calque.plan.Waiver;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a journal records. Immutable. */
public sealed interface Event {
    /**
     * A run of a plan began.
     *
     * @param run the run's name
     * @param target what the plan is applied to
     * @param by who began it
     * @param plan the digest of the plan's steps
     * @param steps how many steps the plan has
     * @param waivers the limits that were lifted for it
     */
    record Started(String run, String target, String by, String plan, long steps, List<Waiver> waivers)
            implements Event {
        public Started {
            waivers = List.copyOf(waivers);
        }
    }

    /** Steps that were found done when the run went on, and not by the run: somebody set right by hand what they are about. */
    record Found(List<Long> steps) implements Event {
        public Found {
            steps = List.copyOf(steps);
        }
    }

    /** A run that had stopped goes on. */
    record Resumed(String by) implements Event {}

    /** Steps are about to be carried out: until they are settled, they are in doubt. */
    record Intended(List<NumberedStep> steps) implements Event {
        public Intended {
            steps = List.copyOf(steps);
        }
    }

    /** What came of steps, by their numbers. */
    record Settled(Map<Long, Outcome> outcomes) implements Event {
        public Settled {
            outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
        }
    }

    /** A step that is not carried out because one on which it depends was not. */
    record Skipped(long id, String reason) implements Event {}

    /** The run ended; {@code stopped} says why before its end, and is null where all steps had their turn. */
    record Ended(@Nullable String stopped) implements Event {}
}
