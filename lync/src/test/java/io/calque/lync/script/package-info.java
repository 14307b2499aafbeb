/** Tests of scripts, most of them in the lab. */
@NullMarked
package io.calque.lync.script;

import org.jspecify.annotations.NullMarked;
