package io.calque.lint;

import io.calque.assign.Persona;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.workspace.DeclaredPolicy;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** A user policy that no rule leads to: nobody is granted it. */
final class UnusedPolicy implements LintRule {
    @Override
    public Code code() {
        return Code.UNUSED_POLICY;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        Set<Granted> used = granted(UnusedPersona.used(inspection).distinct());
        Set<Granted> wanted = granted(inspection.workspace().personas().values().stream());
        return inspection.workspace().policies().stream()
                .filter(declared -> declared.policy().identity() instanceof Identity.Tag)
                .filter(declared -> !used.contains(Granted.of(declared.policy())))
                .map(declared -> tell(declared, wanted.contains(Granted.of(declared.policy()))));
    }

    /** A policy that is granted. */
    private record Granted(PolicyType type, Identity identity) {
        static Granted of(Policy policy) {
            return new Granted(policy.type(), policy.identity());
        }
    }

    private static Set<Granted> granted(Stream<Persona> personas) {
        Set<Granted> granted = new HashSet<>();
        personas.forEach(persona -> persona.wishes().forEach((type, wish) -> {
            if (wish.policy() != null) {
                granted.add(new Granted(type, wish.policy()));
            }
        }));
        return granted;
    }

    /** A persona that waits for its rule is a plan for later; a policy that no persona knows is a leftover. */
    private Finding tell(DeclaredPolicy declared, boolean wanted) {
        String name = declared.policy().identity().print();
        return Finding.of(
                        code(),
                        wanted
                                ? "no rule or exception leads to " + name + ": the personas that want it are not used"
                                : "no persona wants " + name)
                .help(
                        wanted
                                ? "Write a rule for one of those personas, or remove the policy"
                                : "Give it to a persona, or remove it")
                .as(wanted ? Severity.INFO : Severity.WARNING)
                .at(declared.place());
    }
}
