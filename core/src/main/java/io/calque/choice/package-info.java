/** Choosing a policy: the questions that tell policies apart, the decision tree drawn from them, and a guide that asks. */
@NullMarked
package io.calque.choice;

import org.jspecify.annotations.NullMarked;
