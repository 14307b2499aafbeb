/** Tests of people's and servers' sources. */
@NullMarked
package io.calque.engine.source;

import org.jspecify.annotations.NullMarked;
