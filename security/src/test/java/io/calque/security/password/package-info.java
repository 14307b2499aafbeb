/** Tests of password sources. */
@NullMarked
package io.calque.security.password;

import org.jspecify.annotations.NullMarked;
