package io.calque.remoting.psrp;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Carries the fragments of one runspace pool to a server and back. It neither reads nor repeats what it carries: nothing is ever sent a second
 * time after a failure that leaves open whether it arrived. Every method may throw a {@link TransportException}, which says how far the
 * request got. {@link #stop} and {@link #close} may come from any thread, whatever another is doing; all else is for one thread at a time.
 */
public interface Transport extends AutoCloseable {

    /**
     * Creates the pool's shell. Called once, first.
     *
     * @param pool the pool's id
     * @param fragments the first fragments (SESSION_CAPABILITY and INIT_RUNSPACEPOOL), at most {@link #room()} bytes; the rest comes by {@link #send}
     */
    void open(UUID pool, byte[] fragments);

    /** How many bytes of fragments one request may carry. May grow after {@link #open}, when the server has said what it accepts. */
    int room();

    /** Starts a pipeline with the first fragments of its CREATE_PIPELINE message, at most {@link #room()} bytes; the rest comes by {@link #send}. */
    void command(UUID pipeline, byte[] fragments);

    /**
     * Sends further fragments, at most {@link #room()} bytes.
     *
     * @param pipeline the pipeline they belong to; null for the pool's own
     */
    void send(@Nullable UUID pipeline, Stream stream, byte[] fragments);

    /**
     * Asks once for what the server has to say and waits a while for it; how long is the transport's affair, but never over half a minute.
     * A time-out of the poll is no failure: it gives empty fragments.
     *
     * @param pipeline the pipeline whose output is wanted; null for the pool's own
     */
    Received receive(@Nullable UUID pipeline);

    /** Asks the server to stop a pipeline, as Ctrl-C does. The pipeline's last state still has to be received. */
    void stop(UUID pipeline);

    /** Lets the server forget a pipeline that ended. */
    void release(UUID pipeline);

    /** Closes the shell, whatever runs in it, and the connection. Does nothing when called again; never throws. */
    @Override
    void close();
}
