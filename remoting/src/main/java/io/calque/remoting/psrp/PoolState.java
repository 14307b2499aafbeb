package io.calque.remoting.psrp;

import java.util.Optional;

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

    /** The state with that number on the wire; empty for one that is not known. */
    static Optional<PoolState> of(long number) {
        return number < 0 || number >= values().length ? Optional.empty() : Optional.of(values()[(int) number]);
    }

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
