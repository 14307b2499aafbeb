/** Policies, their scopes, the effective policy of a person, and the rights that it gives. */
@NullMarked
package io.calque.policy;

import org.jspecify.annotations.NullMarked;
