package io.calque.directory.change;

import io.calque.directory.copy.Copy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A copy that is up to date, and what it took.
 *
 * @param copy the copy
 * @param mode how it came to be
 */
public record Outcome(Copy copy, ReadMode mode) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** What was read, from where, and why, as one plain line. */
    public String told() {
        String from = copy.header().position().address().toString();
        return switch (mode) {
            case ReadMode.Full(long people, String because) ->
                "read " + number(people, "person", "people") + " from " + from + ": everybody, because " + because;
            case ReadMode.Changes(int changed, int gone, var since) ->
                (changed + gone == 0
                                ? "nothing changed at " + from
                                : "read " + number(changed, "change", "changes") + " and "
                                        + number(gone, "deletion", "deletions") + " from " + from)
                        + since(since);
        };
    }

    private static String since(@Nullable Instant since) {
        return since == null ? " since the last run" : " since " + TIME.format(since);
    }

    private static String number(long count, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : several);
    }
}
