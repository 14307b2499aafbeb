/** The lab: a real PowerShell engine with the Lync cmdlets simulated, for tests. */
@NullMarked
package io.calque.powershell.lab;

import org.jspecify.annotations.NullMarked;
