/** Where passwords come from. */
@NullMarked
package io.calque.security.password;

import org.jspecify.annotations.NullMarked;
