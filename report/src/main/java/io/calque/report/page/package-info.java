/** Reports as pages and documents of their own: readable on screen and paper, in light and dark, without script. */
@NullMarked
package io.calque.report.page;

import org.jspecify.annotations.NullMarked;
