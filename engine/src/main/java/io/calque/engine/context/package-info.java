/** What a use case takes from outside: clock, zone, actor, progress, cancellation, executor, passwords. */
@NullMarked
package io.calque.engine.context;

import org.jspecify.annotations.NullMarked;
