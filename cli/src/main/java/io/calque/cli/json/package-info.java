/** The one JSON emitter of the command line. */
@NullMarked
package io.calque.cli.json;

import org.jspecify.annotations.NullMarked;
