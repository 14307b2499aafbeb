package io.calque.cli.commands;

import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.util.Objects;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

/** Writes completion scripts, from the same list of commands as the parser. */
@CommandLine.Command
final class CompletionCommand implements Command {
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish")
    private Shell shell = Shell.BASH;

    @Override
    public Exit run(Terminal terminal) {
        CommandLine all = CommandLines.all();
        switch (shell) {
            case BASH -> terminal.out().print(AutoComplete.bash("calque", all));
            case ZSH -> {
                terminal.out()
                        .print(
                                "#compdef calque\nautoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n");
                terminal.out().print(AutoComplete.bash("calque", all));
            }
            case FISH -> fish(all, terminal.out());
        }
        return Exit.DONE;
    }

    private static void fish(CommandLine all, PrintWriter out) {
        for (Commands entry : Commands.values()) {
            out.printf(
                    "complete -c calque -n __fish_use_subcommand -f -a %s -d %s%n",
                    entry.word(), quoted(entry.summary()));
            CommandLine line = Objects.requireNonNull(all.getSubcommands().get(entry.word()));
            for (OptionSpec option : line.getCommandSpec().options()) {
                out.printf("complete -c calque -n '__fish_seen_subcommand_from %s'", entry.word());
                for (String name : option.names()) {
                    out.print(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
                }
                out.print(option.arity().max() > 0 ? " -r" : "");
                out.printf(" -d %s%n", quoted(String.join(" ", option.description())));
            }
        }
    }

    /** A word in fish's single quotes, where a backslash and the quote itself are escaped by a backslash (fish manual, "Quotes"). */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
