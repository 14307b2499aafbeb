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
import io.calque.diagnostic.Place;
import io.calque.engine.Answer;
import io.calque.engine.Granting;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.plan.Plan;
import io.calque.store.WorkspaceLock;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path list = terminal.resolve(people);
        if (!Files.isRegularFile(list)) {
            throw new Fault(
                    Finding.of(Code.UNREADABLE_FILE, "there is no such file").at(Place.of(people)));
        }
        Granting.Order order = new Granting.Order(people, () -> Files.newInputStream(list), domain, type, policy);
        try (WorkspaceLock _ = Locking.toPlan(open, output, "calque grant", terminal)) {
            Granting granting = new Granting(WorkspaceContext.of(terminal, open));
            Answer<Plan> plan = granting.plan(order, faulty.value());
            AcceptOption.Judged judged = accept.judge(plan, granting.workspace(), output);
            return PlanAnswer.give(
                    judged.answer(), "what the list asks for", open, judged.output(), format.value(), terminal);
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
