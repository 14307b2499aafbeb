/** CLIXML, the XML in which PowerShell writes objects: the values, their text, a hardened reader and a writer (MS-PSRP 2.2.5). */
@NullMarked
package io.calque.remoting.clixml;

import org.jspecify.annotations.NullMarked;
