/**
 * What changed in a directory since a copy was made, and how the copy is brought up to date. This package exists for speed alone; the table
 * in docs/directory.md says what it follows, and a randomised test holds it against reading everybody.
 */
@NullMarked
package io.calque.directory.change;

import org.jspecify.annotations.NullMarked;
