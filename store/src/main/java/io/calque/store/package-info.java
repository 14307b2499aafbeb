/** What outlives a run: the journals of runs and the state of the simulated pool, as files that no crash leaves half-written. */
@NullMarked
package io.calque.store;

import org.jspecify.annotations.NullMarked;
