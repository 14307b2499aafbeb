/** Tests of the observed state. */
@NullMarked
package io.calque.directory.observe;

import org.jspecify.annotations.NullMarked;
