/** Cmdlets as typed values: as script text, as CLIXML, and over PowerShell remoting. */
@NullMarked
package io.calque.lync;

import org.jspecify.annotations.NullMarked;
