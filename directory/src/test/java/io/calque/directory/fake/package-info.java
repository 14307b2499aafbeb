/** A domain controller of our own making, for the limits that others don't enforce and the failures that they don't have. */
@NullMarked
package io.calque.directory.fake;

import org.jspecify.annotations.NullMarked;
