/** XML and HTML as text: the one place where values become markup. */
@NullMarked
package io.calque.report.markup;

import org.jspecify.annotations.NullMarked;
