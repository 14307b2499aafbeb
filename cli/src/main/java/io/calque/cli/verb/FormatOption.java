package io.calque.cli.verb;

import picocli.CommandLine.Option;

/** The option that every verb has. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), json, or another that this verb writes")
    private Format value = Format.TEXT;

    Format value() {
        return value;
    }
}
