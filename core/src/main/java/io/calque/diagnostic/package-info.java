/** Faults and remarks as values: a stable code, a severity, a place, a remedy. */
@NullMarked
package io.calque.diagnostic;

import org.jspecify.annotations.NullMarked;
