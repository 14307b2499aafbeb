/** Tests of the kept copy. */
@NullMarked
package io.calque.directory.copy;

import org.jspecify.annotations.NullMarked;
