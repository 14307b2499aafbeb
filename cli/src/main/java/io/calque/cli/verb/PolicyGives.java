package io.calque.cli.verb;

import io.calque.catalogue.PolicyType;
import io.calque.cli.json.Json;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.explain.Comparison;
import io.calque.policy.GateState;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.policy.Verdict;
import io.calque.source.NearMiss;
import io.calque.workspace.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows what a policy gives to somebody with a plain account, or how it differs from another one. */
final class PolicyGives {
    private final Terminal terminal;
    private final Workspace workspace;
    private final PolicySet declared;

    PolicyGives(Terminal terminal, Workspace workspace) {
        this.terminal = terminal;
        this.workspace = workspace;
        this.declared = workspace.policySet();
    }

    void explain(String name, @Nullable String against, boolean json) {
        Policy policy = find(name, null);
        if (against == null) {
            gives(policy, json);
        } else {
            compare(Comparison.of(workspace.licensing(), policy, find(against, policy.type())), json);
        }
    }

    private Policy find(String name, @Nullable PolicyType type) {
        List<PolicyType> types = type == null ? Arrays.asList(PolicyType.values()) : List.of(type);
        return types.stream()
                .flatMap(t -> declared.find(t, Identity.of(name)).stream())
                .findFirst()
                .orElseThrow(() -> new Fault(Finding.of(Code.UNKNOWN_POLICY, "there is no policy '" + name + "'")
                        .help(NearMiss.help(
                                name,
                                types.stream()
                                        .flatMap(t -> declared.all(t).stream())
                                        .map(p -> p.identity().name())
                                        .distinct()
                                        .toList()))));
    }

    private void gives(Policy policy, boolean json) {
        List<Verdict> verdicts = Comparison.given(workspace.licensing(), policy);
        if (json) {
            Json.line(
                    terminal.out(),
                    o -> o.put("policy", policy.identity().print())
                            .put("type", policy.type().id())
                            .objects(
                                    "rights",
                                    verdicts,
                                    (v, r) -> r.put("id", v.right())
                                            .put("granted", v.granted())
                                            .put("need", v.entitlement().need().toString())
                                            .objects("gates", v.gates(), Everybody::gate)));
            return;
        }
        TextTable table = TextTable.of("right", "gives", "needs", "gate");
        verdicts.forEach(v -> table.row(
                v.entitlement().right().label(),
                v.granted() ? "yes" : "no",
                v.entitlement().need().toString(),
                gate(v)));
        table.print(terminal.out(), terminal.outInk());
    }

    private void compare(Comparison comparison, boolean json) {
        if (json) {
            Json.line(
                    terminal.out(),
                    o -> o.put("policy", comparison.policy().identity().print())
                            .put("against", comparison.against().identity().print())
                            .strings("onlyHere", ids(comparison.onlyHere()))
                            .strings("onlyThere", ids(comparison.onlyThere()))
                            .objects(
                                    "settings",
                                    comparison.settings(),
                                    (d, s) -> s.put("setting", d.setting().name())
                                            .put("here", d.here())
                                            .put("there", d.there())));
            return;
        }
        String here = comparison.policy().identity().print();
        String there = comparison.against().identity().print();
        if (comparison.settings().isEmpty()) {
            terminal.out().println(here + " and " + there + " are equal but for their names and notes.");
            return;
        }
        TextTable rights = TextTable.of("right", here, there);
        comparison.onlyHere().forEach(v -> rights.row(v.entitlement().right().label(), "yes", "no"));
        comparison.onlyThere().forEach(v -> rights.row(v.entitlement().right().label(), "no", "yes"));
        if (rights.isEmpty()) {
            terminal.out().println("Both give the same rights.");
        } else {
            rights.print(terminal.out(), terminal.outInk());
        }
        terminal.out().println();
        TextTable settings = TextTable.of("setting", here, there);
        comparison.settings().forEach(d -> settings.row(d.setting().name(), d.here(), d.there()));
        settings.print(terminal.out(), terminal.outInk());
    }

    private static String gate(Verdict verdict) {
        Optional<GateState> closed =
                verdict.gates().stream().filter(g -> !g.open()).findFirst();
        return closed.map(PolicyGives::words)
                .orElseGet(
                        () -> verdict.gates().stream().map(PolicyGives::words).collect(Collectors.joining(", ")));
    }

    private static String words(GateState gate) {
        return gate.condition().setting().name() + " = " + gate.value();
    }

    private static List<String> ids(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::right).toList();
    }
}
