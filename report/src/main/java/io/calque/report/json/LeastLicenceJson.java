package io.calque.report.json;

import io.calque.explain.LeastLicence;
import io.calque.policy.Policy;

/** The least licence and the policy for it. */
public final class LeastLicenceJson {
    private LeastLicenceJson() {}

    /** Writes the members of the object. */
    public static void write(LeastLicence least, JsonObject json) {
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
}
