package io.calque.cli.verb;

import io.calque.cli.terminal.Printable;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.engine.folder.OutputFile;
import io.calque.store.SafeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers that go to a file: those that are no text, such as workbooks, must, and texts may. */
final class FileAnswer {
    private FileAnswer() {}

    /** Saves the answer of a verb; a fault, with the verb's example, where no file was named. */
    static void save(Terminal terminal, String verb, Format format, @Nullable String output, SafeFile.Content content) {
        if (output == null) {
            throw new Fault(Finding.of(Code.USAGE, format.word() + " is not text and can't be printed")
                    .help("Name a file: calque " + verb + " --format " + format.word() + " -o " + verb + "."
                            + format.word()));
        }
        save(terminal, output, content);
    }

    /** Prints a text, or saves it where a file was named. */
    static void print(Terminal terminal, @Nullable String output, Consumer<Terminal> text) {
        if (output == null) {
            text.accept(terminal);
            return;
        }
        save(terminal, output, out -> {
            PrintWriter file = new PrintWriter(out, false, StandardCharsets.UTF_8);
            text.accept(terminal.printingTo(file));
            if (file.checkError()) {
                throw new IOException("the text could not be written whole");
            }
        });
    }

    private static void save(Terminal terminal, String output, SafeFile.Content content) {
        OutputFile.write(terminal.resolve(output), output, content);
        terminal.err().println("Wrote " + Printable.of(output));
    }
}
