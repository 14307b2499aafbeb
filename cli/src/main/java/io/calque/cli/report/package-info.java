/** Reports as pages of their own: readable on screen and paper, in light and dark, without script. */
@NullMarked
package io.calque.cli.report;

import org.jspecify.annotations.NullMarked;
