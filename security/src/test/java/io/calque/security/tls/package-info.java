/** Tests of trust. */
@NullMarked
package io.calque.security.tls;

import org.jspecify.annotations.NullMarked;
