/** The kept copy of a directory's people: written once, then only its changes; streamed, never held in memory. */
@NullMarked
package io.calque.directory.copy;

import org.jspecify.annotations.NullMarked;
