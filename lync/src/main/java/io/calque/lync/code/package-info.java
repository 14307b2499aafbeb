/** PowerShell source text: the one place where values become script text, and where nothing but compile-time constants and literals can. */
@NullMarked
package io.calque.lync.code;

import org.jspecify.annotations.NullMarked;
