/** Tests. */
@NullMarked
package io.calque.lync.code;

import org.jspecify.annotations.NullMarked;
