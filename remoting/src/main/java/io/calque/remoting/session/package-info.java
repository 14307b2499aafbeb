/** A blocking session with a PowerShell endpoint: one pipeline of typed commands at a time, each call with one of five ends. */
@NullMarked
package io.calque.remoting.session;

import org.jspecify.annotations.NullMarked;
