package io.calque.cli.folder;

import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.plan.Plan;
import io.calque.workspace.WorkspaceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the workspace that a plan or a run belongs to, when nobody names it: a workspace remembers the plans made from it. Looked at
 * are the folder one is in, the folder of the file, and the folders right below these.
 */
public final class Workspaces {
    private static final String PLANS = ".calque/plans";

    private Workspaces() {}

    /** Remembers in a workspace that a plan was made from it. */
    public static void remember(Folder folder, Plan plan) {
        SafeFile.writeText(folder.path().resolve(PLANS).resolve(name(plan)), "");
    }

    /** The workspace that a plan was made from, or that one is in. */
    public static Folder ofPlan(@Nullable String named, Plan plan, String file, Terminal terminal) {
        Path beside = terminal.resolve(file).toAbsolutePath().getParent();
        return find(named, PLANS + "/" + name(plan), terminal, List.of(terminal.directory(), beside))
                .orElseThrow(() -> unknown("the plan " + file));
    }

    /** The workspace that a run was applied in, or that one is in. */
    public static Folder ofRun(@Nullable String named, String run, Terminal terminal) {
        return find(named, ".calque/runs/" + run + ".jsonl", terminal, List.of(terminal.directory()))
                .orElseThrow(() -> unknown("the run " + run));
    }

    private static Optional<Folder> find(@Nullable String named, String trace, Terminal terminal, List<Path> around) {
        if (named != null) {
            return Optional.of(Folder.open(terminal.resolve(named), named));
        }
        List<Path> candidates =
                around.stream().flatMap(Workspaces::withFoldersBelow).distinct().toList();
        return candidates.stream()
                .filter(folder -> Files.exists(folder.resolve(trace)))
                .findFirst()
                .or(() -> around.stream().filter(Workspaces::isWorkspace).findFirst())
                .map(path -> Folder.open(path, shown(path, terminal)));
    }

    private static Stream<Path> withFoldersBelow(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> below = inside.filter(Workspaces::isWorkspace).sorted().toList();
            return Stream.concat(Stream.of(folder), below.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWorkspace(Path folder) {
        return Files.isRegularFile(folder.resolve(WorkspaceReader.CONFIG));
    }

    private static String shown(Path path, Terminal terminal) {
        String relative = terminal.directory().relativize(path).toString();
        return relative.isEmpty() ? "." : relative;
    }

    private static String name(Plan plan) {
        return plan.header().digest().replace("sha256:", "");
    }

    private static Fault unknown(String what) {
        return new Fault(Finding.of(Code.USAGE, "it is not known which workspace " + what + " belongs to")
                .help("Name it with --workspace DIR"));
    }
}
