package io.calque.cli;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A bug of Calque itself: the person sees one line, the stack trace goes into a file that they can send. */
final class BugReport {
    private BugReport() {}

    static Finding of(Throwable bug, List<String> arguments, Map<String, String> environment) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println("calque " + Program.VERSION + ", Java " + Runtime.version() + ", " + System.getProperty("os.name"));
        out.println("arguments: " + arguments);
        out.println();
        bug.printStackTrace(out);
        String what = "internal error: " + bug.getClass().getSimpleName();
        try {
            Path file = environment.containsKey("TMPDIR")
                    ? Files.createTempFile(Path.of(environment.get("TMPDIR")), "calque-bug-", ".txt")
                    : Files.createTempFile("calque-bug-", ".txt");
            Files.writeString(file, text.toString());
            return Finding.of(Code.INTERNAL, what)
                    .help("This is a bug of Calque, not a fault of yours; please send " + file + " to its authors");
        } catch (IOException e) {
            return Finding.of(Code.INTERNAL, what).help("The report could not be saved: " + e.getMessage());
        }
    }
}
