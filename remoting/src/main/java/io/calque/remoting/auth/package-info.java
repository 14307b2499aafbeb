/** Who we are, and how the server comes to believe it: Kerberos and NTLM inside Negotiate, NTLM alone, Basic. */
@NullMarked
package io.calque.remoting.auth;

import org.jspecify.annotations.NullMarked;
