package io.calque.cli.verb;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Parsers made from the list of verbs. */
public final class CommandLines {
    private CommandLines() {}

    /** The parser of one verb, which fills this action. */
    public static CommandLine of(Verb verb, Action action) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(action);
        spec.name("calque " + verb.word());
        formats(spec, action);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("show this help")
                .build());
        spec.usageMessage()
                .header(capital(verb.summary()) + ".", "")
                .sortOptions(false)
                .descriptionHeading("")
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .footerHeading("%nExample:%n")
                .footer("  " + verb.example().replace("%", "%%"));
        CommandLine line = new CommandLine(spec);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setPosixClusteredShortOptionsAllowed(false);
        line.setExpandAtFiles(false);
        return line;
    }

    /** Names the formats that this verb writes. */
    private static void formats(CommandSpec spec, Action action) {
        OptionSpec format = spec.findOption("--format");
        if (format != null) {
            String words = action.formats().stream().sorted().map(Format::word).collect(Collectors.joining(", "));
            spec.remove(format);
            spec.addOption(OptionSpec.builder(format)
                    .description(words.replaceFirst("text", "text (default)"))
                    .build());
        }
    }

    /** The whole program with every verb, for completion. */
    static CommandLine all() {
        CommandLine root = new CommandLine(CommandSpec.create().name("calque"));
        for (Verb verb : Verb.values()) {
            CommandLine line = of(verb, verb.action());
            line.getCommandSpec().name(verb.word());
            root.addSubcommand(verb.word(), line);
        }
        return root;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
