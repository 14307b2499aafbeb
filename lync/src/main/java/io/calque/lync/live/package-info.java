/** Cmdlets on a live server: the same values that make scripts, sent as typed commands, and what came of each user. */
@NullMarked
package io.calque.lync.live;

import org.jspecify.annotations.NullMarked;
