/** Tests of secrets. */
@NullMarked
package io.calque.security.secret;

import org.jspecify.annotations.NullMarked;
