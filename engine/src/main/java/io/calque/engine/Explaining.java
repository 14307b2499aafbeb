package io.calque.engine;

import io.calque.assign.Assigner;
import io.calque.assign.Persona;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Findings;
import io.calque.engine.context.Context;
import io.calque.engine.source.Sources;
import io.calque.explain.Assessments;
import io.calque.explain.ExplainAllReport;
import io.calque.explain.ExplainPolicyReport;
import io.calque.explain.Explanation;
import io.calque.explain.LeastLicence;
import io.calque.explain.Wishes;
import io.calque.people.Resolver;
import io.calque.policy.EffectiveState;
import io.calque.policy.Home;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import io.calque.policy.Verdict;
import io.calque.state.Observed;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Workspace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explains what people, policies and personas give, and the least licence that would do. Reads only. */
public final class Explaining {
    private final Context context;
    private final Workspace workspace;
    private final Sources sources;

    /**
     * Opens the context's workspace.
     *
     * @throws io.calque.diagnostic.Fault when its files have errors
     */
    public Explaining(Context context) {
        this.context = context;
        this.workspace = context.folder().workspace();
        this.sources = new Sources(context, workspace);
    }

    /** The rules under which people are judged. */
    public Licensing licensing() {
        return workspace.licensing();
    }

    /**
     * One person.
     *
     * @param reference {@code DOMAIN\\sam}, sam, user principal name, {@code sip:} address, display name or distinguished name
     * @throws io.calque.diagnostic.Fault when there is no such person, or when it may be several; then with all candidates
     */
    public Answer<Explanation> person(String reference) {
        Findings findings = new Findings();
        Explanation found = PersonSearch.explain(workspace, sources, reference, context.today(), findings);
        return Answer.of(found, findings);
    }

    /** All users of the server, in one pass over the people. */
    public Answer<ExplainAllReport> everybody() {
        Findings findings = new Findings();
        Observed observed = sources.observed();
        @Nullable Persona[] personas = new Persona[observed.users().size()];
        Resolver resolver = new Resolver(observed.users().names());
        Assigner assigner = new Assigner(workspace.rules(), workspace.exceptions(), context.today());
        sources.people(
                person -> {
                    if (resolver.match(person.ids()) instanceof Resolver.Resolution.One(int position)
                            && !person.isOnline()
                            && observed.users()
                                            .configuration(position)
                                            .account()
                                            .home()
                                    != Home.ONLINE) {
                        personas[position] = assigner.assign(person).persona();
                    }
                },
                findings);
        Assessments assessments = new Assessments(workspace.licensing(), observed.policies());
        return Answer.of(new ExplainAllReport(observed.users(), personas, assessments), findings);
    }

    /**
     * The right that a word means, by its id or by what people call it.
     *
     * @throws io.calque.diagnostic.Fault when there is none
     */
    public String right(String word) {
        return Wishes.rights(List.of(word), workspace.licensing()).iterator().next();
    }

    /**
     * What a policy gives.
     *
     * @param against a policy or persona to compare it with; null for none
     * @throws io.calque.diagnostic.Fault when either is unknown
     */
    public ExplainPolicyReport policy(String name, @Nullable String against) {
        return new PolicySearch(workspace, sources).policy(name, against);
    }

    /** What a persona gives; as {@link #policy}. */
    public ExplainPolicyReport persona(String name, @Nullable String against) {
        return new PolicySearch(workspace, sources).persona(name, against);
    }

    /** The least licence for what a person has now, beyond what their licences can't be kept from giving. */
    public LeastLicence least(Explanation person) {
        return least(rights(person.situation()));
    }

    /** The least licence for what a persona gives. */
    public LeastLicence leastOfPersona(String name) {
        return least(rights(new PolicySearch(workspace, sources).persona(name).situation()));
    }

    /** The least licence for what somebody must be able to do, in words such as {@code record}. */
    public LeastLicence leastOfWishes(List<String> wishes) {
        return least(Wishes.rights(wishes, workspace.licensing()));
    }

    private LeastLicence least(Set<String> rights) {
        List<Policy> policies = workspace.policies().stream()
                .map(DeclaredPolicy::policy)
                .filter(policy -> policy.type() == PolicyType.CONFERENCING && policy.identity() instanceof Identity.Tag)
                .toList();
        return LeastLicence.of(workspace.licensing(), rights, workspace.seats(), policies);
    }

    /** The rights that count: what no setting could deny to somebody with the licences needed is no wish of anybody. */
    private Set<String> rights(EffectiveState situation) {
        Licensing licensing = workspace.licensing();
        return licensing.verdicts(situation).stream()
                .filter(Verdict::granted)
                .filter(verdict -> verdict.licensed(licensing.needed(situation)))
                .map(Verdict::right)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
