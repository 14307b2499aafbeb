/** What Kerberos failures mean, in words that somebody can act on. */
@NullMarked
package io.calque.security.kerberos;

import org.jspecify.annotations.NullMarked;
