package io.calque.engine;

import io.calque.assign.Assigner;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.engine.source.Sources;
import io.calque.explain.Explanation;
import io.calque.people.Identifiers;
import io.calque.people.Person;
import io.calque.people.References;
import io.calque.people.Resolver;
import io.calque.policy.Account;
import io.calque.policy.EffectiveState;
import io.calque.policy.Home;
import io.calque.policy.Policy;
import io.calque.source.NearMiss;
import io.calque.state.Observed;
import io.calque.state.UserState;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds one person among the server's users and the workspace's people, and explains what they have. */
final class PersonSearch {
    private PersonSearch() {}

    /**
     * Explains the person that a reference names.
     *
     * @throws Fault when nobody is, or several are; then with all candidates
     */
    static Explanation explain(
            Workspace workspace, Sources sources, String reference, LocalDate today, Findings findings) {
        Observed observed = sources.observed();
        Resolver resolver = new Resolver(observed.users().names());
        NamedPeople people = new NamedPeople(References.of(reference));
        sources.people(people::look, findings);
        Set<UserState> users = new LinkedHashSet<>(users(resolver.resolve(reference), observed));
        people.found().forEach(person -> users.addAll(users(resolver.match(person.ids()), observed)));
        List<Identifiers> candidates = candidates(users, people.found(), resolver);
        if (candidates.size() != 1) {
            throw new Fault(
                    candidates.isEmpty()
                            ? Finding.of(Code.UNKNOWN_PERSON, "no person is known as '" + reference + "'")
                                    .help(near(reference, observed.users())
                                            .map(near -> "Did you mean " + near + "?")
                                            .orElse("Give DOMAIN\\sam, a user principal name, a sip: address or a"
                                                    + " display name"))
                            : Finding.of(
                                            Code.AMBIGUOUS_PERSON,
                                            "'" + reference + "' may be " + candidates.size() + " people: "
                                                    + candidates.stream()
                                                            .map(PersonSearch::unique)
                                                            .sorted()
                                                            .collect(Collectors.joining(", ")))
                                    .help("Give one of these names"));
        }
        UserState user = users.isEmpty() ? null : users.iterator().next();
        if (people.found().isEmpty() && user != null) {
            people = new NamedPeople(new References.Reference(reference, user.ids()));
            sources.people(people::look, findings);
        }
        Person person = people.found().isEmpty() ? null : people.found().getFirst();
        Assigner assigner = new Assigner(workspace.rules(), workspace.exceptions(), today);
        EffectiveState situation = homed(user == null ? absent(observed) : observed.situation(user), person);
        return new Explanation(
                user != null ? user.ids() : Objects.requireNonNull(person).ids(),
                user,
                person == null ? null : assigner.explain(person),
                situation,
                workspace.licensing().verdicts(situation),
                workspace.licensing());
    }

    /** The source of people may know that somebody is homed online whom the server does not show, or shows as moved. */
    private static EffectiveState homed(EffectiveState state, @Nullable Person person) {
        return person == null || !person.isOnline()
                ? state
                : new EffectiveState(
                        state.conferencing(), state.voice(), state.account().withHome(Home.ONLINE));
    }

    private static Optional<String> near(String reference, List<UserState> users) {
        return NearMiss.of(
                reference,
                users.stream()
                        .map(UserState::ids)
                        .flatMap(ids -> Stream.of(
                                ids.displayName(), ids.samAccountName(), ids.userPrincipalName(), ids.sipAddress()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static List<UserState> users(Resolver.Resolution resolution, Observed observed) {
        return switch (resolution) {
            case Resolver.Resolution.One(int position) ->
                List.of(observed.users().get(position));
            case Resolver.Resolution.Several(List<Integer> positions) ->
                positions.stream().map(observed.users()::get).toList();
            case Resolver.Resolution.Nobody _ -> List.of();
        };
    }

    /** Users of the server, and people of the list who are none. */
    private static List<Identifiers> candidates(Set<UserState> users, List<Person> people, Resolver resolver) {
        List<Identifiers> all =
                new ArrayList<>(users.stream().map(UserState::ids).toList());
        people.stream()
                .filter(person -> resolver.match(person.ids()) instanceof Resolver.Resolution.Nobody)
                .map(Person::ids)
                .forEach(all::add);
        return all;
    }

    /** Somebody who is not on the server has no rights there, whatever Global says. */
    private static EffectiveState absent(Observed observed) {
        Policy conferencing = observed.policies().global(PolicyType.CONFERENCING);
        Policy voice = observed.policies().global(PolicyType.VOICE);
        return new EffectiveState(conferencing, voice, new Account(false, false, false, false));
    }

    private static String unique(Identifiers ids) {
        return Stream.of(ids.account(), ids.userPrincipalName(), ids.sipAddress(), ids.distinguishedName())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(ids.title());
    }
}
