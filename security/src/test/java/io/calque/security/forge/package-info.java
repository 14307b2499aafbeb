/** Certificates that no authority would issue, and good ones beside them, for the tests of everything that speaks TLS. */
@NullMarked
package io.calque.security.forge;

import org.jspecify.annotations.NullMarked;
