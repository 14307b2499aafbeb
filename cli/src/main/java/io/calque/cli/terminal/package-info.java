/** What a command sees of the outside world: streams, width, colours, clock; and the one way to print tables, findings and progress. */
@NullMarked
package io.calque.cli.terminal;

import org.jspecify.annotations.NullMarked;
