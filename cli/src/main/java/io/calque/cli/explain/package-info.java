/** The command {@code explain}: its answers as text. */
@NullMarked
package io.calque.cli.explain;

import org.jspecify.annotations.NullMarked;
