package io.calque.cli.folder;

import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.plan.Plan;
import io.calque.store.SafeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the workspace that a plan or a run belongs to, when nobody names it: a workspace remembers the plans made from it. Looked at
 * are the folder one is in, the folder of the file, and, where neither does, the folders right below these.
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
        String what = "the plan " + file;
        return find(named, what, PLANS + "/" + name(plan), terminal, List.of(terminal.directory(), beside))
                .orElseThrow(() -> unknown(what));
    }

    /** The workspace that a run was applied in, or that one is in. */
    public static Folder ofRun(@Nullable String named, String run, Terminal terminal) {
        String what = "the run " + run;
        return find(named, what, ".calque/runs/" + run + ".jsonl", terminal, List.of(terminal.directory()))
                .orElseThrow(() -> unknown(what));
    }

    private static Optional<Folder> find(
            @Nullable String named, String what, String trace, Terminal terminal, List<Path> around) {
        if (named != null) {
            return Optional.of(Folder.open(terminal.resolve(named), named));
        }
        List<Path> remembering = around.stream()
                .flatMap(Workspaces::withFoldersBelow)
                .distinct()
                .filter(folder -> Files.exists(folder.resolve(trace)))
                .toList();
        return around.stream()
                .filter(remembering::contains)
                .findFirst()
                .or(() -> only(remembering, what, terminal))
                .or(() -> around.stream().filter(Folder::isWorkspace).findFirst())
                .map(path -> Folder.open(path, shown(path, terminal)));
    }

    /** Workspaces that are alike make plans that are alike; which of them is meant is never guessed. */
    private static Optional<Path> only(List<Path> remembering, String what, Terminal terminal) {
        if (remembering.size() > 1) {
            throw new Fault(Finding.of(Code.USAGE, what + " belongs to several workspaces here")
                    .help("Say which: "
                            + remembering.stream()
                                    .map(path -> "--workspace " + shown(path, terminal))
                                    .collect(Collectors.joining(" or "))));
        }
        return remembering.stream().findFirst();
    }

    private static Stream<Path> withFoldersBelow(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> below = inside.filter(Folder::isWorkspace).sorted().toList();
            return Stream.concat(Stream.of(folder), below.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(Path path, Terminal terminal) {
        String relative = terminal.directory().relativize(path).toString();
        return relative.isEmpty() ? "." : relative;
    }

    private static String name(Plan plan) {
        return plan.header().digest().replace("sha256:", "");
    }

    private static Fault unknown(String what) {
        return new Fault(Finding.of(Code.USAGE, "it is not known to which workspace " + what + " belongs")
                .help("Name it with --workspace DIR"));
    }
}
