/** PowerShell remoting over the standard streams of a process ({@code pwsh -s}, an SSH subsystem) or over a Unix socket. */
@NullMarked
package io.calque.remoting.outofproc;

import org.jspecify.annotations.NullMarked;
