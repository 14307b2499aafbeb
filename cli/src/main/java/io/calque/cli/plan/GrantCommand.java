package io.calque.cli.plan;

import io.calque.catalogue.PolicyType;
import io.calque.cli.command.AcceptOption;
import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.FaultyOption;
import io.calque.cli.command.FolderParameter;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.terminal.Locking;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.WorkspaceContext;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.engine.Proof;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.engine.source.Sources;
import io.calque.people.PeopleListFile;
import io.calque.plan.GrantPlanner;
import io.calque.plan.Plan;
import io.calque.store.WorkspaceLock;
import io.calque.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the plan that gives one policy to a list of people. */
@CommandLine.Command
public final class GrantCommand implements Command {
    @Mixin
    private FolderParameter folder = new FolderParameter();

    @Option(
            names = "--people",
            paramLabel = "NAMES.csv",
            required = true,
            description = "who: a CSV file with a header and a column of names")
    private String people = "";

    @Option(names = "--policy", paramLabel = "NAME", required = true, description = "what: a user policy")
    private String policy = "";

    @Option(names = "--type", paramLabel = "TYPE", description = "conferencing (default) or voice")
    private PolicyType type = PolicyType.CONFERENCING;

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "the domain of logon names that stand without one")
    private @Nullable String domain;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "save the plan here")
    private @Nullable String output;

    @Mixin
    private FaultyOption faulty = new FaultyOption();

    @Mixin
    private AcceptOption accept = new AcceptOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        WorkspaceFolder open = folder.open(terminal);
        Workspace workspace = open.workspace();
        Findings read = new Findings();
        Path list = terminal.resolve(people);
        if (!Files.isRegularFile(list)) {
            throw new Fault(
                    Finding.of(Code.UNREADABLE_FILE, "there is no such file").at(Place.of(people)));
        }
        Optional<PeopleListFile> names = PeopleListFile.read(people, () -> Files.newInputStream(list), domain, read);
        try (WorkspaceLock _ = Locking.toPlan(open, output, "calque grant", terminal)) {
            GrantPlanner planner = new GrantPlanner(
                    workspace, new Sources(WorkspaceContext.of(terminal, open), workspace).observed(), read);
            Plan plan = names.flatMap(nameList -> planner.plan(nameList, type, policy))
                    .orElseThrow(() -> new Fault(read.sorted()));
            Findings findings = new Findings();
            faulty.value().settle(read, findings);
            Proof proof = accept.judge(workspace, output, findings);
            return PlanAnswer.give(
                    plan.accepting(proof.accepted()),
                    "what the list asks for",
                    open,
                    proof.holds() ? output : null,
                    format.value(),
                    findings,
                    terminal);
        }
    }

    @Override
    public Format format() {
        return format.value();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT, Format.JSON);
    }
}
