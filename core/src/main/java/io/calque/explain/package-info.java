/** Who has which right and through which gate; policies compared; the simplest set of policies; the least licence. */
@NullMarked
package io.calque.explain;

import org.jspecify.annotations.NullMarked;
