/** Tests. */
@NullMarked
package io.calque.powershell.cmdlet;

import org.jspecify.annotations.NullMarked;
