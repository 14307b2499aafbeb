package io.calque.workspace;

import io.calque.policy.Identity;
import java.util.Optional;

/**
 * What names a policy may have. The product does not document it; what is refused here would either be read as something else (a
 * scope prefix, a wild card) or can't be written into a script without harm.
 */
final class PolicyName {
    private static final int LONGEST = 128;
    private static final String READ_OTHERWISE = "*?[]:/\\;,\"'`$\u2018\u2019\u201A\u201B\u201C\u201D\u201E";

    private PolicyName() {}

    /** What is wrong with a name, as the rest of a sentence that begins with it; empty when nothing is. */
    static Optional<String> problem(Identity identity) {
        return switch (identity) {
            case Identity.Global _ -> Optional.empty();
            case Identity.Site(String name) -> problem(name);
            case Identity.Tag(String name) -> problem(name);
        };
    }

    private static Optional<String> problem(String name) {
        if (name.isBlank() || !name.equals(name.strip())) {
            return Optional.of("is empty or has blanks around it");
        }
        if (name.length() > LONGEST) {
            return Optional.of("has more than " + LONGEST + " characters");
        }
        return name.codePoints()
                .filter(c -> READ_OTHERWISE.indexOf(c) >= 0
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE)
                .mapToObj(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE
                        ? "holds an invisible character, U+%04X".formatted(c)
                        : "holds " + Character.toString(c)
                                + ", which the server would refuse or read as something else")
                .findFirst();
    }
}
