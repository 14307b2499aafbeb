/** Tests of following changes. */
@NullMarked
package io.calque.directory.change;

import org.jspecify.annotations.NullMarked;
