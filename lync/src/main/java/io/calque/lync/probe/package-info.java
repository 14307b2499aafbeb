/** A read-only look at a live endpoint, layer by layer: what works, what does not, and what to do next. */
@NullMarked
package io.calque.lync.probe;

import org.jspecify.annotations.NullMarked;
