/** The manual: pages for {@code man}, from the same model of the commands as the help. */
@NullMarked
package io.calque.cli.manual;

import org.jspecify.annotations.NullMarked;
