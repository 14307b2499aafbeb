package io.calque.cli.commands;

import io.calque.cli.command.Command;
import io.calque.cli.command.Format;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Parsers made from the list of commands. */
public final class CommandLines {
    private CommandLines() {}

    /** The parser of one command, which fills this command. */
    public static CommandLine of(Commands entry, Command command) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(command);
        spec.name("calque " + entry.word());
        formats(spec, command);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("show this help")
                .build());
        spec.usageMessage()
                .header(capital(entry.summary()) + ".", "")
                .sortOptions(false)
                .descriptionHeading("")
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .footerHeading("%nExample:%n")
                .footer("  " + entry.example().replace("%", "%%"));
        CommandLine line = new CommandLine(spec);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setPosixClusteredShortOptionsAllowed(false);
        line.setExpandAtFiles(false);
        return line;
    }

    /** Names the formats that this command writes. */
    private static void formats(CommandSpec spec, Command command) {
        OptionSpec format = spec.findOption("--format");
        if (format != null) {
            String words = command.formats().stream().sorted().map(Format::word).collect(Collectors.joining(", "));
            spec.remove(format);
            spec.addOption(OptionSpec.builder(format)
                    .description(words.replaceFirst("text", "text (default)"))
                    .build());
        }
    }

    /** The whole program with every command, for completion. */
    static CommandLine all() {
        CommandLine root = new CommandLine(CommandSpec.create().name("calque"));
        for (Commands entry : Commands.values()) {
            CommandLine line = of(entry, entry.command());
            line.getCommandSpec().name(entry.word());
            root.addSubcommand(entry.word(), line);
        }
        return root;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
