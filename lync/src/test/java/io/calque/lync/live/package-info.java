/** Tests in the lab. */
@NullMarked
package io.calque.lync.live;

import org.jspecify.annotations.NullMarked;
