/** Tables of data, written as CSV, Markdown, HTML and workbooks; a writer for each format and no other place that knows it. */
@NullMarked
package io.calque.cli.table;

import org.jspecify.annotations.NullMarked;
