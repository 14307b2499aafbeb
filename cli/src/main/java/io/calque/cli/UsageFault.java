package io.calque.cli;

import io.calque.cli.command.Command;
import io.calque.cli.command.Format;
import io.calque.cli.commands.Commands;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.source.NearMiss;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line and what was probably meant. */
final class UsageFault {
    private UsageFault() {}

    /** A first word that is no command. */
    static Finding unknown(String word) {
        String kind = word.startsWith("-") ? "option" : "command";
        String help = near(word, kind.equals("option") ? List.of("--help", "--version") : Commands.words())
                .map(near -> "Did you mean '" + near + "'?")
                .orElse("calque --help lists the commands; a command's options come after it");
        return finding("unknown " + kind + " '" + word + "'", help);
    }

    /** A format that this command does not write. */
    static Finding format(Commands entry, Command command) {
        String possible = command.formats().stream().sorted().map(Format::word).collect(Collectors.joining(", "));
        return finding(
                "calque " + entry.word() + " does not write " + command.format().word(), "It writes: " + possible);
    }

    /** What the parser refused. */
    static Finding of(ParameterException e) {
        CommandLine line = e.getCommandLine();
        String more = line.getCommandName() + " --help shows how";
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, line, more);
            case MissingParameterException missing -> finding(missingText(missing), more);
            case ParameterException wrong
            when wrong.getArgSpec() != null && wrong.getValue() != null ->
                wrongValue(wrong.getArgSpec(), wrong.getValue(), more);
            default -> finding(sentence(String.valueOf(e.getMessage())), more);
        };
    }

    private static Finding unmatched(UnmatchedArgumentException e, CommandLine line, String more) {
        String first = e.getUnmatched().getFirst();
        if (!e.isUnknownOption()) {
            return finding("one argument too many: '" + first + "'", more);
        }
        String name = first.contains("=") ? first.substring(0, first.indexOf('=')) : first;
        List<String> names = line.getCommandSpec().options().stream()
                .flatMap(option -> List.of(option.names()).stream())
                .toList();
        return finding(
                "unknown option '" + name + "'",
                near(name, names).map(near -> "Did you mean '" + near + "'?").orElse(more));
    }

    /** What was begun, else what was mistyped. */
    private static Optional<String> near(String word, List<String> known) {
        return known.stream().filter(k -> k.startsWith(word)).findFirst().or(() -> NearMiss.of(word, known));
    }

    private static Finding wrongValue(ArgSpec argument, String value, String more) {
        String name = argument.isOption() ? ((OptionSpec) argument).longestName() : argument.paramLabel();
        List<String> words = argument.type().isEnum()
                ? Arrays.stream(argument.type().getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
        String known = words.isEmpty() ? more : "It is one of " + String.join(", ", words);
        return finding(
                "'" + value + "' is not a value for " + name,
                near(value, words)
                        .map(near -> "Did you mean '" + near + "'? " + known)
                        .orElse(known));
    }

    private static String missingText(MissingParameterException e) {
        return "missing: "
                + e.getMissing().stream()
                        .map(argument -> argument.isOption()
                                ? ((OptionSpec) argument).longestName() + " " + argument.paramLabel()
                                : argument.paramLabel())
                        .collect(Collectors.joining(", "));
    }

    private static String sentence(String message) {
        String plain = message.lines().findFirst().orElse("").strip();
        return plain.isEmpty()
                ? "the command line can't be read"
                : Character.toLowerCase(plain.charAt(0)) + plain.substring(1);
    }

    private static Finding finding(String message, String help) {
        return Finding.of(Code.USAGE, message).help(help);
    }
}
