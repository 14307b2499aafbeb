package io.calque.report.json;

import io.calque.licence.Entitlement;
import io.calque.licence.Reading;
import io.calque.policy.Licensing;

/** What was decided where the licence rules are not plain. */
public final class RuleDecisionsJson {
    private final Licensing licensing;

    /** The decisions under these rules. */
    public RuleDecisionsJson(Licensing licensing) {
        this.licensing = licensing;
    }

    /** Says of one right how sure its licence is, who says so, and which readings it depends on. */
    public void write(Entitlement entitlement, JsonObject json) {
        json.put("certainty", entitlement.certainty().word())
                .put("sources", entitlement.sources())
                .put("note", entitlement.note())
                .strings(
                        "readings",
                        licensing.readings(entitlement).stream()
                                .map(Reading::toString)
                                .toList());
    }

    /** Says what the workspace decides itself. */
    public void writeDecided(JsonObject json) {
        json.objects(
                "decisions",
                licensing.overridden(),
                (entitlement, d) -> d.put("right", entitlement.right().id())
                        .put("need", entitlement.need().toString())
                        .put("reason", entitlement.sources()));
    }
}
