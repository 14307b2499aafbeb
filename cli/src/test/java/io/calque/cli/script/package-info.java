/** Script tests: files, commands and expected output in one text file each. */
@NullMarked
package io.calque.cli.script;

import org.jspecify.annotations.NullMarked;
