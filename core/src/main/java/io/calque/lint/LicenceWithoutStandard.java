package io.calque.lint;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import java.util.stream.Stream;

/** Enterprise or Plus without Standard, on which both rest. */
final class LicenceWithoutStandard implements LintRule {
    @Override
    public Code code() {
        return Code.LICENCE_WITHOUT_STANDARD;
    }

    @Override
    public Stream<Finding> check(Inspection inspection) {
        return inspection.promises().stream()
                .filter(promise -> promise.licences().lacksBase())
                .map(promise -> Finding.of(
                                code(),
                                promise.title() + " has " + promise.licences()
                                        + " without standard, on which every other licence rests")
                        .help("Add standard to 'licences'")
                        .at(promise.place()));
    }
}
