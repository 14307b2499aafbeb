package io.calque.explain;

import io.calque.assign.Persona;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Place;
import io.calque.policy.Identity;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One change of a workspace's files by which it becomes simpler.
 *
 * @param place where
 * @param subject what is changed there: {@code persona sales}, {@code policy Sales}
 * @param change what is written there then; null to take it out
 */
public record Edit(Place place, String subject, @Nullable String change) {
    /** The changes that a simplification asks for, personas first, so that no file names a policy that is gone. */
    public static List<Edit> of(Workspace workspace, PolicyType type, Simplification simplification) {
        List<Edit> edits = new ArrayList<>();
        simplification.moves().forEach((name, policy) -> {
            Persona persona = workspace.personas().get(name);
            if (persona != null) {
                String granted = policy instanceof Identity.Tag tag ? tag.name() : "null";
                edits.add(new Edit(persona.place(), "persona " + name, type.id() + ": " + granted));
            }
        });
        Set<Identity> drop = Set.copyOf(simplification.drop());
        for (DeclaredPolicy declared : workspace.policies()) {
            Identity identity = declared.policy().identity();
            if (declared.policy().type() == type && drop.contains(identity)) {
                edits.add(new Edit(declared.place(), "policy " + identity.name(), null));
            }
        }
        return List.copyOf(edits);
    }
}
