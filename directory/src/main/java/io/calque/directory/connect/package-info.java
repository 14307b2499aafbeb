/** A checked, encrypted, authenticated connection to one of several domain controllers. */
@NullMarked
package io.calque.directory.connect;

import org.jspecify.annotations.NullMarked;
