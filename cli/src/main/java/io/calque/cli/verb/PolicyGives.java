package io.calque.cli.verb;

import io.calque.catalogue.PolicyType;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.engine.source.Sources;
import io.calque.explain.Comparison;
import io.calque.explain.Subject;
import io.calque.policy.GateState;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.policy.Verdict;
import io.calque.report.json.Json;
import io.calque.report.json.JsonObject;
import io.calque.source.NearMiss;
import io.calque.state.Observed;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a policy or a persona gives apart from any one person, or how it differs from another one. Policies are those of the
 * workspace, and where it declares none of a name, the server's.
 */
final class PolicyGives {
    private final Terminal terminal;
    private final Workspace workspace;
    private final Sources sources;

    PolicyGives(Terminal terminal, Workspace workspace, Sources sources) {
        this.terminal = terminal;
        this.workspace = workspace;
        this.sources = sources;
    }

    void policy(String name, @Nullable String against, boolean json) {
        Policy policy = find(name, List.of(PolicyType.values()));
        Subject other = against == null
                ? null
                : workspace.personas().containsKey(against)
                                && declared(against, policy.type()).isEmpty()
                        ? persona(against)
                        : Subject.of(find(against, List.of(policy.type())));
        explain(policy, policy.identity().print(), Subject.of(policy), other, json);
    }

    void persona(String name, @Nullable String against, boolean json) {
        Subject other = against == null
                ? null
                : workspace.personas().containsKey(against)
                        ? persona(against)
                        : Subject.of(find(against, List.of(PolicyType.values())));
        explain(null, name, persona(name), other, json);
    }

    private void explain(
            @Nullable Policy policy, String name, Subject subject, @Nullable Subject against, boolean json) {
        if (against == null) {
            gives(policy, name, subject, json);
        } else {
            compare(
                    policy == null ? "persona" : "policy",
                    name,
                    Comparison.of(workspace.licensing(), subject, against),
                    json);
        }
    }

    private Subject persona(String name) {
        return Subject.of(Personas.find(workspace, name), workspace.policySet());
    }

    private Optional<Policy> declared(String name, PolicyType type) {
        return workspace.policies().stream()
                .map(DeclaredPolicy::policy)
                .filter(p -> p.type() == type && p.identity().equals(Identity.of(name)))
                .findFirst();
    }

    private Policy find(String name, List<PolicyType> types) {
        Optional<Policy> declared =
                types.stream().flatMap(type -> declared(name, type).stream()).findFirst();
        if (declared.isPresent()) {
            return declared.get();
        }
        PolicySet held = sources.stored().map(Observed::policies).orElse(PolicySet.EMPTY);
        return types.stream()
                .flatMap(type -> held.find(type, Identity.of(name)).stream())
                .findFirst()
                .orElseThrow(() -> unknown(name, types, held));
    }

    private Fault unknown(String name, List<PolicyType> types, PolicySet held) {
        if (workspace.personas().containsKey(name)) {
            return new Fault(Finding.of(Code.UNKNOWN_POLICY, "there is no policy '" + name + "', but a persona")
                    .help("Ask for --persona " + name));
        }
        List<String> known = Stream.concat(
                        workspace.policies().stream()
                                .map(DeclaredPolicy::policy)
                                .filter(p -> types.contains(p.type())),
                        types.stream().flatMap(type -> held.all(type).stream()))
                .map(p -> p.identity().print().replaceFirst("^Tag:", ""))
                .distinct()
                .toList();
        return new Fault(Finding.of(Code.UNKNOWN_POLICY, "there is no policy '" + name + "'")
                .help(NearMiss.help(name, known)));
    }

    private void gives(@Nullable Policy policy, String name, Subject subject, boolean json) {
        List<Verdict> verdicts = workspace.licensing().verdicts(subject.situation());
        if (json) {
            Json.line(
                    terminal.out(),
                    o -> named(policy, name, o)
                            .object("policies", p -> Everybody.policies(subject.situation(), p))
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

    private void compare(String kind, String name, Comparison comparison, boolean json) {
        if (json) {
            Json.line(
                    terminal.out(),
                    o -> o.put(kind, name)
                            .put("against", comparison.against().title())
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

    private static JsonObject named(@Nullable Policy policy, String name, JsonObject json) {
        return policy == null
                ? json.put("persona", name)
                : json.put("policy", name).put("type", policy.type().id());
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
