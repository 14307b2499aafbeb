/** Tests of reports. */
@NullMarked
package io.calque.report.page;

import org.jspecify.annotations.NullMarked;
