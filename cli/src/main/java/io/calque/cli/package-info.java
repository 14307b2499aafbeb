/** The command line: the only place with a main, with standard streams and with wiring. */
@NullMarked
package io.calque.cli;

import org.jspecify.annotations.NullMarked;
