package io.calque.cli.verb;

import io.calque.catalogue.PolicyType;
import io.calque.cli.folder.Folder;
import io.calque.cli.folder.Sources;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.people.NameList;
import io.calque.plan.GrantPlanner;
import io.calque.plan.Plan;
import io.calque.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plans one policy for a list of people: the article's script, made safe. */
@CommandLine.Command
final class GrantVerb implements Action {
    @Mixin
    private FolderParameter folder = new FolderParameter();

    @Option(
            names = "--people",
            paramLabel = "NAMES.csv",
            required = true,
            description = "the list: a header, and a column of names")
    private String people = "";

    @Option(names = "--policy", paramLabel = "NAME", required = true, description = "the user policy to grant")
    private String policy = "";

    @Option(names = "--type", paramLabel = "TYPE", description = "conferencing (default) or voice")
    private PolicyType type = PolicyType.CONFERENCING;

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "the domain of logon names without one")
    private @Nullable String domain;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "save the plan here, for calque apply and calque script")
    private @Nullable String output;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        Folder open = folder.open(terminal);
        Workspace workspace = open.workspace();
        Findings findings = new Findings();
        Path list = terminal.resolve(people);
        if (!Files.isRegularFile(list)) {
            throw new Fault(Finding.of(Code.UNREADABLE_FILE, "there is no list of people here")
                    .at(Place.of(people)));
        }
        Sources sources = new Sources(open, workspace, terminal);
        Optional<Plan> plan = NameList.read(people, () -> Files.newInputStream(list), domain, findings)
                .flatMap(names -> new GrantPlanner(workspace, sources.observed(), findings).plan(names, type, policy));
        if (plan.isEmpty()) {
            throw new Fault(findings.sorted());
        }
        return PlanOutput.tell(plan.get(), output, format.value(), findings, terminal);
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
