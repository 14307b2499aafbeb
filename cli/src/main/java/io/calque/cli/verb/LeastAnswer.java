package io.calque.cli.verb;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Value;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.explain.LeastLicence;
import io.calque.explain.Subject;
import io.calque.explain.Wishes;
import io.calque.policy.EffectiveState;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import io.calque.policy.Verdict;
import io.calque.report.json.Json;
import io.calque.report.json.JsonObject;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Workspace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names the cheapest licences for a person, a persona or wishes, and the policy that goes with them. */
final class LeastAnswer {
    /** Rights named as reasons before they are only counted; JSON names all. */
    private static final int MOST = 5;

    private final Terminal terminal;
    private final Workspace workspace;

    LeastAnswer(Terminal terminal, Workspace workspace) {
        this.terminal = terminal;
        this.workspace = workspace;
    }

    /** For what somebody has now, beyond what their licences can't be kept from giving. */
    void answer(Explanation explanation, boolean json) {
        print(rights(explanation.situation()), json);
    }

    /** For what a persona's policies give, or for wishes. */
    void answer(@Nullable String persona, List<String> wishes, boolean json) {
        print(
                persona == null
                        ? Wishes.rights(wishes, workspace.licensing())
                        : rights(Subject.of(Personas.find(workspace, persona), workspace.policySet())
                                .situation()),
                json);
    }

    /** The rights that count: what no setting could deny to somebody with the licences needed is no wish of anybody. */
    private Set<String> rights(EffectiveState situation) {
        Licensing licensing = workspace.licensing();
        return licensing.verdicts(situation).stream()
                .filter(Verdict::granted)
                .filter(v -> v.licensed(licensing.needed(situation)))
                .map(Verdict::right)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void print(Set<String> rights, boolean json) {
        List<Policy> policies = workspace.policies().stream()
                .map(DeclaredPolicy::policy)
                .filter(p -> p.type() == PolicyType.CONFERENCING && p.identity() instanceof Identity.Tag)
                .toList();
        LeastLicence least = LeastLicence.of(workspace.licensing(), rights, workspace.seats(), policies);
        if (json) {
            Json.line(terminal.out(), o -> json(least, o));
        } else {
            text(least);
        }
    }

    private static void json(LeastLicence least, JsonObject json) {
        Policy existing = least.existing();
        Policy composed = least.composed();
        json.strings("wishes", least.wishes().stream().sorted().toList())
                .strings("licences", least.licences().ids())
                .put("cost", least.cost().map(Object::toString).orElse(null))
                .objects(
                        "reasons",
                        least.reasons().entrySet(),
                        (e, r) -> r.put("licence", e.getKey().id()).strings("rights", e.getValue()))
                .put("policy", existing == null ? null : existing.identity().print())
                .put("enterpriseVoice", least.enterpriseVoice())
                .strings("open", least.open());
        if (composed != null) {
            json.object(
                    "compose",
                    c -> c.put("name", composed.identity().name())
                            .object("settings", s -> composed.settings().forEach((k, v) -> s.put(k, v.print()))));
        }
    }

    private void text(LeastLicence least) {
        TextTable table = TextTable.of("", "");
        table.row(
                "licences",
                least.licences() + least.cost().map(c -> ", " + c + " a person").orElse(""));
        least.reasons()
                .forEach((licence, rights) -> table.row(
                        licence.id(), rights.isEmpty() ? "the base of every other licence" : "for " + some(rights)));
        Policy existing = least.existing();
        table.row(
                "policy",
                existing == null
                        ? "none of the workspace's fits; this one would"
                        : existing.identity().print());
        table.row("voice", least.enterpriseVoice() ? "Enterprise Voice on" : "as it is");
        table.print(terminal.out(), terminal.outInk());
        Policy composed = least.composed();
        if (composed != null) {
            terminal.out().println();
            terminal.out().println("  " + composed.identity().name() + ":");
            terminal.out()
                    .println("    licences: ["
                            + String.join(", ", least.licences().ids()) + "]");
            terminal.out().println("    settings: {" + settings(composed) + "}");
        }
        if (!least.open().isEmpty()) {
            terminal.out().println("No setting can deny: " + String.join(", ", least.open()));
        }
    }

    private static String some(List<String> rights) {
        String first = rights.stream().limit(MOST).collect(Collectors.joining(", "));
        return rights.size() <= MOST ? first : first + " and " + (rights.size() - MOST) + " more";
    }

    private static String settings(Policy policy) {
        return policy.settings().entrySet().stream()
                .map(e -> e.getKey() + ": " + print(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String print(Value value) {
        return value.print();
    }
}
