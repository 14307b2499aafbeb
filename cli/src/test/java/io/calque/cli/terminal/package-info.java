/** What people see: widths, tables, progress. */
@NullMarked
package io.calque.cli.terminal;

import org.jspecify.annotations.NullMarked;
