/** The record of what was done: events, each chained to the one before it by a hash, and what they say of a run. */
@NullMarked
package io.calque.journal;

import org.jspecify.annotations.NullMarked;
