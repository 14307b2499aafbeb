/** Commands that carry out plans, or look at what was: {@code apply}, {@code script}, {@code runs}, {@code pool}. */
@NullMarked
package io.calque.cli.run;

import org.jspecify.annotations.NullMarked;
