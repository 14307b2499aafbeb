package io.calque.cli.explain;

import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.explain.Comparison;
import io.calque.explain.ExplainPolicyReport;
import io.calque.policy.GateState;
import io.calque.policy.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a policy or a persona gives, or how it differs from another, for people. */
final class ExplainPolicyText {
    private final Terminal terminal;

    ExplainPolicyText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(ExplainPolicyReport report) {
        switch (report) {
            case ExplainPolicyReport.Gives gives -> gives(gives.verdicts());
            case ExplainPolicyReport.Compares compares -> compare(compares.comparison());
        }
    }

    private void gives(List<Verdict> verdicts) {
        TextTable table = TextTable.of("right", "gives", "needs", "gate");
        verdicts.forEach(v -> table.row(
                v.entitlement().right().label(),
                v.granted() ? "yes" : "no",
                v.entitlement().need().toString(),
                gate(v)));
        table.print(terminal.out(), terminal.outInk());
    }

    private void compare(Comparison comparison) {
        String here = comparison.subject().title();
        String there = comparison.against().title();
        if (comparison.settings().isEmpty() && rights(comparison).isEmpty()) {
            terminal.out().println(here + " and " + there + " are equal but for their names and notes.");
            return;
        }
        TextTable rights = rights(comparison);
        if (rights.isEmpty()) {
            terminal.out().println("Both give the same rights.");
        } else {
            rights.print(terminal.out(), terminal.outInk());
        }
        if (comparison.settings().isEmpty()) {
            return;
        }
        terminal.out().println();
        TextTable settings = TextTable.of("setting", here, there);
        comparison.settings().forEach(d -> settings.row(d.setting().name(), d.here(), d.there()));
        settings.print(terminal.out(), terminal.outInk());
    }

    private static TextTable rights(Comparison comparison) {
        TextTable rights = TextTable.of(
                "right", comparison.subject().title(), comparison.against().title());
        comparison.onlyHere().forEach(v -> rights.row(v.entitlement().right().label(), "yes", "no"));
        comparison.onlyThere().forEach(v -> rights.row(v.entitlement().right().label(), "no", "yes"));
        return rights;
    }

    private static String gate(Verdict verdict) {
        Optional<GateState> closed =
                verdict.gates().stream().filter(g -> !g.open()).findFirst();
        return closed.map(ExplainPolicyText::words)
                .orElseGet(() ->
                        verdict.gates().stream().map(ExplainPolicyText::words).collect(Collectors.joining(", ")));
    }

    private static String words(GateState gate) {
        return gate.condition().setting().name() + " = " + gate.value();
    }
}
