/** What tests that feed foreign bytes to the readers share. */
@NullMarked
package io.calque.remoting.fuzz;

import org.jspecify.annotations.NullMarked;
