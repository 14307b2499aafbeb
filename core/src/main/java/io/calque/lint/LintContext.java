package io.calque.lint;

import io.calque.assign.Persona;
import io.calque.assign.Wish;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Place;
import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.policy.Account;
import io.calque.policy.EffectiveState;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Workspace;
import io.calque.workspace.WorkspaceReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A workspace under inspection, with what several rules ask of it. */
final class LintContext {
    private final Workspace workspace;
    private final Optional<Census> census;
    private final PolicySet policies;
    private final List<ProofObligation> promises;

    LintContext(Workspace workspace, Optional<Census> census) {
        this.workspace = workspace;
        this.census = census;
        this.policies = workspace.policySet();
        this.promises = Stream.concat(
                        workspace.policies().stream().flatMap(policy -> ofPolicy(policy).stream()),
                        workspace.personas().values().stream().map(this::ofPersona))
                .toList();
    }

    Workspace workspace() {
        return workspace;
    }

    Licensing licensing() {
        return workspace.licensing();
    }

    Optional<Census> census() {
        return census;
    }

    /** Everything that is to be proved: each policy that says whom it is meant for, then each persona. */
    List<ProofObligation> promises() {
        return promises;
    }

    /** The declared policies of a type, in file order. */
    Stream<DeclaredPolicy> declared(PolicyType type) {
        return workspace.policies().stream().filter(d -> d.policy().type() == type);
    }

    /** The situation of a plain account under a conferencing policy. */
    EffectiveState plain(Policy conferencing) {
        return new EffectiveState(conferencing, policies.global(PolicyType.VOICE), Account.PLAIN);
    }

    /** The Global policy of a type, declared or as the product brings it. */
    Policy global(PolicyType type) {
        return policies.global(type);
    }

    /** Where a policy is declared, else the file in which it would be. */
    Place placeOf(Policy policy) {
        return workspace
                .policy(policy.type(), policy.identity())
                .map(DeclaredPolicy::place)
                .orElse(Place.of(WorkspaceReader.POLICIES));
    }

    /** The policy of a type that a persona's people have, whoever gets none falling to Global. */
    Policy effective(Persona persona, PolicyType type) {
        Identity granted = persona.wish(type).map(Wish::policy).orElse(null);
        return policies.effective(type, granted, null);
    }

    private Optional<ProofObligation> ofPolicy(DeclaredPolicy declared) {
        Policy policy = declared.policy();
        return declared.licences().map(LintContext::withBase).map(licences -> {
            EffectiveState situation = switch (policy.type()) {
                case CONFERENCING -> plain(policy);
                case VOICE ->
                    new EffectiveState(
                            global(PolicyType.CONFERENCING),
                            policy,
                            Account.PLAIN.withEnterpriseVoice(licences.holds(Licence.PLUS)));
            };
            return new ProofObligation(
                    policy.identity().print(),
                    licences,
                    situation,
                    declared.place(),
                    Optional.of(declared),
                    Optional.empty());
        });
    }

    private ProofObligation ofPersona(Persona persona) {
        Policy conferencing = effective(persona, PolicyType.CONFERENCING);
        return new ProofObligation(
                "persona '" + persona.name() + "'",
                withBase(persona.licences()),
                new EffectiveState(
                        conferencing,
                        effective(persona, PolicyType.VOICE),
                        Account.PLAIN.withEnterpriseVoice(persona.voice().orElse(false))),
                persona.place(),
                Optional.empty(),
                workspace
                        .policy(PolicyType.CONFERENCING, conferencing.identity())
                        .flatMap(DeclaredPolicy::licences)
                        .map(LintContext::withBase));
    }

    /** A licence without Standard is told by a rule of its own; the proof goes on as if Standard were there. */
    private static Licences withBase(Licences licences) {
        return licences.lacksBase() ? licences.and(Licences.STANDARD) : licences;
    }
}
