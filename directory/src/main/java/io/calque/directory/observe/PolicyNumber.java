package io.calque.directory.observe;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A granted policy as {@code msRTCSIP-UserPolicies} holds it: {@code TYPE=ANCHOR}, two numbers. Which policy an anchor is only the
 * server's own store knows.
 *
 * @param type the number of the policy type
 * @param anchor the number of the policy
 */
public record PolicyNumber(int type, long anchor) implements Comparable<PolicyNumber> {
    /** The number of conferencing policies, the only one that a source names (Vaillant's script). */
    public static final int CONFERENCING = 1;

    private static final Pattern SHAPE = Pattern.compile("\\s*(\\d{1,9})\\s*=\\s*(\\d{1,18})\\s*");
    private static final Comparator<PolicyNumber> ORDER =
            Comparator.comparingInt(PolicyNumber::type).thenComparingLong(PolicyNumber::anchor);

    /** Reads one value of the attribute; empty when it has another shape. */
    public static Optional<PolicyNumber> of(String value) {
        Matcher matcher = SHAPE.matcher(value);
        return matcher.matches()
                ? Optional.of(new PolicyNumber(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(PolicyNumber other) {
        return ORDER.compare(this, other);
    }

    /** As the attribute holds it. */
    @Override
    public String toString() {
        return type + "=" + anchor;
    }
}
