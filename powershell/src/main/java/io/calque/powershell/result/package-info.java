/** What cmdlets bring back, as the core's own values: every property may be missing and may come as a text or as an object. */
@NullMarked
package io.calque.powershell.result;

import org.jspecify.annotations.NullMarked;
