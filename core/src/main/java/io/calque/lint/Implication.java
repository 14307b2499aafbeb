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
            case When.InGroup(var name) ->
                wide instanceof When.InGroup(var other) && Objects.equals(Fold.text(name), Fold.text(other));
            case When.InUnit(var unit) -> wide instanceof When.InUnit(var other) && isBelow(unit, other);
            case When.HasAttribute(var name, When.ValueTest.OneOf(var words)) ->
                wide instanceof When.HasAttribute(var other, var test)
                        && name.equalsIgnoreCase(other)
                        && !(test instanceof When.ValueTest.Matching)
                        && words.stream().allMatch(test::passes);
            case When.HasAttribute _, When.Everyone _, When.Any _, When.Listed _ -> false;
        };
    }

    private static boolean isBelow(String unit, String other) {
        String inner = Fold.distinguishedName(unit);
        String outer = Fold.distinguishedName(other);
        return inner != null && outer != null && (inner.equals(outer) || inner.endsWith("," + outer));
    }
}
