package io.calque.remoting.outofproc;

import java.io.InputStream;
import java.io.OutputStream;

/** Two streams of bytes to a PowerShell process. */
interface Channel extends AutoCloseable {

    /** What the process writes. */
    InputStream input();

    /** What the process reads. */
    OutputStream output();

    /** What can be said about its end, once its output has ended: an exit status, the last words on its error stream. */
    String farewell();

    /** Ends the connection, and the process if it is ours. Does nothing when called again. */
    @Override
    void close();
}
