/** The command {@code policies}: table, diagram, guide, smallest set. */
@NullMarked
package io.calque.cli.policies;

import org.jspecify.annotations.NullMarked;
