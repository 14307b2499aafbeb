package io.calque.report.json;

import io.calque.assign.Persona;
import io.calque.explain.Assessment;
import io.calque.explain.ExplainAllReport;
import io.calque.policy.EffectiveState;
import io.calque.policy.GateState;
import io.calque.policy.Verdict;
import java.io.PrintWriter;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all users have, as JSON Lines: a line for each person, or for each who has a right. */
public final class ExplainAllJson {
    private ExplainAllJson() {}

    /**
     * Writes the lines.
     *
     * @param right the right that is asked about; null for all that people have
     */
    public static void write(ExplainAllReport report, @Nullable String right, PrintWriter out) {
        // All but the person's name is worked out once for many people.
        IdentityHashMap<Assessment, IdentityHashMap<@Nullable Persona, Optional<JsonLines.Shared>>> known =
                new IdentityHashMap<>();
        try (JsonLines lines = new JsonLines(out)) {
            for (int i = 0; i < report.size(); i++) {
                Assessment assessment = report.assessment(i);
                String subject = report.subject(i);
                known.computeIfAbsent(assessment, _ -> new IdentityHashMap<>())
                        .computeIfAbsent(report.persona(i), of -> shared(assessment, of, right))
                        .ifPresent(shared -> lines.write("person", subject, shared));
            }
        }
    }

    /** What the lines of all people with one assessment and persona have in common; empty for people without the right. */
    private static Optional<JsonLines.Shared> shared(
            Assessment assessment, @Nullable Persona persona, @Nullable String right) {
        Verdict verdict = right == null ? null : assessment.given(right).orElse(null);
        if (right != null && verdict == null) {
            return Optional.empty();
        }
        return Optional.of(JsonLines.Shared.of(json -> {
            json.put("persona", persona == null ? null : persona.name())
                    .strings("licences", assessment.licences().ids())
                    .object("policies", policies -> policies(assessment.situation(), policies));
            if (verdict == null) {
                json.strings("needed", assessment.needed().ids())
                        .strings("granted", ids(assessment.granted()))
                        .strings("excess", ids(assessment.excess()))
                        .strings("withheld", ids(assessment.withheld()));
            } else {
                json.put("right", right)
                        .put("licensed", verdict.licensed(assessment.licences()))
                        .objects("gates", verdict.gates(), ExplainAllJson::gate);
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

    static List<String> ids(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::right).toList();
    }
}
