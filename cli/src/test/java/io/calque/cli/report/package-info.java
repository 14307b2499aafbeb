/** Tests of reports. */
@NullMarked
package io.calque.cli.report;

import org.jspecify.annotations.NullMarked;
