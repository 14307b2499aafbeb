package io.calque.plan;

import io.calque.catalogue.Value;
import io.calque.policy.Identity;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One side of a change: what is there before it or after it. Immutable. */
public sealed interface Side {
    /** For people: {@code nothing}, {@code Tag:Sales}, {@code True}, {@code MaxMeetingSize 250}. */
    default String words() {
        return switch (this) {
            case Nothing _ -> "nothing";
            case Text(String text) -> text;
            case Flag(boolean on) -> on ? "True" : "False";
            case Settings(var values) ->
                values.isEmpty()
                        ? "the product's defaults"
                        : values.entrySet().stream()
                                .map(entry ->
                                        entry.getKey() + " " + entry.getValue().print())
                                .collect(Collectors.joining(", "));
        };
    }

    /** A text, or nothing where there is none. */
    static Side of(@Nullable String text) {
        return text == null ? new Nothing() : new Text(text);
    }

    /** A granted policy, or nothing where there is none. */
    static Side of(Identity.@Nullable Tag tag) {
        return tag == null ? new Nothing() : new Text(tag.print());
    }

    /** No policy, no grant, no line. */
    record Nothing() implements Side {}

    /** A policy's identity or a line. */
    record Text(String text) implements Side {}

    /** A flag of an account. */
    record Flag(boolean on) implements Side {}

    /** Settings of a policy, in the order in which they are written. */
    record Settings(Map<String, Value> values) implements Side {}
}
