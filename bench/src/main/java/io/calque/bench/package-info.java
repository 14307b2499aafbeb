/** Measurements, each with its peer or limit in the same run. Not part of the product. */
@NullMarked
package io.calque.bench;

import org.jspecify.annotations.NullMarked;
