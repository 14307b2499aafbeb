/** The command {@code audit}: the licence position as text. */
@NullMarked
package io.calque.cli.audit;

import org.jspecify.annotations.NullMarked;
