/** Tests in the lab. */
@NullMarked
package io.calque.lync.probe;

import org.jspecify.annotations.NullMarked;
