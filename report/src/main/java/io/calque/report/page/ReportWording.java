package io.calque.report.page;

import io.calque.audit.Cause;
import io.calque.licence.Licences;
import io.calque.report.text.Amount;
import java.util.List;
import java.util.stream.Stream;

/** What the audit's reports say in words, the same on a page and on paper. */
final class ReportWording {
    /** The headings above {@link #deciding}. */
    static final List<String> DECIDING = List.of("setting", "value", "in policy", "rights");

    /** The heading of what a workspace decides otherwise than the licence profile, and the headings of its columns. */
    static final String DECIDED = "Decided by this workspace";

    static final List<String> DECISIONS = List.of("right", "needs", "because");

    private ReportWording() {}

    /** What a report is about. */
    static String of(Report report) {
        return report.workspace().version().title() + ", licence profile "
                + report.workspace().licensing().profile().name() + ", "
                + Amount.of(report.now().users())
                + " users. Licences are counted by what the effective policies give, not by grants.";
    }

    /** A row for each licence rule that the workspace decides itself. */
    static List<List<String>> decisions(Report report) {
        return report.workspace().licensing().overridden().stream()
                .map(one -> List.of(one.right().label(), one.need().toString(), one.sources()))
                .toList();
    }

    /** What all people of a cause have in common; the number of people stands before it. */
    static String of(Cause cause) {
        boolean one = cause.people().size() == 1;
        String held =
                cause.held().equals(Licences.NONE) ? "no licence" : cause.held().toString();
        return (one ? "holds " : "hold ") + held + " and " + (one ? "is" : "are") + " given what needs "
                + cause.needed() + ", by the policy " + cause.policy();
    }

    /** What decides: a row for each setting. */
    static Stream<List<String>> deciding(Cause cause) {
        return cause.settings().stream()
                .map(one -> List.of(
                        one.setting(),
                        one.value().isEmpty() ? "not known" : one.value(),
                        one.policy(),
                        String.join(", ", one.rights())));
    }

    /** The names of the first people of a cause. */
    static String people(Cause cause, int most) {
        int rest = cause.people().size() - most;
        String names = String.join(
                ", ", cause.people().subList(0, Math.min(most, cause.people().size())));
        return rest <= 0 ? names : names + " and " + Amount.of(rest) + " more";
    }
}
