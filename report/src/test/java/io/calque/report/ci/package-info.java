/** Tests of what build servers read. */
@NullMarked
package io.calque.report.ci;

import org.jspecify.annotations.NullMarked;
