package io.calque.cli.command;

import picocli.CommandLine.Option;

/** The option that every command has. */
public final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "how the answer is written") // the parser names the formats of the command
    private Format value = Format.TEXT;

    /** The format asked for. */
    public Format value() {
        return value;
    }
}
