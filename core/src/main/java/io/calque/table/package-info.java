/** Tables as data, and a renderer for each format: CSV, Markdown, HTML. */
@NullMarked
package io.calque.table;

import org.jspecify.annotations.NullMarked;
