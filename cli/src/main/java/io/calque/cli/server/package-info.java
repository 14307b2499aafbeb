/** Commands that try a connection: {@code probe}, {@code directory}. */
@NullMarked
package io.calque.cli.server;

import org.jspecify.annotations.NullMarked;
