package io.calque.lint;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import java.util.stream.Stream;

/** One thing that may be wrong or unwise in a workspace. Stateless. */
interface LintRule {
    /** The code of its findings. */
    Code code();

    /** Every case of it. */
    Stream<Finding> check(LintContext inspection);
}
