/** Commands that make plans, or compare: {@code plan}, {@code grant}, {@code undo}, {@code drift}. */
@NullMarked
package io.calque.cli.plan;

import org.jspecify.annotations.NullMarked;
