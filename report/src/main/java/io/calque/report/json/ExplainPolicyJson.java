package io.calque.report.json;

import io.calque.explain.Comparison;
import io.calque.explain.ExplainPolicyReport;

/** What a policy or a persona gives, or how it differs from another. */
public final class ExplainPolicyJson {
    private ExplainPolicyJson() {}

    /** Writes the members of the object. */
    public static void write(ExplainPolicyReport report, JsonObject json) {
        switch (report) {
            case ExplainPolicyReport.Gives gives -> gives(gives, json);
            case ExplainPolicyReport.Compares(boolean persona, String name, Comparison comparison) ->
                json.put(persona ? "persona" : "policy", name)
                        .put("against", comparison.against().title())
                        .strings("onlyHere", ExplainAllJson.ids(comparison.onlyHere()))
                        .strings("onlyThere", ExplainAllJson.ids(comparison.onlyThere()))
                        .objects(
                                "settings",
                                comparison.settings(),
                                (difference, s) -> s.put(
                                                "setting", difference.setting().name())
                                        .put("here", difference.here())
                                        .put("there", difference.there()));
        }
    }

    private static void gives(ExplainPolicyReport.Gives gives, JsonObject json) {
        gives.policy()
                .ifPresentOrElse(
                        policy -> json.put("policy", gives.name())
                                .put("type", policy.type().id()),
                        () -> json.put("persona", gives.name()));
        json.object(
                        "policies",
                        policies -> ExplainAllJson.policies(gives.subject().situation(), policies))
                .objects(
                        "rights",
                        gives.verdicts(),
                        (verdict, right) -> right.put("id", verdict.right())
                                .put("granted", verdict.granted())
                                .put("need", verdict.entitlement().need().toString())
                                .objects("gates", verdict.gates(), ExplainAllJson::gate));
    }
}
