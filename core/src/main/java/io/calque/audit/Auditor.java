package io.calque.audit;

import io.calque.assign.Assigner;
import io.calque.assign.Persona;
import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.people.Person;
import io.calque.people.Resolver;
import io.calque.policy.Home;
import io.calque.state.Observed;
import io.calque.state.UserConfiguration;
import io.calque.state.UserState;
import io.calque.state.Users;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Finds the licence position from people, told one by one in any order, and the observed state. Holds no person. Not thread-safe;
 * one auditor makes one position.
 */
public final class Auditor {
    private static final int NOBODY = -1;

    private final Workspace workspace;
    private final Observed observed;
    private final Assigner assigner;
    private final Resolver resolver;
    private final Licences[] held;
    private final BitSet online = new BitSet();
    private final Map<Licence, Long> holders = new EnumMap<>(Licence.class);
    private final Map<Key, Judgement> judged = new HashMap<>();

    private record Key(UserConfiguration provision, Licences held) {}

    /** An auditor for a workspace and a state on a day. */
    public Auditor(Workspace workspace, Observed observed, LocalDate today) {
        this.workspace = workspace;
        this.observed = observed;
        this.assigner = new Assigner(workspace.rules(), workspace.exceptions(), today);
        this.resolver = new Resolver(observed.users().names());
        this.held = new Licences[observed.users().size()];
        Arrays.fill(held, Licences.NONE);
    }

    /** Takes note of what one person holds; disabled people and people homed online hold nothing. Whoever may be several users counts for none of them. */
    public void accept(Person person) {
        if (!person.enabled()) {
            return;
        }
        int position = resolver.match(person.ids()) instanceof Resolver.Resolution.One(int found) ? found : NOBODY;
        if (person.isOnline() || (position != NOBODY && home(position) == Home.ONLINE)) {
            if (position != NOBODY) {
                online.set(position);
            }
            return;
        }
        Persona persona = assigner.assign(person).persona();
        if (persona == null) {
            return;
        }
        persona.licences().asSet().forEach(licence -> holders.merge(licence, 1L, Long::sum));
        if (position != NOBODY) {
            held[position] = persona.licences();
        }
    }

    private Home home(int position) {
        return observed.users().configuration(position).account().home();
    }

    /** The position, when all people were told. */
    public Position finish() {
        Users users = observed.users().homedOnline(online);
        online.stream().forEach(position -> held[position] = Licences.NONE);
        Map<Licence, Long> needed = new EnumMap<>(Licence.class);
        Map<Licence, Map<String, Long>> reasons = new EnumMap<>(Licence.class);
        List<Imbalance> excess = new ArrayList<>();
        List<Imbalance> missing = new ArrayList<>();
        IdentityHashMap<Judgement, Long> counts = new IdentityHashMap<>();
        for (int i = 0; i < held.length; i++) {
            UserState user = users.get(i);
            Judgement judgement = judge(user, held[i]);
            counts.merge(judgement, 1L, Long::sum);
            if (!judgement.beyond().isEmpty()) {
                excess.add(imbalance(user, held[i], judgement, judgement.beyond()));
            }
            if (!judgement.needed().holdsAll(held[i])) {
                missing.add(imbalance(user, held[i], judgement, judgement.withheld()));
            }
        }
        counts.forEach((judgement, count) -> {
            judgement.needed().asSet().forEach(licence -> needed.merge(licence, count, Long::sum));
            for (Licence licence : judgement.needed().asSet()) {
                Map<String, Long> ofLicence = reasons.computeIfAbsent(licence, _ -> new TreeMap<>());
                judgement.rightsNeeding(licence).forEach(right -> ofLicence.merge(right, count, Long::sum));
            }
        });
        Comparator<Imbalance> order = Comparator.comparing(Imbalance::subject);
        excess.sort(order);
        missing.sort(order);
        long elsewhere = users.configurations()
                .filter(each -> each.account().home() == Home.ONLINE)
                .count();
        return new Position(users.size(), elsewhere, seats(needed), excess, missing, reasons);
    }

    private Judgement judge(UserState user, Licences licences) {
        Key key = new Key(user.configuration(), licences);
        return Objects.requireNonNull(judged.computeIfAbsent(
                key, _ -> Judgement.of(workspace.licensing(), observed.situation(user), licences)));
    }

    private Imbalance imbalance(UserState user, Licences licences, Judgement judgement, List<Ground> grounds) {
        String policy = observed.situation(user).conferencing().identity().print();
        return new Imbalance(user.subject(), licences, judgement.needed(), policy, grounds);
    }

    private Map<Licence, SeatPosition> seats(Map<Licence, Long> needed) {
        Map<Licence, SeatPosition> seats = new EnumMap<>(Licence.class);
        for (Licence licence : Licence.values()) {
            seats.put(
                    licence,
                    new SeatPosition(
                            workspace.seats().owned(licence),
                            holders.getOrDefault(licence, 0L),
                            needed.getOrDefault(licence, 0L),
                            workspace.seats().cost(licence)));
        }
        return seats;
    }
}
