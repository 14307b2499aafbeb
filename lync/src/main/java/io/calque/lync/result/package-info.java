/** What cmdlets bring back, as the core's own values: every property may be missing and may come as a text or as an object. */
@NullMarked
package io.calque.lync.result;

import org.jspecify.annotations.NullMarked;
