/** Which servers are trusted, and the one way to speak TLS to them: path validation by the JDK (RFC 5280), host name included. */
@NullMarked
package io.calque.security.tls;

import org.jspecify.annotations.NullMarked;
