/** The cmdlets of Lync and Skype for Business Server as typed values: one value makes script text and a live call alike. */
@NullMarked
package io.calque.lync.cmdlet;

import org.jspecify.annotations.NullMarked;
