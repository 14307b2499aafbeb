/** The lab: a real PowerShell engine with the Lync cmdlets simulated, for tests. */
@NullMarked
package io.calque.remoting.lab;

import org.jspecify.annotations.NullMarked;
