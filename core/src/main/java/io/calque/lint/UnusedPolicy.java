package io.calque.lint;

import io.calque.assign.Persona;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.workspace.DeclaredPolicy;
import java.util.Collection;
import java.util.stream.Stream;

/** A user policy that no rule leads to: nobody is granted it. */
final class UnusedPolicy implements LintRule {
    @Override
    public Code code() {
        return Code.UNUSED_POLICY;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        Collection<Persona> all = inspection.workspace().personas().values();
        return inspection.workspace().policies().stream()
                .filter(declared -> declared.policy().identity() instanceof Identity.Tag)
                .filter(declared -> UnusedPersona.used(inspection).noneMatch(p -> wants(p, declared.policy())))
                .map(declared -> tell(declared, all.stream().anyMatch(p -> wants(p, declared.policy()))));
    }

    private static boolean wants(Persona persona, Policy policy) {
        return persona.wish(policy.type())
                .filter(wish -> policy.identity().equals(wish.policy()))
                .isPresent();
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
