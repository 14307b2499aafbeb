package io.calque.cli.report;

import io.calque.audit.Cause;
import io.calque.cli.terminal.Amount;
import io.calque.licence.Licences;

/** What the audit's reports say in words, the same on a page and on paper. */
final class Sentences {
    private Sentences() {}

    /** What a report is about. */
    static String of(Report report) {
        return report.workspace().version().title() + ", licence profile "
                + report.workspace().licensing().profile().name() + ", "
                + Amount.of(report.now().users())
                + " users. Licences are counted by what the effective policies give, not by grants.";
    }

    /** What all people of a cause have in common; the number of people stands before it. */
    static String of(Cause cause) {
        boolean one = cause.people().size() == 1;
        String held =
                cause.held().equals(Licences.NONE) ? "no licence" : cause.held().toString();
        return (one ? "holds " : "hold ") + held + " and " + (one ? "is" : "are") + " given what needs "
                + cause.needed() + ", by the policy " + cause.policy();
    }

    /** The names of the first people of a cause. */
    static String people(Cause cause, int most) {
        int rest = cause.people().size() - most;
        String names = String.join(
                ", ", cause.people().subList(0, Math.min(most, cause.people().size())));
        return rest <= 0 ? names : names + " and " + Amount.of(rest) + " more";
    }
}
