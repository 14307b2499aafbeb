package io.calque.cli.terminal;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.store.Holder;
import io.calque.store.WorkspaceLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lock of a workspace, as commands take it and report it. */
public final class Locking {
    private static final Path LINUX_NAME = Path.of("/proc/sys/kernel/hostname");

    private Locking() {}

    /**
     * Takes the lock for a command that changes the workspace; a lock that a killed command left is reported and taken over.
     *
     * @param command the command line as a person would write it
     * @throws io.calque.diagnostic.Fault when another command has it
     */
    public static WorkspaceLock take(WorkspaceFolder folder, String command, Terminal terminal) {
        Holder holder =
                Holder.ofThisProcess(host(terminal), command, terminal.clock().instant());
        WorkspaceLock lock = folder.lock(holder);
        lock.left().ifPresent(left -> print(left(left), terminal));
        return lock;
    }

    /**
     * For a command that makes a plan: the lock where the plan is saved, because the workspace then remembers it, and else a report of
     * who changes the workspace.
     *
     * @param output the file in which the plan is saved; null for none
     * @return the lock, to be closed; null where none is needed
     */
    public static @Nullable WorkspaceLock toPlan(
            WorkspaceFolder folder, @Nullable String output, String command, Terminal terminal) {
        if (output == null) {
            report(folder, terminal);
            return null;
        }
        return take(folder, command + " -o " + Printable.argument(output), terminal);
    }

    /** Reports the command that changes the workspace at this moment to whoever reads it. */
    public static void report(WorkspaceFolder folder, Terminal terminal) {
        folder.changedBy(host(terminal)).ifPresent(other -> print(changing(other), terminal));
    }

    private static Finding changing(Holder other) {
        return WorkspaceLock.inUse(Optional.of(other))
                .as(Severity.INFO)
                .help("What you see is a state in between; look again when it has ended");
    }

    private static Finding left(Holder left) {
        return Finding.of(
                        Code.LOCK_LEFT,
                        "'" + left.command() + "' of " + left.since() + " (" + left.process()
                                + ") was killed; its lock is taken over")
                .help("calque runs shows whether it left a run unfinished");
    }

    private static void print(Finding finding, Terminal terminal) {
        new FindingText(terminal.err(), terminal.errInk()).print(List.of(finding));
    }

    /** This computer's name as far as it can be had without asking the network. */
    private static String host(Terminal terminal) {
        return Stream.of("COMPUTERNAME", "HOSTNAME")
                .flatMap(name -> Optional.ofNullable(terminal.environment().get(name)).stream())
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElseGet(Locking::linuxName);
    }

    private static String linuxName() {
        try {
            return Files.readString(LINUX_NAME, StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            return "this computer";
        }
    }
}
