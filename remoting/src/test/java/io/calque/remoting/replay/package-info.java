/** Recorded conversations with real servers, and a server that plays them back. */
@NullMarked
package io.calque.remoting.replay;

import org.jspecify.annotations.NullMarked;
