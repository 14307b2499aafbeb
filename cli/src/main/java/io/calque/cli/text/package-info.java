/** Text that several commands print. */
@NullMarked
package io.calque.cli.text;

import org.jspecify.annotations.NullMarked;
