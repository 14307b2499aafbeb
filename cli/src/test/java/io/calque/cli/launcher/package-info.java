/** The launcher's way to a JDK. */
@NullMarked
package io.calque.cli.launcher;

import org.jspecify.annotations.NullMarked;
