/** The PowerShell lab as tests use it: an engine of its own process, judged by what it says and keeps. */
@NullMarked
package io.calque.powershell.lab;

import org.jspecify.annotations.NullMarked;
