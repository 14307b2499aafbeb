/** Cmdlets as typed values: as script text, as CLIXML, and over PowerShell remoting. */
@NullMarked
package io.calque.powershell;

import org.jspecify.annotations.NullMarked;
