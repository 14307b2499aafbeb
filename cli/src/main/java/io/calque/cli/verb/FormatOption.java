package io.calque.cli.verb;

import picocli.CommandLine.Option;

/** The option that every verb has. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "how the answer is written") // the parser names the formats of the verb
    private Format value = Format.TEXT;

    Format value() {
        return value;
    }
}
