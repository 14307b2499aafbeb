/** What changed in a directory since a copy was made, and how the copy is brought up to date. */
@NullMarked
package io.calque.directory.change;

import org.jspecify.annotations.NullMarked;
