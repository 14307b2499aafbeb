package io.calque;

import io.calque.assign.Persona;
import io.calque.assign.Rule;
import io.calque.assign.Unmatched;
import io.calque.assign.When;
import io.calque.assign.Wish;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Value;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.licence.Profile;
import io.calque.people.Identifiers;
import io.calque.people.Person;
import io.calque.plan.Plan;
import io.calque.plan.PlanOptions;
import io.calque.plan.Planner;
import io.calque.policy.Account;
import io.calque.policy.Home;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.state.Observed;
import io.calque.state.UserState;
import io.calque.workspace.Brakes;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Seats;
import io.calque.workspace.ServerSpec;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A small company by chance, from a seed: what its workspace wants, who its people are and what its server holds. Numbers are few, so
 * that they collide, swap and wander.
 */
public record World(Workspace workspace, List<Person> people, Observed observed) {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Place PLACE = new Place("policies.yaml", 1, 1);
    private static final List<String> NAMES = List.of("A", "B", "C", "D");

    /** The world of a seed. */
    public static World of(long seed) {
        Random random = new Random(seed);
        List<DeclaredPolicy> declared = new ArrayList<>();
        List<Policy> there = new ArrayList<>();
        for (PolicyType type : PolicyType.values()) {
            for (String name : List.of("Global", "Site:Redmond", "Tag:A", "Tag:B", "Tag:C", "Tag:D")) {
                if (random.nextBoolean() && !name.equals("Tag:D")) {
                    declared.add(declared(policy(type, name, random)));
                }
                if (random.nextBoolean() && !name.equals("Tag:C")) {
                    there.add(policy(type, name, random));
                }
            }
        }
        Map<String, Persona> personas = personas(random, declared);
        List<Rule> rules = personas.values().stream()
                .map(persona -> new Rule(persona.name(), hasPersona(persona.name()), persona, PLACE))
                .toList();
        List<UserState> users = users(random, there);
        return new World(
                workspace(declared, personas, rules),
                people(random, users, List.copyOf(personas.keySet())),
                new Observed(ProductVersion.LYNC_2010, List.of("Redmond"), PolicySet.of(there), users));
    }

    /** The plan from the server's state to what the workspace wants. */
    public Plan plan() {
        return plan(observed, false);
    }

    /** The plan from another state. */
    public Plan plan(Observed from, boolean prune) {
        Planner planner = new Planner(workspace, TODAY, new Findings());
        people.forEach(planner::accept);
        return planner.finish(from, new PlanOptions(prune));
    }

    /** What the server holds, with users homed online where the server or the list of people says so. */
    public Observed homed() {
        Set<String> online = people.stream()
                .filter(Person::isOnline)
                .map(person -> String.valueOf(person.ids().sipAddress()))
                .collect(Collectors.toSet());
        return new Observed(
                observed.product(),
                observed.sites(),
                observed.policies(),
                observed.users().stream()
                        .map(user -> online.contains(user.subject())
                                ? user.withAccount(user.account().withHome(Home.ONLINE))
                                : user)
                        .toList());
    }

    /** The same world with people and policies told in another order. */
    public World shuffled(long seed) {
        List<Person> others = new ArrayList<>(people);
        Collections.shuffle(others, new Random(seed));
        List<DeclaredPolicy> policies = new ArrayList<>(workspace.policies());
        Collections.shuffle(policies, new Random(seed));
        return new World(workspace(policies, workspace.personas(), workspace.rules()), others, observed);
    }

    /** A workspace of Lync 2010 with the default profile. */
    public static Workspace workspace(List<DeclaredPolicy> policies, Map<String, Persona> personas, List<Rule> rules) {
        return new Workspace(
                Licensing.of(
                        ProductVersion.LYNC_2010, Profile.of(Profile.DEFAULT).orElseThrow()),
                Optional.empty(),
                new ServerSpec.Simulated(PLACE),
                Seats.UNKNOWN,
                Brakes.NONE,
                policies,
                personas,
                rules,
                Unmatched.DEFAULT,
                List.of(),
                Optional.empty());
    }

    /** A policy as a workspace declares it. */
    public static DeclaredPolicy declared(Policy policy) {
        return new DeclaredPolicy(policy, Optional.empty(), PLACE, Map.of());
    }

    /** A user with a name and nothing granted. */
    public static UserState user(String name) {
        return new UserState(
                new Identifiers("CONTOSO", name, name + "@contoso.com", "sip:" + name + "@contoso.com", null, null),
                "Redmond",
                Account.PLAIN,
                null,
                null,
                null);
    }

    private static When hasPersona(String name) {
        return new When.HasAttribute("Persona", new When.ValueTest.OneOf(Set.of(name)), PLACE);
    }

    private static Policy policy(PolicyType type, String name, Random random) {
        Map<String, Value> settings = new HashMap<>();
        if (type == PolicyType.CONFERENCING) {
            if (random.nextBoolean()) {
                settings.put("AllowIPAudio", new Value.Flag(random.nextBoolean()));
            }
            if (random.nextBoolean()) {
                settings.put("MaxMeetingSize", new Value.Int(2 + random.nextInt(300)));
            }
            if (random.nextBoolean()) {
                settings.put("Description", new Value.Text(random.nextBoolean() ? "" : "it's “one”; a, b"));
            }
        } else if (random.nextBoolean()) {
            settings.put("AllowSimulRing", new Value.Flag(random.nextBoolean()));
        }
        return new Policy(type, Identity.of(name), settings);
    }

    private static Map<String, Persona> personas(Random random, List<DeclaredPolicy> declared) {
        Map<String, Persona> personas = new LinkedHashMap<>();
        for (String name : List.of("p", "q", "r")) {
            Map<PolicyType, Wish> wishes = new HashMap<>();
            for (PolicyType type : PolicyType.values()) {
                List<Identity.Tag> tags = declared.stream()
                        .map(DeclaredPolicy::policy)
                        .filter(policy -> policy.type() == type)
                        .map(Policy::identity)
                        .filter(Identity.Tag.class::isInstance)
                        .map(Identity.Tag.class::cast)
                        .toList();
                if (random.nextInt(3) > 0) {
                    wishes.put(
                            type,
                            new Wish(
                                    tags.isEmpty() || random.nextInt(3) == 0
                                            ? null
                                            : tags.get(random.nextInt(tags.size()))));
                }
            }
            personas.put(
                    name,
                    new Persona(
                            name,
                            Licences.of(Licence.STANDARD, random.nextBoolean() ? Licence.PLUS : Licence.ENTERPRISE),
                            wishes,
                            random.nextBoolean() ? Optional.of(random.nextBoolean()) : Optional.empty(),
                            random.nextInt(4) > 0 ? "Phone" : null,
                            PLACE));
        }
        return personas;
    }

    private static List<UserState> users(Random random, List<Policy> there) {
        List<UserState> users = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            users.add(user("u" + i)
                    .withAccount(Account.PLAIN
                            .withEnterpriseVoice(random.nextBoolean())
                            .withHome(random.nextInt(6) == 0 ? Home.ONLINE : Home.ON_PREMISES))
                    .withLine(random.nextBoolean() ? "tel:+4930000" + i : null)
                    .withGrant(PolicyType.CONFERENCING, granted(PolicyType.CONFERENCING, random, there))
                    .withGrant(PolicyType.VOICE, granted(PolicyType.VOICE, random, there)));
        }
        return users;
    }

    private static Identity.@Nullable Tag granted(PolicyType type, Random random, List<Policy> there) {
        Identity.Tag tag = new Identity.Tag(NAMES.get(random.nextInt(NAMES.size())));
        return there.stream()
                        .anyMatch(policy ->
                                policy.type() == type && policy.identity().equals(tag))
                ? tag
                : null;
    }

    private static List<Person> people(Random random, List<UserState> users, List<String> personas) {
        List<Person> people = new ArrayList<>();
        for (UserState user : users) {
            String persona = random.nextInt(4) == 0 ? "nobody" : personas.get(random.nextInt(personas.size()));
            String phone = random.nextInt(3) == 0 ? "" : "+49 300 00" + random.nextInt(8);
            String provider = random.nextInt(8) == 0 ? "sipfed.online.lync.com" : "SRV:";
            int rows = random.nextInt(5) == 0 ? 2 : random.nextInt(6) == 0 ? 0 : 1;
            for (int row = 0; row < rows; row++) {
                people.add(new Person(
                        user.ids(),
                        null,
                        Set.of(),
                        attribute -> switch (attribute) {
                            case "Persona" -> List.of(persona);
                            case "HostingProvider" -> List.of(provider);
                            case "Phone" -> phone.isEmpty() ? List.of() : List.of(phone);
                            default -> List.of();
                        },
                        true,
                        Place.line("people.csv", people.size() + 2)));
            }
        }
        return people;
    }
}
