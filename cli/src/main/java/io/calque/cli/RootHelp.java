package io.calque.cli;

import io.calque.cli.commands.Commands;
import io.calque.cli.terminal.Ink;
import java.io.PrintWriter;

/** {@code calque --help}: each command, what it does, and a command that works as it stands. */
final class RootHelp {
    private RootHelp() {}

    static void print(PrintWriter out, Ink ink) {
        out.println(
                "Calque translates the licences a company owns into the policies its Lync or Skype for Business Server");
        out.println("enforces, and proves that the two agree.");
        out.println();
        out.println(ink.bold("usage: calque COMMAND [OPTION…]"));
        for (Commands entry : Commands.values()) {
            out.println();
            out.println("  " + ink.bold(entry.word())
                    + " ".repeat(Math.max(1, 12 - entry.word().length())) + entry.summary());
            out.println("              " + ink.faint("$ " + entry.example()));
        }
        out.println();
        out.println("calque COMMAND --help shows a command's options; calque --version the version.");
        out.println(
                "Exit status: 0 done; 1 could not do it; 2 did it, and the answer is no: findings, drift, a refused brake.");
    }
}
