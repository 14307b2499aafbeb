/** Reading from a controller: pages, ranges, groups, and the limits that servers set. */
@NullMarked
package io.calque.directory.read;

import org.jspecify.annotations.NullMarked;
