package io.calque.people;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What becomes of a list of people when some of its rows can't be read. A plan from half a list would treat the other half as if
 * nobody were there, so that nothing is planned unless the user asks for it.
 */
public enum FaultyRows {
    /** Any row that can't be read stands in the way. */
    REFUSE,
    /** Rows that can't be read are left out, each by name; what hides how many people there are stands in the way all the same. */
    LEAVE_OUT;

    /** Faults of one row; the rows after it are not affected. */
    private static final Set<Code> OF_ONE_ROW = EnumSet.of(
            Code.ROW_WIDTH,
            Code.NAMELESS_PERSON,
            Code.WRONG_SHAPE,
            Code.LDIF_RECORD,
            Code.NOT_ON_SERVER,
            Code.AMBIGUOUS_PERSON);

    /**
     * Decides after a reading.
     *
     * @param read what the reading found
     * @param findings receives it; errors of rows that are left out become warnings
     * @throws Fault when the list could not be read whole and nothing may be made of it
     */
    public void settle(Findings read, Findings findings) {
        List<Finding> all = read.sorted();
        List<Finding> errors = all.stream().filter(Finding::isError).toList();
        if (errors.isEmpty()) {
            findings.addAll(all);
            return;
        }
        long count = errors.stream().mapToLong(Finding::count).sum();
        boolean rowsOnly = errors.stream().allMatch(finding -> OF_ONE_ROW.contains(finding.code()));
        if (this == REFUSE || !rowsOnly || count > Findings.MOST) {
            throw new Fault(Stream.concat(errors.stream(), Stream.of(refusal(rowsOnly, count)))
                    .toList());
        }
        all.forEach(finding -> findings.add(finding.isError() ? leftOut(finding) : finding));
    }

    private static Finding leftOut(Finding fault) {
        return Finding.of(
                        Code.FAULTY_PEOPLE,
                        "left out: " + fault.message() + " (" + fault.code().id() + ")")
                .as(Severity.WARNING)
                .at(fault.place());
    }

    private static Finding refusal(boolean rowsOnly, long count) {
        Finding refusal =
                Finding.of(Code.FAULTY_PEOPLE, "not everything about people could be read, so nothing was made of it");
        if (!rowsOnly) {
            return refusal.help("Correct first what stands above");
        }
        return refusal.help(
                count > Findings.MOST
                        ? "Correct the file: --leave-out-faulty leaves out at most " + Findings.MOST + " rows"
                        : "Correct these rows, or leave these people out with --leave-out-faulty");
    }
}
