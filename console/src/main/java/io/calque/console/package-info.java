/** The web console and REST API. */
@NullMarked
package io.calque.console;

import org.jspecify.annotations.NullMarked;
