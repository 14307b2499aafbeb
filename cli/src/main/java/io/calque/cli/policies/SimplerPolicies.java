package io.calque.cli.policies;

import io.calque.catalogue.PolicyType;
import io.calque.cli.command.Exit;
import io.calque.cli.command.Format;
import io.calque.cli.plan.PlanAnswer;
import io.calque.cli.terminal.Locking;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.cli.terminal.WorkspaceContext;
import io.calque.engine.Answer;
import io.calque.engine.Simplifying;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.explain.Edit;
import io.calque.explain.Simplification;
import io.calque.plan.Plan;
import io.calque.policy.Identity;
import io.calque.report.json.Json;
import io.calque.report.json.JsonObject;
import io.calque.store.WorkspaceLock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells how a workspace could do with fewer policies, and saves the plan that would do it. */
final class SimplerPolicies {
    private final Terminal terminal;
    private final WorkspaceFolder folder;
    private final Simplifying simplifying;

    SimplerPolicies(Terminal terminal, WorkspaceFolder folder, PolicyType type) {
        this.terminal = terminal;
        this.folder = folder;
        this.simplifying = new Simplifying(WorkspaceContext.of(terminal, folder), type);
    }

    Exit answer(@Nullable String output, boolean json) {
        Simplifying.Proposal proposal = simplifying.proposal();
        Simplification simplification = proposal.simplification();
        List<Edit> edits = proposal.edits();
        if (json) {
            Json.line(terminal.out(), o -> json(simplification, edits, o));
        } else {
            text(simplification, edits);
        }
        return output == null ? Exit.DONE : save(proposal, output, json);
    }

    private Exit save(Simplifying.Proposal proposal, String output, boolean json) {
        try (WorkspaceLock _ = Locking.toPlan(folder, output, "calque policies --minimise", terminal)) {
            return plan(proposal, output, json);
        }
    }

    private Exit plan(Simplifying.Proposal proposal, String output, boolean json) {
        Answer<Plan> plan = simplifying.plan(proposal);
        if (!json) {
            terminal.out().println();
        }
        Exit exit = PlanAnswer.give(plan, "this set of policies", folder, output, json ? null : Format.TEXT, terminal);
        if (!proposal.simplification().isEmpty()) {
            terminal.err()
                    .println("Change the workspace's files as listed above before you apply " + output
                            + ", else the next plan takes it back.");
        }
        return exit;
    }

    private void text(Simplification simplification, List<Edit> edits) {
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
        terminal.out().println();
        terminal.out().println("What to change in the workspace's files:");
        TextTable changes = TextTable.of("where", "what", "change");
        edits.forEach(e -> changes.row(
                e.place().toString(), e.subject(), e.change() == null ? "take it out" : "write " + e.change()));
        changes.print(terminal.out(), terminal.outInk());
    }

    private static void json(Simplification simplification, List<Edit> edits, JsonObject json) {
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
                                .put("policy", e.getValue().print()))
                .objects("edits", edits, SimplerPolicies::edit);
    }

    private static void edit(Edit edit, JsonObject json) {
        json.put("file", edit.place().file())
                .put("line", (long) edit.place().line())
                .put("column", (long) edit.place().column())
                .put("what", edit.subject())
                .put("write", edit.change());
    }

    private static List<String> printed(List<Identity> policies) {
        return policies.stream().map(Identity::print).toList();
    }

    private static String names(List<Identity> policies) {
        return policies.stream().map(Identity::name).collect(Collectors.joining(", "));
    }
}
