package io.calque.engine.folder;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.plan.Plan;
import io.calque.security.file.FileDraft;
import io.calque.security.file.SafeFile;
import io.calque.source.Bytes;
import io.calque.store.FileJournal;
import io.calque.store.Holder;
import io.calque.store.PoolFolder;
import io.calque.store.WorkspaceLock;
import io.calque.workspace.Workspace;
import io.calque.workspace.WorkspaceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A workspace's folder on the disk. */
public final class WorkspaceFolder {
    /** What Calque itself keeps in a workspace lies here: the simulated pool, the runs, the plans made, the copy of a directory. */
    public static final String STATE = ".calque";

    /** The simulated pool's state, relative to the workspace, for messages. */
    public static final String POOL = STATE + "/pool.json";

    private final Path path;
    private final String name;

    private WorkspaceFolder(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /**
     * The folder that a person named. What killed writers left there half-written is removed.
     *
     * @param name the folder as the person wrote it, for messages
     * @throws Fault when there is no such folder
     */
    public static WorkspaceFolder open(Path path, String name) {
        if (Files.isRegularFile(path)) {
            throw new Fault(Finding.of(Code.UNREADABLE_FILE, name + " is a file, and a workspace is a folder")
                    .help("Name the folder that holds " + WorkspaceReader.CONFIG));
        }
        if (!Files.isDirectory(path)) {
            throw new Fault(Finding.of(Code.UNREADABLE_FILE, "there is no folder " + name)
                    .help("Make a workspace with: calque new " + name));
        }
        FileDraft.sweep(path);
        FileDraft.sweep(path.resolve(STATE));
        return new WorkspaceFolder(path, name);
    }

    /** Whether a path is a folder that holds a workspace. */
    public static boolean isWorkspace(Path path) {
        return Files.isRegularFile(path.resolve(WorkspaceReader.CONFIG));
    }

    /** The folder's path. */
    public Path path() {
        return path;
    }

    /** The folder as the person wrote it. */
    public String name() {
        return name;
    }

    /** A file as it is called within this workspace, where it lies in it. */
    public String relative(String file) {
        Path absolute = path.toAbsolutePath().normalize();
        Path other = Path.of(file).toAbsolutePath().normalize();
        return other.startsWith(absolute) ? absolute.relativize(other).toString() : file;
    }

    /** The simulated pool of this workspace. */
    public PoolFolder pool() {
        return new PoolFolder(state());
    }

    /**
     * Takes the lock of this workspace, for whoever changes it; to be closed.
     *
     * @throws Fault when another command has it
     */
    public WorkspaceLock lock(Holder holder) {
        return WorkspaceLock.take(state(), holder);
    }

    /**
     * The command of another process that changes this workspace now.
     *
     * @param host this computer
     */
    public Optional<Holder> changedBy(String host) {
        return WorkspaceLock.other(state(), host);
    }

    /** The runs carried out from this workspace. */
    public FileJournal runs(InstantSource clock) {
        return new FileJournal(state().resolve("runs"), clock);
    }

    /** Whether a run was carried out from this workspace. */
    public boolean holdsRun(String run) {
        return Files.exists(state().resolve("runs").resolve(run + ".jsonl"));
    }

    /** The folder in which a copy of the directory's people is kept. */
    public Path directoryCopy() {
        return state().resolve("people");
    }

    /** Remembers that a plan was made from this workspace. */
    public void remember(Plan plan) {
        SafeFile.writeText(trace(plan), "");
    }

    /** Whether a plan was made from this workspace. */
    public boolean remembers(Plan plan) {
        return Files.exists(trace(plan));
    }

    /** The folder of all that Calque itself keeps here. */
    public Path state() {
        return path.resolve(STATE);
    }

    private Path trace(Plan plan) {
        return state().resolve("plans").resolve(plan.header().digest().replace("sha256:", ""));
    }

    /** A file in the workspace; empty where there is none. Something else of that name is told when it is read, and never passed over. */
    public Optional<Bytes> file(String relative) {
        try {
            Path file = path.resolve(relative);
            return Files.exists(file) ? Optional.of(new RegularFile(file)) : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /**
     * A file in the workspace that something names.
     *
     * @throws Fault when it is not there or can't be opened
     */
    public Bytes require(String relative, Place namedAt) {
        Bytes file = file(relative)
                .orElseThrow(() ->
                        new Fault(Finding.of(Code.UNREADABLE_FILE, "there is no file " + relative + " in the workspace")
                                .help("Correct the name, or put the file there")
                                .at(namedAt)));
        try {
            file.size();
            return file;
        } catch (IOException e) {
            throw new Fault(Finding.of(Code.UNREADABLE_FILE, relative + " can't be read: " + e.getMessage())
                    .at(namedAt));
        }
    }

    /** The workspace with whatever is wrong with its files. */
    public Optional<Workspace> read(Findings findings) {
        return WorkspaceReader.read(this::file, findings);
    }

    /**
     * The workspace, to be acted upon.
     *
     * @throws Fault with everything that is wrong, when anything is of severity error
     */
    public Workspace workspace() {
        Findings findings = new Findings();
        Optional<Workspace> workspace = read(findings);
        if (findings.hasErrors() || workspace.isEmpty()) {
            throw new Fault(errors(findings));
        }
        return workspace.get();
    }

    /** What keeps Calque's own files out of version control. */
    static String ignored() {
        return STATE + "/\n";
    }

    private static List<Finding> errors(Findings findings) {
        return findings.sorted().stream().filter(Finding::isError).toList();
    }
}
