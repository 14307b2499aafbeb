/** The PowerShell remoting protocol without any input or output: fragments, messages and state machines (MS-PSRP). */
@NullMarked
package io.calque.remoting.psrp;

import org.jspecify.annotations.NullMarked;
