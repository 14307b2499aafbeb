/** Tests. */
@NullMarked
package io.calque.lync.cmdlet;

import org.jspecify.annotations.NullMarked;
