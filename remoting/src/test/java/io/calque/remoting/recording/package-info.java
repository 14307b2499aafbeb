/** Recorded exchanges with real PowerShell endpoints: a YAML list of requests and responses in SOAP, and the fragments in them. */
@NullMarked
package io.calque.remoting.recording;

import org.jspecify.annotations.NullMarked;
