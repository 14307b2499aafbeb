package io.calque.cli.command;

/** How a command ends. */
public enum Exit {
    /** Done, nothing to report. */
    DONE(0),
    /** Could not do it: usage, unreadable or invalid input, environment. */
    FAILED(1),
    /** Did it, and the answer is no: findings of severity error, drift, a refused brake, a failed or doubtful step. */
    NO(2);

    private final int status;

    Exit(int status) {
        this.status = status;
    }

    /** The exit status of the process. */
    public int status() {
        return status;
    }
}
