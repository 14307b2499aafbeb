package io.calque.report.json;

import io.calque.catalogue.PolicyType;
import io.calque.explain.Explanation;
import io.calque.licence.Condition;
import io.calque.people.Identifiers;
import io.calque.policy.Account;
import io.calque.policy.GateState;
import io.calque.policy.Policy;
import io.calque.policy.Verdict;
import org.jspecify.annotations.Nullable;

/** An explanation in the shape that scripts rely on. */
public final class ExplanationJson {
    private final Explanation explanation;

    /** The shape of an explanation. */
    public ExplanationJson(Explanation explanation) {
        this.explanation = explanation;
    }

    /** Writes the members of the object. */
    public void write(JsonObject json) {
        json.object("person", this::person);
        json.strings("licences", explanation.licences().ids());
        json.put("persona", persona());
        json.strings("because", explanation.because());
        json.object("policies", policies -> {
            policy(PolicyType.CONFERENCING, explanation.situation().conferencing(), policies);
            policy(PolicyType.VOICE, explanation.situation().voice(), policies);
        });
        Account account = explanation.situation().account();
        json.object(
                "account",
                a -> a.put("enabled", account.enabled())
                        .put("enterpriseVoice", account.enterpriseVoice())
                        .put(
                                "lineUri",
                                explanation.user() == null
                                        ? null
                                        : explanation.user().lineUri())
                        .put("remoteCallControl", account.remoteCallControl())
                        .put("home", account.home().word()));
        json.objects("rights", explanation.verdicts(), this::right);
    }

    private @Nullable String persona() {
        return explanation.assignment() == null || explanation.assignment().persona() == null
                ? null
                : explanation.assignment().persona().name();
    }

    private void person(JsonObject json) {
        Identifiers ids = explanation.ids();
        json.put("SamAccountName", ids.samAccountName())
                .put("Domain", ids.domain())
                .put("UserPrincipalName", ids.userPrincipalName())
                .put("SipAddress", ids.sipAddress())
                .put("DisplayName", ids.displayName())
                .put("DistinguishedName", ids.distinguishedName())
                .put("onServer", explanation.user() != null);
    }

    private static void policy(PolicyType type, Policy policy, JsonObject json) {
        json.object(
                type.id(),
                p -> p.put("identity", policy.identity().print())
                        .put("scope", policy.identity().scope().word()));
    }

    private void right(Verdict verdict, JsonObject json) {
        json.put("id", verdict.right())
                .put("label", verdict.entitlement().right().label())
                .strings(
                        "needs",
                        verdict.entitlement().need().alternatives().getFirst().ids())
                .put("need", verdict.entitlement().need().toString())
                .put("licensed", verdict.licensed(explanation.licences()))
                .put("granted", verdict.granted())
                .objects("gates", verdict.gates(), ExplanationJson::gate);
        new RuleDecisionsJson(explanation.licensing()).write(verdict.entitlement(), json);
    }

    private static void gate(GateState gate, JsonObject json) {
        Condition condition = gate.condition();
        json.put("setting", condition.setting().name())
                .put("value", gate.value())
                .put("identity", gate.identity())
                .put("must", condition.test().toString())
                .put("open", gate.open());
    }
}
