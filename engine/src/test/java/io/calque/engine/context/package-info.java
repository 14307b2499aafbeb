/** Tests of what use cases take from outside. */
@NullMarked
package io.calque.engine.context;

import org.jspecify.annotations.NullMarked;
