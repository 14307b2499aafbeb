/** Tests in the lab. */
@NullMarked
package io.calque.powershell.live;

import org.jspecify.annotations.NullMarked;
