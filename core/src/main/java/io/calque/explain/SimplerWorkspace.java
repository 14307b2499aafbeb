package io.calque.explain;

import io.calque.assign.Persona;
import io.calque.assign.PersonalException;
import io.calque.assign.Rule;
import io.calque.assign.Wish;
import io.calque.catalogue.PolicyType;
import io.calque.policy.Identity;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Workspace;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A workspace as a simplification would have it, from which the planner makes a plan to review like any other. */
public final class SimplerWorkspace {
    private SimplerWorkspace() {}

    /** The workspace without the policies that nobody needs, personas moved as the simplification says. */
    public static Workspace of(Workspace workspace, PolicyType type, Simplification simplification) {
        Map<String, Persona> personas = new LinkedHashMap<>();
        workspace.personas().forEach((name, persona) -> personas.put(name, moved(persona, type, simplification)));
        Set<Identity> drop = Set.copyOf(simplification.drop());
        List<DeclaredPolicy> policies = workspace.policies().stream()
                .filter(p ->
                        p.policy().type() != type || !drop.contains(p.policy().identity()))
                .toList();
        List<Rule> rules = workspace.rules().stream()
                .map(r -> new Rule(r.name(), r.when(), in(personas, r.persona()), r.place()))
                .toList();
        List<PersonalException> exceptions = workspace.exceptions().stream()
                .map(e -> new PersonalException(
                        e.person(),
                        e.ids(),
                        in(personas, e.persona()),
                        e.reason(),
                        e.until(),
                        e.approvedBy(),
                        e.place()))
                .toList();
        return new Workspace(
                workspace.licensing(),
                workspace.people(),
                workspace.server(),
                workspace.seats(),
                workspace.brakes(),
                policies,
                personas,
                rules,
                workspace.unmatched(),
                exceptions,
                workspace.tests());
    }

    private static Persona in(Map<String, Persona> personas, Persona persona) {
        return personas.getOrDefault(persona.name(), persona);
    }

    private static Persona moved(Persona persona, PolicyType type, Simplification simplification) {
        Identity move = simplification.moves().get(persona.name());
        if (move == null) {
            return persona;
        }
        Map<PolicyType, Wish> wishes = new EnumMap<>(PolicyType.class);
        wishes.putAll(persona.wishes());
        wishes.put(type, new Wish(move instanceof Identity.Tag tag ? tag : null));
        return new Persona(
                persona.name(),
                persona.licences(),
                wishes,
                persona.enterpriseVoice(),
                persona.lineFrom(),
                persona.place());
    }
}
