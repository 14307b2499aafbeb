/** A plan as a PowerShell script: typed steps in, a file out that an administrator reads, carries to the server and runs. */
@NullMarked
package io.calque.lync.script;

import org.jspecify.annotations.NullMarked;
