/** The command {@code check}. */
@NullMarked
package io.calque.cli.check;

import org.jspecify.annotations.NullMarked;
