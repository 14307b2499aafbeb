package io.calque.cli.verb;

import io.calque.cli.report.ExcelFile;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.store.SafeFile;
import io.calque.table.Grid;
import org.jspecify.annotations.Nullable;

/** Answers with a workbook, which needs a file to go to. */
final class WorkbookAnswer {
    private WorkbookAnswer() {}

    /** Saves a table as the answer of a verb; a fault, with the verb's example, where no file was named. */
    static void save(Terminal terminal, String verb, Grid grid, String sheet, @Nullable String output) {
        if (output == null) {
            throw new Fault(Finding.of(Code.USAGE, "a workbook is no text to print")
                    .help("Name a file: calque " + verb + " --format xlsx -o " + verb + ".xlsx"));
        }
        SafeFile.write(terminal.resolve(output), out -> ExcelFile.write(grid, sheet, out));
        terminal.err().println("Wrote " + output);
    }
}
