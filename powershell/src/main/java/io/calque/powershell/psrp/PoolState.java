package io.calque.powershell.psrp;

/** The states of a runspace pool; the order gives the numbers on the wire (MS-PSRP 2.2.3.4). */
public enum PoolState {
    BEFORE_OPEN,
    OPENING,
    OPENED,
    CLOSED,
    CLOSING,
    BROKEN,
    NEGOTIATION_SENT,
    NEGOTIATION_SUCCEEDED,
    CONNECTING,
    DISCONNECTED;

    /** Whether nothing can come any more. */
    public boolean isOver() {
        return switch (this) {
            case CLOSED, BROKEN -> true;
            case BEFORE_OPEN,
                    OPENING,
                    OPENED,
                    CLOSING,
                    NEGOTIATION_SENT,
                    NEGOTIATION_SUCCEEDED,
                    CONNECTING,
                    DISCONNECTED -> false;
        };
    }
}
