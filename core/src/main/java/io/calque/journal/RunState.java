package io.calque.journal;

import io.calque.plan.NumberedStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a journal says of its run, entry by entry: which steps were done, refused or skipped, and which are in doubt because they were
 * intended and never settled. Not thread-safe.
 */
public final class RunState {
    private final List<NumberedStep> done = new ArrayList<>();
    private final Map<Long, Doubt> doubtful = new TreeMap<>();
    private final Map<Long, Setback> failed = new TreeMap<>();
    private final Map<Long, String> skipped = new TreeMap<>();
    private final Set<Long> found = new TreeSet<>();
    private Event.@Nullable Started started;
    private @Nullable Instant begun;
    private @Nullable Instant last;
    private boolean ended;
    private @Nullable String stopped;

    /** A step in doubt and why. */
    public record Doubt(NumberedStep step, String reason) {}

    /** A step that was refused and why. */
    public record Setback(NumberedStep step, String reason) {}

    /** Takes the next entry. */
    public void accept(Entry entry) {
        if (begun == null) {
            begun = entry.at();
        }
        last = entry.at();
        take(entry.event());
    }

    /** Takes the next event. */
    public void take(Event event) {
        switch (event) {
            case Event.Started start -> started = start;
            case Event.Resumed _ -> {
                ended = false;
                stopped = null;
            }
            case Event.Intended(var steps) -> steps.forEach(this::intended);
            case Event.Settled(var outcomes) -> outcomes.forEach(this::settled);
            case Event.Found(var steps) ->
                steps.forEach(id -> {
                    failed.remove(id);
                    skipped.remove(id);
                    found.add(id);
                });
            case Event.Skipped(long id, String reason) -> {
                failed.remove(id);
                skipped.put(id, reason);
            }
            case Event.Ended(var why) -> {
                ended = true;
                stopped = why;
            }
        }
    }

    private void intended(NumberedStep step) {
        failed.remove(step.id());
        skipped.remove(step.id());
        doubtful.put(step.id(), new Doubt(step, "the run broke off before its outcome was known"));
    }

    private void settled(long id, Outcome outcome) {
        Doubt doubt = doubtful.remove(id);
        if (doubt == null) {
            return;
        }
        switch (outcome) {
            case Outcome.Done _ -> done.add(doubt.step());
            case Outcome.NotTried _ -> {
                // It is as if it had had no turn.
            }
            case Outcome.Refused(String reason) -> failed.put(id, new Setback(doubt.step(), reason));
            case Outcome.Unknown(String reason) -> doubtful.put(id, new Doubt(doubt.step(), reason));
        }
    }

    /** How the run began; empty for a journal without entries. */
    public Optional<Event.Started> started() {
        return Optional.ofNullable(started);
    }

    /** When it began. */
    public Optional<Instant> begun() {
        return Optional.ofNullable(begun);
    }

    /** When its journal was last written. */
    public Optional<Instant> last() {
        return Optional.ofNullable(last);
    }

    /** Whether it came to an end, rather than broke off. */
    public boolean ended() {
        return ended;
    }

    /** Why it ended before all steps had their turn; empty where they had, or where it broke off. */
    public Optional<String> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** The steps that were done, in the order in which they were. */
    public List<NumberedStep> done() {
        return Collections.unmodifiableList(done);
    }

    /** The numbers of the steps that somebody else had done when the run went on; undoing the run leaves them. */
    public Set<Long> found() {
        return Collections.unmodifiableSet(found);
    }

    /** The steps in doubt, by their numbers. */
    public Collection<Doubt> doubtful() {
        return Collections.unmodifiableCollection(doubtful.values());
    }

    /** The steps that were refused, by their numbers. */
    public Collection<Setback> failed() {
        return Collections.unmodifiableCollection(failed.values());
    }

    /** The reasons of the steps that were skipped, by their numbers. */
    public Map<Long, String> skipped() {
        return Collections.unmodifiableMap(skipped);
    }
}
