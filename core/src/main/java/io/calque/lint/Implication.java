package io.calque.lint;

import io.calque.assign.When;
import io.calque.people.Fold;
import java.util.Objects;

/** Whether a condition surely means only people whom another means, whoever the people are. */
final class Implication {
    private Implication() {}

    /** Whether everybody whom {@code narrow} means is meant by {@code wide}; false when that can't be told from the conditions. */
    static boolean holds(When narrow, When wide) {
        if (narrow.equals(wide) || wide instanceof When.Everyone) {
            return true;
        }
        if (wide instanceof When.All(var parts)) {
            return parts.stream().allMatch(part -> holds(narrow, part));
        }
        if (narrow instanceof When.Any(var parts)) {
            return parts.stream().allMatch(part -> holds(part, wide));
        }
        if (wide instanceof When.Any(var parts) && parts.stream().anyMatch(part -> holds(narrow, part))) {
            return true;
        }
        return switch (narrow) {
            case When.All(var parts) -> parts.stream().anyMatch(part -> holds(part, wide));
            case When.Not(var inner) -> wide instanceof When.Not(var other) && holds(other, inner);
            case When.InGroup(var name, var _) ->
                wide instanceof When.InGroup(var other, var _) && Objects.equals(Fold.text(name), Fold.text(other));
            case When.InUnit(var unit, var _) -> wide instanceof When.InUnit(var other, var _) && isBelow(unit, other);
            case When.HasAttribute(var name, var test, var _) ->
                wide instanceof When.HasAttribute(var other, var wider, var _)
                        && name.equalsIgnoreCase(other)
                        && passes(test, wider);
            case When.Everyone _, When.Any _, When.Listed _ -> false;
        };
    }

    private static boolean passes(When.ValueTest narrow, When.ValueTest wide) {
        return narrow.equals(wide)
                || (narrow instanceof When.ValueTest.OneOf(var words)
                        && !words.isEmpty()
                        && !(wide instanceof When.ValueTest.Matching)
                        && words.stream().allMatch(wide::passes));
    }

    private static boolean isBelow(String unit, String other) {
        String inner = Fold.distinguishedName(unit);
        String outer = Fold.distinguishedName(other);
        return inner != null && outer != null && (inner.equals(outer) || inner.endsWith("," + outer));
    }
}
