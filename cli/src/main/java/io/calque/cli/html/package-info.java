/** The one place where values meet HTML and SVG. */
@NullMarked
package io.calque.cli.html;

import org.jspecify.annotations.NullMarked;
