package io.calque.cli.command;

import io.calque.cli.terminal.Terminal;
import java.util.Set;

/** What a command does. Its fields are filled by picocli from the arguments before it runs. */
public interface Command {
    /**
     * Does it.
     *
     * @throws io.calque.diagnostic.Fault when it can't be done; the program prints the findings and ends with {@link Exit#FAILED}
     */
    Exit run(Terminal terminal);

    /** The format asked for. */
    default Format format() {
        return Format.TEXT;
    }

    /** The formats that make sense here. */
    default Set<Format> formats() {
        return Set.of(Format.TEXT);
    }
}
