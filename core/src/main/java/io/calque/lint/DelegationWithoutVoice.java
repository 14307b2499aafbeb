package io.calque.lint;

import io.calque.assign.Persona;
import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.licence.Licence;
import io.calque.policy.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Delegates can be named without Enterprise Voice, while the voice policy allows it. */
final class DelegationWithoutVoice implements LintRule {
    private static final String SETTING = "EnableDelegation";

    @Override
    public Code code() {
        return Code.DELEGATION_WITHOUT_VOICE;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        Map<Policy, List<Persona>> byPolicy = inspection.workspace().personas().values().stream()
                .filter(persona -> !persona.licences().holds(Licence.PLUS))
                .collect(Collectors.groupingBy(
                        persona -> inspection.effective(persona, PolicyType.VOICE),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byPolicy.entrySet().stream()
                .filter(entry -> allowed(entry.getKey()))
                .map(entry -> tell(entry.getKey(), entry.getValue(), inspection));
    }

    private static boolean allowed(Policy policy) {
        return Catalogue.standard()
                .setting(PolicyType.VOICE, SETTING)
                .flatMap(policy::value)
                .filter(value -> value.print().equals("True"))
                .isPresent();
    }

    private Finding tell(Policy policy, List<Persona> personas, LintContext inspection) {
        return Finding.of(
                        code(),
                        "people without plus can name delegates, a right of plus, although they have no Enterprise Voice: "
                                + SETTING + " is True in the voice policy "
                                + policy.identity().print()
                                + " (" + ProofObligation.personas(personas) + ")")
                .help("Set " + SETTING + " to False there, and grant people with plus a voice policy that allows it")
                .at(inspection.placeOf(policy));
    }
}
