package io.calque.remoting.psrp;

import java.util.Optional;

/** The states of a pipeline; the order gives the numbers on the wire (MS-PSRP 2.2.3.5). */
public enum PipelineState {
    NOT_STARTED,
    RUNNING,
    STOPPING,
    STOPPED,
    COMPLETED,
    FAILED,
    DISCONNECTED;

    /** The state with that number on the wire; empty for one that is not known. */
    static Optional<PipelineState> of(long number) {
        return number < 0 || number >= values().length ? Optional.empty() : Optional.of(values()[(int) number]);
    }

    /** Whether the pipeline has ended. */
    public boolean isOver() {
        return switch (this) {
            case STOPPED, COMPLETED, FAILED -> true;
            case NOT_STARTED, RUNNING, STOPPING, DISCONNECTED -> false;
        };
    }
}
