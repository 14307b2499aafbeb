/** Tests of rows. */
@NullMarked
package io.calque.directory.row;

import org.jspecify.annotations.NullMarked;
