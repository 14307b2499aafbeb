/** HTTP/1.1 over TLS on one kept socket: NTLM authenticates the connection itself, so a pool of connections would not do. */
@NullMarked
package io.calque.remoting.http;

import org.jspecify.annotations.NullMarked;
