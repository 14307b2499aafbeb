/** Commands on files: {@code new}, {@code meet}. */
@NullMarked
package io.calque.cli.workspace;

import org.jspecify.annotations.NullMarked;
