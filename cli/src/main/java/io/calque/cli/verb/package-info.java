/** The verbs: {@link io.calque.cli.verb.Verb} lists them, a class each does the work. */
@NullMarked
package io.calque.cli.verb;

import org.jspecify.annotations.NullMarked;
