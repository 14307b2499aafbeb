/** Tests of what Kerberos failures mean. */
@NullMarked
package io.calque.security.kerberos;

import org.jspecify.annotations.NullMarked;
