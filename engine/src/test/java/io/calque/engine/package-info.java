/** Tests of the use cases. */
@NullMarked
package io.calque.engine;

import org.jspecify.annotations.NullMarked;
