/** Which person gets which persona, and why: personas, ordered rules, exceptions. */
@NullMarked
package io.calque.assign;

import org.jspecify.annotations.NullMarked;
