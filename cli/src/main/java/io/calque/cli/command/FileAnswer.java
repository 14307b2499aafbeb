package io.calque.cli.command;

import io.calque.cli.terminal.Printable;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.engine.folder.OutputFile;
import io.calque.security.file.Access;
import io.calque.security.file.SafeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers that go to a file: those that are no text, such as workbooks, must, and texts may. */
public final class FileAnswer {
    private FileAnswer() {}

    /** Saves the answer of a command; a fault, with the command's example, where no file was named. */
    public static void save(
            Terminal terminal,
            String command,
            Format format,
            @Nullable String output,
            Access access,
            SafeFile.Content content) {
        if (output == null) {
            throw new Fault(Finding.of(Code.USAGE, format.word() + " is not text and can't be printed")
                    .help("Name a file: calque " + command + " --format " + format.word() + " -o " + command + "."
                            + format.word()));
        }
        save(terminal, output, access, content);
    }

    /** Prints a text, or saves it where a file was named. */
    public static void print(Terminal terminal, @Nullable String output, Access access, Consumer<Terminal> text) {
        if (output == null) {
            text.accept(terminal);
            return;
        }
        save(terminal, output, access, out -> {
            PrintWriter file = new PrintWriter(out, false, StandardCharsets.UTF_8);
            text.accept(terminal.printingTo(file));
            if (file.checkError()) {
                throw new IOException("the text could not be written whole");
            }
        });
    }

    private static void save(Terminal terminal, String output, Access access, SafeFile.Content content) {
        OutputFile.write(terminal.resolve(output), output, access, content);
        terminal.err().println("Wrote " + Printable.of(output));
    }
}
