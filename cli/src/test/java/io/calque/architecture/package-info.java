/** The rules that hold for all modules, seen from the one that depends on all. */
@NullMarked
package io.calque.architecture;

import org.jspecify.annotations.NullMarked;
