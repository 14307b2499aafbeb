package io.calque.cli.command;

import io.calque.people.FaultyRows;
import picocli.CommandLine.Option;

/** The option of every command that makes something of a whole list of people. */
public final class FaultyOption {
    @Option(
            names = "--leave-out-faulty",
            description = "leave out people whose rows can't be read, and name them; else such a list is refused")
    private boolean leaveOut;

    /** What becomes of such rows. */
    public FaultyRows value() {
        return leaveOut ? FaultyRows.LEAVE_OUT : FaultyRows.REFUSE;
    }
}
