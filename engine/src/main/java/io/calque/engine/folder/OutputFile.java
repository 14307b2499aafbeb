package io.calque.engine.folder;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.security.file.Access;
import io.calque.security.file.SafeFile;
import io.calque.workspace.WorkspaceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The file that a user named for an answer. It is written whole or not at all, and replaces nothing but an earlier answer of the same
 * kind: one mistyped name must not cost a list of people.
 */
public final class OutputFile {
    private static final Set<String> INPUTS = Set.of(
            WorkspaceReader.CONFIG,
            WorkspaceReader.POLICIES,
            WorkspaceReader.ASSIGNMENTS,
            WorkspaceReader.EXCEPTIONS,
            WorkspaceReader.TESTS);

    private OutputFile() {}

    /**
     * Writes an answer.
     *
     * @param name the file as the user wrote it, for messages
     * @param access who may read it
     * @throws Fault when the file must not be written: its folder is missing, it is not a regular file, a workspace reads it or keeps
     *     it, or it holds something else than an earlier answer of this kind
     */
    public static void write(Path file, String name, Access access, SafeFile.Content content) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.exists(folder)) {
            throw refused("there is no folder for " + name, "Make the folder first, or name another file");
        }
        if (folder.endsWith(WorkspaceFolder.STATE) || isInput(file, folder)) {
            throw refused(name + " belongs to the workspace", "Name another file");
        }
        if (!Files.exists(file)) {
            SafeFile.write(file, access, content);
            return;
        }
        if (!Files.isRegularFile(file)) {
            throw refused(name + " is not a regular file", "Name another file");
        }
        EarlierAnswer earlier = EarlierAnswer.in(file);
        SafeFile.write(file, access, out -> {
            EarlierAnswer.Checked checked = earlier.check(
                    out,
                    () -> refused(
                            name + " exists and does not hold an answer of this kind",
                            "Name another file, or remove this one"));
            content.write(checked);
            checked.end();
        });
    }

    private static boolean isInput(Path file, Path folder) {
        return WorkspaceFolder.isWorkspace(folder) && INPUTS.contains(String.valueOf(file.getFileName()));
    }

    private static Fault refused(String problem, String help) {
        return new Fault(Finding.of(Code.OUTPUT_REFUSED, problem).help(help));
    }
}
