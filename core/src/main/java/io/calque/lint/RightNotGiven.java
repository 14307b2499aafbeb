package io.calque.lint;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.policy.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** Rights that the licences cover and nobody gets: paid for and not used. */
final class RightNotGiven implements LintRule {
    @Override
    public Code code() {
        return Code.RIGHT_NOT_GIVEN;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        return inspection.promises().stream().flatMap(promise -> {
            List<Verdict> missing = promise.missing(inspection.licensing());
            return missing.isEmpty()
                    ? Stream.of()
                    : Stream.of(Finding.of(
                                    code(),
                                    promise.title() + " leaves out " + missing.size() + " of the rights that "
                                            + promise.licences() + " covers: " + ProofObligation.list(missing))
                            .at(promise.place()));
        });
    }
}
