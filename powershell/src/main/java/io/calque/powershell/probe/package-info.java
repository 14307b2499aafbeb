/** A read-only look at a live endpoint, layer by layer: what works, what does not, and what to do next. */
@NullMarked
package io.calque.powershell.probe;

import org.jspecify.annotations.NullMarked;
