/** The list of all commands, and the parsers made from it. */
@NullMarked
package io.calque.cli.commands;

import org.jspecify.annotations.NullMarked;
