package io.calque.powershell.psrp;

/** The states of a pipeline; the order gives the numbers on the wire (MS-PSRP 2.2.3.5). */
public enum PipelineState {
    NOT_STARTED,
    RUNNING,
    STOPPING,
    STOPPED,
    COMPLETED,
    FAILED,
    DISCONNECTED;

    /** Whether the pipeline has ended. */
    public boolean isOver() {
        return switch (this) {
            case STOPPED, COMPLETED, FAILED -> true;
            case NOT_STARTED, RUNNING, STOPPING, DISCONNECTED -> false;
        };
    }
}
