/** Tests. */
@NullMarked
package io.calque.lync.result;

import org.jspecify.annotations.NullMarked;
