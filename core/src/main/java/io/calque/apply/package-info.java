/** Doing a plan's steps: the port to what a plan is applied to, the loop with its journal, and the simulated pool. */
@NullMarked
package io.calque.apply;

import org.jspecify.annotations.NullMarked;
