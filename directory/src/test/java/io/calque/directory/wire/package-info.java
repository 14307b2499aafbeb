/** Tests of messages as bytes. */
@NullMarked
package io.calque.directory.wire;

import org.jspecify.annotations.NullMarked;
