package io.calque.engine.folder;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the workspace that a plan or a run belongs to, when nobody names it: a workspace remembers the plans made from it. Looked at
 * are the folder one is in, the folder of the file, and, where neither does, the folders right below these.
 */
public final class WorkspaceFinder {
    private final Path here;

    /**
     * Looks around a folder.
     *
     * @param here the folder that the person is in, absolute
     */
    public WorkspaceFinder(Path here) {
        this.here = here;
    }

    /** The workspace that a plan was made from, or that one is in. */
    public WorkspaceFolder ofPlan(@Nullable String named, Plan plan, String file) {
        Path beside = here.resolve(file).normalize().getParent();
        String what = "the plan " + file;
        return find(named, what, folder -> folder.remembers(plan), List.of(here, beside))
                .orElseThrow(() -> unknown(what));
    }

    /** The workspace that a run was applied in, or that one is in. */
    public WorkspaceFolder ofRun(@Nullable String named, String run) {
        String what = "the run " + run;
        return find(named, what, folder -> folder.holdsRun(run), List.of(here)).orElseThrow(() -> unknown(what));
    }

    private Optional<WorkspaceFolder> find(
            @Nullable String named, String what, Predicate<WorkspaceFolder> trace, List<Path> around) {
        if (named != null) {
            return Optional.of(WorkspaceFolder.open(here.resolve(named).normalize(), named));
        }
        List<Path> remembering = around.stream()
                .flatMap(WorkspaceFinder::withFoldersBelow)
                .distinct()
                .filter(path -> trace.test(open(path)))
                .toList();
        return around.stream()
                .filter(remembering::contains)
                .findFirst()
                .or(() -> only(remembering, what))
                .or(() -> around.stream().filter(WorkspaceFolder::isWorkspace).findFirst())
                .map(this::open);
    }

    /** Workspaces that are alike make plans that are alike; which of them is meant is never guessed. */
    private Optional<Path> only(List<Path> remembering, String what) {
        if (remembering.size() > 1) {
            throw new Fault(Finding.of(Code.USAGE, what + " belongs to several workspaces here")
                    .help("Say which: "
                            + remembering.stream()
                                    .map(path -> "--workspace " + shown(path))
                                    .collect(Collectors.joining(" or "))));
        }
        return remembering.stream().findFirst();
    }

    private static Stream<Path> withFoldersBelow(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> below =
                    inside.filter(WorkspaceFolder::isWorkspace).sorted().toList();
            return Stream.concat(Stream.of(folder), below.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WorkspaceFolder open(Path path) {
        return WorkspaceFolder.open(path, shown(path));
    }

    private String shown(Path path) {
        String relative = here.relativize(path).toString();
        return relative.isEmpty() ? "." : relative;
    }

    private static Fault unknown(String what) {
        return new Fault(Finding.of(Code.USAGE, "it is not known to which workspace " + what + " belongs")
                .help("Name it with --workspace DIR"));
    }
}
