/** The plan: from observed to desired state as sorted, reasoned steps that are nothing but data. */
@NullMarked
package io.calque.plan;

import org.jspecify.annotations.NullMarked;
