/** Tests of scripts, most of them in the lab. */
@NullMarked
package io.calque.powershell.script;

import org.jspecify.annotations.NullMarked;
