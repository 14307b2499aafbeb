/** What all commands have in common: their outside, their options, how they end. */
@NullMarked
package io.calque.cli.command;

import org.jspecify.annotations.NullMarked;
