/** Tests. */
@NullMarked
package io.calque.powershell.code;

import org.jspecify.annotations.NullMarked;
