/** Tests in the lab. */
@NullMarked
package io.calque.powershell.probe;

import org.jspecify.annotations.NullMarked;
