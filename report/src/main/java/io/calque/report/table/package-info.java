/** Tables as data, and a renderer for each format: CSV, Markdown, HTML, workbooks. */
@NullMarked
package io.calque.report.table;

import org.jspecify.annotations.NullMarked;
