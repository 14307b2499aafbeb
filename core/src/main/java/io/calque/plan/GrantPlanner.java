package io.calque.plan;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.diagnostic.Severity;
import io.calque.people.PeopleListFile;
import io.calque.people.Resolver;
import io.calque.policy.Home;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.source.NearMiss;
import io.calque.state.Observed;
import io.calque.state.UserState;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the plan that gives one policy to a list of people: every row that names nobody, or more than one, is a finding at its line.
 * A policy that only the workspace declares is created first.
 */
public final class GrantPlanner {
    private final Workspace workspace;
    private final Observed observed;
    private final Findings findings;

    /** A planner against a state. */
    public GrantPlanner(Workspace workspace, Observed observed, Findings findings) {
        this.workspace = workspace;
        this.observed = observed;
        this.findings = findings;
    }

    /**
     * The plan; empty, with a finding, when the policy can't be granted.
     *
     * @param name the policy as somebody typed it, with or without {@code Tag:}
     */
    public Optional<Plan> plan(PeopleListFile people, PolicyType type, String name) {
        if (!(Identity.of(name) instanceof Identity.Tag policy)) {
            findings.add(Finding.of(
                            Code.NOT_GRANTABLE, Identity.of(name).print() + " can't be granted: only user policies can")
                    .help(
                            "Name a user policy; to leave people to the site or Global, use calque plan with a persona that"
                                    + " wants null"));
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        Optional<Policy> there = observed.policies().find(type, policy);
        Optional<DeclaredPolicy> declared = workspace.policy(type, policy);
        if (there.isEmpty() && declared.isEmpty()) {
            tellUnknown(type, policy);
            return Optional.empty();
        }
        if (there.isEmpty()) {
            declared.ifPresent(create -> steps.add(new Step.CreatePolicy(
                    create.policy(), "declared at " + create.place() + ", and about to be granted")));
        }
        Map<Integer, PeopleListFile.Entry> meant = meant(people);
        meant.entrySet().removeIf(entry -> isElsewhere(entry.getKey(), people.file(), entry.getValue()));
        Identity.Tag spelt = there.or(() -> declared.map(DeclaredPolicy::policy))
                                .map(Policy::identity)
                                .orElse(policy)
                        instanceof Identity.Tag tag
                ? tag
                : policy;
        meant.entrySet().stream()
                .map(entry -> grant(observed.users().get(entry.getKey()), type, spelt, people.file(), entry.getValue()))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Step::subject))
                .forEach(steps::add);
        return Optional.of(new PlanHeaders(workspace, observed).plan(steps, meant.size()));
    }

    private static Optional<Step> grant(
            UserState user, PolicyType type, Identity.Tag policy, String file, PeopleListFile.Entry entry) {
        Identity.Tag before = user.granted(type);
        return policy.equals(before)
                ? Optional.empty()
                : Optional.of(
                        new Step.Grant(user.subject(), type, before, policy, "listed at " + file + ":" + entry.line()));
    }

    private Map<Integer, PeopleListFile.Entry> meant(PeopleListFile people) {
        Resolver resolver = new Resolver(observed.users().names());
        people.header()
                .filter(header -> !(resolver.match(header.ids()) instanceof Resolver.Resolution.Nobody))
                .ifPresent(header -> findings.add(Finding.of(
                                Code.EMPTY_TABLE,
                                "the first line must name the column, and '" + header.text() + "' is a user")
                        .help("Put a line SamAccountName above it")
                        .at(Place.line(people.file(), header.line()))));
        Map<Integer, PeopleListFile.Entry> meant = new HashMap<>();
        for (PeopleListFile.Entry entry : people.entries()) {
            Place place = Place.line(people.file(), entry.line());
            switch (resolver.match(entry.ids())) {
                case Resolver.Resolution.One(int position) -> {
                    PeopleListFile.Entry first = meant.putIfAbsent(position, entry);
                    if (first != null) {
                        findings.add(Finding.of(
                                        Code.DUPLICATE_PERSON,
                                        "'" + entry.text() + "' is the user whom line " + first.line()
                                                + " means already")
                                .at(place));
                    }
                }
                case Resolver.Resolution.Nobody _ ->
                    findings.add(Finding.of(Code.NOT_ON_SERVER, "no user on the server is '" + entry.text() + "'")
                            .as(Severity.ERROR)
                            .help("Mend the name, or enable the person on the server first")
                            .at(place));
                case Resolver.Resolution.Several(var positions) ->
                    findings.add(Finding.of(
                                    Code.AMBIGUOUS_PERSON,
                                    "'" + entry.text() + "' may be any of "
                                            + Candidates.words(observed.users(), positions))
                            .help("Give the domain, or an identifier that only one of them has")
                            .at(place));
            }
        }
        return meant;
    }

    private boolean isElsewhere(int position, String file, PeopleListFile.Entry entry) {
        Home home = observed.users().configuration(position).account().home();
        if (home == Home.ON_PREMISES) {
            return false;
        }
        findings.add(Finding.of(
                        Code.HOMED_ONLINE,
                        "'" + entry.text() + "' is homed " + home.title() + ": no policy can be granted here")
                .as(Severity.ERROR)
                .help("Remove the line, or grant the policy where the person is homed")
                .at(Place.line(file, entry.line())));
        return true;
    }

    private void tellUnknown(PolicyType type, Identity.Tag policy) {
        List<String> known = Stream.concat(
                        observed.policies().all(type).stream(),
                        workspace.policies().stream()
                                .map(DeclaredPolicy::policy)
                                .filter(declared -> declared.type() == type))
                .map(Policy::identity)
                .flatMap(identity -> identity instanceof Identity.Tag(String tag) ? Stream.of(tag) : Stream.of())
                .distinct()
                .toList();
        findings.add(Finding.of(
                        Code.UNKNOWN_POLICY,
                        "neither the server nor policies.yaml has a " + type.id() + " policy '" + policy.name() + "'")
                .help(NearMiss.help(policy.name(), known)));
    }
}
