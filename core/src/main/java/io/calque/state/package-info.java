/** Observed state: what the server holds, as values and as JSON. */
@NullMarked
package io.calque.state;

import org.jspecify.annotations.NullMarked;
