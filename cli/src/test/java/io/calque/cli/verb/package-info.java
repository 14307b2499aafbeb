/** What verbs say. */
@NullMarked
package io.calque.cli.verb;

import org.jspecify.annotations.NullMarked;
