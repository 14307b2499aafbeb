/**
 * The kept copy of a directory's people. This package exists for speed alone: without it everybody is read each time.
 * docs/decisions/0051 says why it has a format of its own.
 */
@NullMarked
package io.calque.directory.copy;

import org.jspecify.annotations.NullMarked;
