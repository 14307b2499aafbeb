/** The port to servers: what can be read of one, and what can be changed on one that can be written. */
@NullMarked
package io.calque.server;

import org.jspecify.annotations.NullMarked;
