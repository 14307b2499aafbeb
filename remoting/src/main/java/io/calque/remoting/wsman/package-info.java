/** Remote shells by WS-Management (MS-WSMV) over HTTPS: the envelopes, their answers and faults, and a {@link WsManTransport}. */
@NullMarked
package io.calque.remoting.wsman;

import org.jspecify.annotations.NullMarked;
