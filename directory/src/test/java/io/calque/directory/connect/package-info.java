/** Connections to controllers. */
@NullMarked
package io.calque.directory.connect;

import org.jspecify.annotations.NullMarked;
