package io.calque.cli.verb;

import io.calque.assign.Assigner;
import io.calque.assign.Persona;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.diagnostic.Findings;
import io.calque.engine.source.Sources;
import io.calque.explain.Population;
import io.calque.explain.Standing;
import io.calque.explain.Wishes;
import io.calque.licence.Licences;
import io.calque.people.Resolver;
import io.calque.policy.EffectiveState;
import io.calque.policy.GateState;
import io.calque.policy.Home;
import io.calque.policy.Verdict;
import io.calque.report.json.JsonLines;
import io.calque.report.json.JsonObject;
import io.calque.report.text.Amount;
import io.calque.state.Observed;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explains all users of the server in one pass, or lists those who have a right. */
final class Everybody {
    /** Names shown for a policy before they are only counted. */
    private static final int MOST = 5;

    private final Terminal terminal;
    private final Workspace workspace;
    private final Observed observed;
    private final @Nullable Persona[] personas;
    private final Population population;

    Everybody(Terminal terminal, Workspace workspace, Sources sources, LocalDate today, Findings findings) {
        this.terminal = terminal;
        this.workspace = workspace;
        this.observed = sources.observed();
        this.personas = new Persona[observed.users().size()];
        this.population = new Population(workspace.licensing(), observed.policies());
        Resolver resolver = new Resolver(observed.users().names());
        Assigner assigner = new Assigner(workspace.rules(), workspace.exceptions(), today);
        sources.people(
                person -> {
                    if (resolver.match(person.ids()) instanceof Resolver.Resolution.One(int position)
                            && observed.users().configuration(position).account().home() != Home.ONLINE) {
                        personas[position] = assigner.assign(person).persona();
                    }
                },
                findings);
    }

    void explain(@Nullable String wish, boolean json) {
        String right = wish == null
                ? null
                : Wishes.rights(List.of(wish), workspace.licensing()).iterator().next();
        if (json) {
            lines(right);
        } else if (right == null) {
            summary();
        } else {
            holders(right);
        }
    }

    private Standing standing(int position) {
        Persona persona = personas[position];
        return population.standing(
                observed.users().configuration(position), persona == null ? Licences.NONE : persona.licences());
    }

    /** A line for each person, or for each who has the right. All but the person's name is worked out once for many people. */
    private void lines(@Nullable String right) {
        IdentityHashMap<Standing, IdentityHashMap<@Nullable Persona, Optional<JsonLines.Shared>>> known =
                new IdentityHashMap<>();
        try (JsonLines lines = new JsonLines(terminal.out())) {
            for (int i = 0; i < personas.length; i++) {
                Standing standing = standing(i);
                Persona persona = personas[i];
                String subject = observed.users().subject(i);
                known.computeIfAbsent(standing, _ -> new IdentityHashMap<>())
                        .computeIfAbsent(persona, of -> shared(standing, of, right))
                        .ifPresent(shared -> lines.write("person", subject, shared));
            }
        }
    }

    /** What the lines of all people with one standing and persona have in common; empty for people without the right. */
    private static Optional<JsonLines.Shared> shared(
            Standing standing, @Nullable Persona persona, @Nullable String right) {
        Verdict verdict = right == null ? null : standing.given(right).orElse(null);
        if (right != null && verdict == null) {
            return Optional.empty();
        }
        return Optional.of(JsonLines.Shared.of(json -> {
            json.put("persona", persona == null ? null : persona.name())
                    .strings("licences", standing.licences().ids())
                    .object("policies", p -> policies(standing.situation(), p));
            if (verdict == null) {
                json.strings("needed", standing.needed().ids())
                        .strings("granted", ids(standing.granted()))
                        .strings("excess", ids(standing.excess()))
                        .strings("withheld", ids(standing.withheld()));
            } else {
                json.put("right", right)
                        .put("licensed", verdict.licensed(standing.licences()))
                        .objects("gates", verdict.gates(), Everybody::gate);
            }
        }));
    }

    static void policies(EffectiveState situation, JsonObject json) {
        json.put("conferencing", situation.conferencing().identity().print())
                .put("voice", situation.voice().identity().print());
    }

    static void gate(GateState gate, JsonObject json) {
        json.put("setting", gate.condition().setting().name())
                .put("value", gate.value())
                .put("identity", gate.identity());
    }

    private void summary() {
        IdentityHashMap<Standing, Integer> counts = new IdentityHashMap<>();
        Map<Standing, Integer> order = new LinkedHashMap<>();
        for (int i = 0; i < personas.length; i++) {
            counts.merge(standing(i), 1, Integer::sum);
        }
        counts.forEach(order::put);
        TextTable table = TextTable.of("people#", "conferencing", "voice", "licences", "needs", "beyond", "withheld");
        order.entrySet().stream()
                .map(e -> List.of(
                        Amount.of(e.getValue()),
                        e.getKey().situation().conferencing().identity().print(),
                        e.getKey().situation().account().enterpriseVoice()
                                ? e.getKey().situation().voice().identity().print()
                                : "off",
                        e.getKey().licences().toString(),
                        e.getKey().needed().toString(),
                        some(ids(e.getKey().excess())),
                        some(ids(e.getKey().withheld()))))
                .sorted((a, b) ->
                        String.join(" ", a.subList(1, a.size())).compareTo(String.join(" ", b.subList(1, b.size()))))
                .forEach(table::row);
        table.print(terminal.out(), terminal.outInk());
        terminal.out().println();
        terminal.out().println(Amount.of(personas.length) + " people. --format json prints a line for each.");
    }

    private void holders(String right) {
        Map<String, List<String>> byGate = new LinkedHashMap<>();
        int count = 0;
        for (int i = 0; i < personas.length; i++) {
            Verdict verdict = standing(i).given(right).orElse(null);
            if (verdict != null) {
                count++;
                String name = observed.users().get(i).ids().title();
                byGate.computeIfAbsent(gates(verdict), _ -> new ArrayList<>()).add(name);
            }
        }
        TextTable table = TextTable.of("people#", "through", "who");
        byGate.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> table.row(
                        Amount.of(e.getValue().size()),
                        e.getKey(),
                        some(e.getValue().stream().sorted().toList())));
        if (!table.isEmpty()) {
            table.print(terminal.out(), terminal.outInk());
            terminal.out().println();
        }
        terminal.out().println(Amount.of(count) + " of " + Amount.of(personas.length) + " people have " + right + ".");
    }

    private static String gates(Verdict verdict) {
        return verdict.gates().stream()
                .map(g -> g.identity() + " " + g.condition().setting().name() + " = " + g.value())
                .collect(Collectors.joining(", "));
    }

    private static String some(List<String> names) {
        String first = names.stream().limit(MOST).collect(Collectors.joining(", "));
        return names.size() <= MOST ? first : first + " and " + (names.size() - MOST) + " more";
    }

    private static List<String> ids(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::right).toList();
    }
}
