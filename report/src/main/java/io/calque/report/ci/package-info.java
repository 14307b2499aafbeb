/** Findings in the formats that build servers read: SARIF, JUnit's XML, GitHub's annotations. */
@NullMarked
package io.calque.report.ci;

import org.jspecify.annotations.NullMarked;
