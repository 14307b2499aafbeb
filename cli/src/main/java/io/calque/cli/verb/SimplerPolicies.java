package io.calque.cli.verb;

import io.calque.catalogue.PolicyType;
import io.calque.cli.folder.Folder;
import io.calque.cli.folder.PlanFile;
import io.calque.cli.folder.Planning;
import io.calque.cli.folder.Sources;
import io.calque.cli.json.Json;
import io.calque.cli.json.JsonObject;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.diagnostic.Findings;
import io.calque.explain.Minimiser;
import io.calque.explain.SimplerWorkspace;
import io.calque.explain.Simplification;
import io.calque.plan.Plan;
import io.calque.plan.PlanOptions;
import io.calque.policy.Identity;
import io.calque.workspace.Workspace;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells how a workspace could do with fewer policies, and saves the plan that would do it. */
final class SimplerPolicies {
    private final Terminal terminal;
    private final Folder folder;
    private final Workspace workspace;
    private final PolicyType type;

    SimplerPolicies(Terminal terminal, Folder folder, Workspace workspace, PolicyType type) {
        this.terminal = terminal;
        this.folder = folder;
        this.workspace = workspace;
        this.type = type;
    }

    Exit answer(@Nullable String output, boolean json) {
        Simplification simplification = Minimiser.simplify(workspace, type);
        if (json) {
            Json.line(terminal.out(), o -> json(simplification, o));
        } else {
            text(simplification);
        }
        return output == null ? Exit.DONE : save(simplification, output);
    }

    private Exit save(Simplification simplification, String output) {
        Workspace simpler = SimplerWorkspace.of(workspace, type, simplification);
        Sources sources = new Sources(folder, simpler, terminal);
        Findings findings = new Findings();
        Plan plan = Planning.plan(sources, simpler, sources.observed(), new PlanOptions(true), terminal, findings);
        PlanFile.write(plan, output, terminal);
        terminal.err()
                .println("The plan is in " + output + ". Change the workspace as told above before you apply it.");
        return FindingsOutput.tell(terminal, findings);
    }

    private void text(Simplification simplification) {
        TextTable table = TextTable.of("", "");
        simplification.equal().forEach(group -> table.row("equal", names(group)));
        simplification
                .subsumed()
                .forEach(s -> table.row(
                        "subsumed",
                        s.policy().name() + " by " + s.by().name() + ", which gives more: "
                                + String.join(", ", s.more())));
        simplification.unused().forEach(policy -> table.row("unused", policy.name() + ": no persona wants it"));
        table.print(terminal.out(), terminal.outInk());
        if (!table.isEmpty()) {
            terminal.out().println();
        }
        if (simplification.isEmpty()) {
            terminal.out()
                    .println("No smaller set gives every persona exactly its rights: " + names(simplification.keep())
                            + ".");
            return;
        }
        terminal.out().println("The smallest set that gives every persona exactly its rights:");
        terminal.out().println("  keep  " + (simplification.keep().isEmpty() ? "none" : names(simplification.keep())));
        terminal.out().println("  drop  " + names(simplification.drop()));
        simplification
                .moves()
                .forEach(
                        (persona, policy) -> terminal.out().println("  persona " + persona + " gets " + policy.name()));
    }

    private static void json(Simplification simplification, JsonObject json) {
        json.objects("equal", simplification.equal(), (group, g) -> g.strings("policies", printed(group)))
                .objects(
                        "subsumed",
                        simplification.subsumed(),
                        (s, o) -> o.put("policy", s.policy().print())
                                .put("by", s.by().print())
                                .strings("more", s.more()))
                .strings("unused", printed(simplification.unused()))
                .strings("keep", printed(simplification.keep()))
                .strings("drop", printed(simplification.drop()))
                .objects(
                        "moves",
                        simplification.moves().entrySet(),
                        (e, m) -> m.put("persona", e.getKey())
                                .put("policy", e.getValue().print()));
    }

    private static List<String> printed(List<Identity> policies) {
        return policies.stream().map(Identity::print).toList();
    }

    private static String names(List<Identity> policies) {
        return policies.stream().map(Identity::name).collect(Collectors.joining(", "));
    }
}
