package io.calque.engine.folder;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.plan.Plan;
import io.calque.plan.PlanReader;
import io.calque.plan.PlanWriter;
import io.calque.security.file.Access;
import io.calque.security.file.SafeFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plans in files. */
public final class PlanFile {
    private static final int BUFFER = 1 << 16;

    private PlanFile() {}

    /**
     * Reads a plan.
     *
     * @param name the file as the person wrote it, for messages
     * @throws Fault when there is no such file or it holds no whole plan
     */
    public static Plan read(Path file, String name) {
        if (WorkspaceFolder.isWorkspace(file)) {
            throw new Fault(Finding.of(Code.UNREADABLE_FILE, name + " is a workspace, and a plan is a file")
                    .help("Make one with: calque plan " + name + " -o FILE"));
        }
        if (!Files.isRegularFile(file)) {
            throw new Fault(Finding.of(Code.UNREADABLE_FILE, "there is no plan file here")
                    .help("Make one with: calque plan DIR -o " + name)
                    .at(Place.of(name)));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            return PlanReader.read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a plan where a user wants it; the workspace remembers that it was made from it.
     *
     * @param name the file as the user wrote it, for messages
     * @throws Fault when the file must not be written, as {@link OutputFile} says
     */
    public static void save(Plan plan, Path file, String name, WorkspaceFolder workspace) {
        OutputFile.write(file, name, Access.OWNER, out -> PlanWriter.write(plan, out));
        workspace.remember(plan);
    }

    /** Writes a plan, whole or not at all. */
    public static void write(Plan plan, Path file) {
        SafeFile.write(file, Access.OWNER, out -> PlanWriter.write(plan, out));
    }
}
