/** Tests. */
@NullMarked
package io.calque.powershell.result;

import org.jspecify.annotations.NullMarked;
