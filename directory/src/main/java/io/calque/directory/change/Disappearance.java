package io.calque.directory.change;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.directory.connect.Address;
import java.util.Locale;

/**
 * The brake against people who disappear by mistake: a unit that was moved out of the base, or a right that was taken from the reading
 * account, looks like people who left.
 *
 * @param most the share of the people of the last reading that may be gone at once, from 0 to 1; 1 for no limit
 */
public record Disappearance(double most) {
    /** What is allowed where nothing is said. */
    public static final Disappearance DEFAULT = new Disappearance(0.2);

    /** So few may always go: in a small company a share says little. */
    private static final long ALWAYS = 20;

    public Disappearance {
        if (!(most >= 0 && most <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1, not " + most);
        }
    }

    /**
     * Lets people go.
     *
     * @throws Fault where they are too many; the kept copy stays as it was
     */
    void check(Address from, long gone, long before) {
        if (gone > ALWAYS && gone > most * before) {
            throw new Fault(Finding.of(
                            Code.MASS_DISAPPEARANCE,
                            String.format(
                                    Locale.ROOT,
                                    "%,d of %,d people (%.0f%%) are gone at %s since the last reading; the limit is %.0f%%",
                                    gone,
                                    before,
                                    100.0 * gone / before,
                                    from,
                                    100 * most))
                    .help(
                            "Check that no unit was moved out of people.ldap.base and that the reading account may still see the people. "
                                    + "If they are to go, set people.ldap.maxDisappearing above this share for one reading, "
                                    + "or delete the folder .calque/people of the workspace"));
        }
    }
}
