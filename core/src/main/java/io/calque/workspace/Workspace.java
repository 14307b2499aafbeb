package io.calque.workspace;

import io.calque.assign.Persona;
import io.calque.assign.PersonalException;
import io.calque.assign.Rule;
import io.calque.assign.Unmatched;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.people.PeopleQuery;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a workspace says. Immutable.
 *
 * @param licensing product version and licence profile, with the workspace's own decisions
 * @param people where people come from, where it says so
 * @param server where the observed state comes from
 * @param seats the licences owned
 * @param brakes how much a plan may change
 * @param policies the policies, in file order
 * @param personas the personas by name, in file order
 * @param rules the rules, in order
 * @param unmatched what becomes of people whom no rule matches
 * @param exceptions the exceptions, in file order
 * @param tests the root of {@code tests.yaml}, where there is one
 */
public record Workspace(
        Licensing licensing,
        Optional<PeopleSpec> people,
        ServerSpec server,
        Seats seats,
        Brakes brakes,
        List<DeclaredPolicy> policies,
        Map<String, Persona> personas,
        List<Rule> rules,
        Unmatched unmatched,
        List<PersonalException> exceptions,
        Optional<Node> tests) {

    public Workspace {
        policies = DeclaredPolicies.of(policies);
        rules = List.copyOf(rules);
        exceptions = List.copyOf(exceptions);
    }

    /** The product version. */
    public ProductVersion version() {
        return licensing.version();
    }

    /** A declared policy. */
    public Optional<DeclaredPolicy> policy(PolicyType type, Identity identity) {
        return DeclaredPolicies.of(policies).find(type, identity);
    }

    /** The declared policies as a server would hold them if it held nothing else. */
    public PolicySet policySet() {
        List<Policy> all = policies.stream().map(DeclaredPolicy::policy).toList();
        return PolicySet.of(all);
    }

    /** What must be known about people to decide who gets what. */
    public PeopleQuery interest() {
        return new PeopleQuery(Stream.concat(
                        personas.values().stream().flatMap(Persona::asked),
                        rules.stream().flatMap(rule -> rule.when().asked()))
                .toList());
    }
}
