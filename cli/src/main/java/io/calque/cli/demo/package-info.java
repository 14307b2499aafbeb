/** A sample company of any size, always the same, with all the trouble that real ones have. */
@NullMarked
package io.calque.cli.demo;

import org.jspecify.annotations.NullMarked;
