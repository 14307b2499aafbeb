package io.calque.audit;

import io.calque.assign.Assigner;
import io.calque.assign.Persona;
import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.people.Person;
import io.calque.people.Resolver;
import io.calque.policy.Account;
import io.calque.policy.Identity;
import io.calque.state.Observed;
import io.calque.state.UserState;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws up the licence position. People are told one by one, in any order and none is kept; users of the server whom no person means
 * hold no licence. What counts is the effective policy, not the grant. Not thread-safe; one auditor makes one position.
 */
public final class Auditor {
    private final Workspace workspace;
    private final Observed observed;
    private final Assigner assigner;
    private final Resolver resolver;
    private final AuditListener listener;
    private final @Nullable Licences[] held;
    private final Map<Key, Judgement> judged = new HashMap<>();
    private final Map<Licence, long[]> counts = new EnumMap<>(Licence.class);
    private final Map<String, Long> missing = new HashMap<>();
    private final Map<Licence, Map<String, Long>> reasons = new EnumMap<>(Licence.class);

    private static final int NEEDED = 0;
    private static final int HELD = 1;
    private static final int EXCESS = 2;
    private static final int UNUSED = 3;

    private record Key(
            Identity.@Nullable Tag conferencing,
            Identity.@Nullable Tag voice,
            @Nullable String site,
            Account account,
            Licences held) {}

    /** An auditor for a workspace and a state on a day. */
    public Auditor(Workspace workspace, Observed observed, LocalDate today, AuditListener listener) {
        this.workspace = workspace;
        this.observed = observed;
        this.assigner = new Assigner(workspace.rules(), workspace.exceptions(), today);
        this.resolver = new Resolver(observed.users());
        this.listener = listener;
        this.held = new @Nullable Licences[observed.users().size()];
        for (Licence licence : Licence.values()) {
            counts.put(licence, new long[4]);
            reasons.put(licence, new HashMap<>());
        }
    }

    /**
     * Takes one person. Disabled people hold nothing. Whoever is not on the server, or may be any of several users, holds licences
     * that are not used there; a user whom two rows mean holds what the first says.
     */
    public void accept(Person person) {
        Persona persona = person.enabled() ? assigner.assign(person).persona() : null;
        if (persona == null) {
            return;
        }
        if (resolver.match(person.ids()) instanceof Resolver.Resolution.One(int position)) {
            if (held[position] == null) {
                held[position] = persona.licences();
            }
            return;
        }
        for (Licence licence : persona.licences().asSet()) {
            count(licence, HELD);
            count(licence, UNUSED);
            listener.unused(new Unused(person.ids().title(), licence));
        }
    }

    /** The position, when all people were told; the listener is told of users in the order of the state. */
    public Position finish() {
        List<UserState> users = observed.users();
        for (int i = 0; i < users.size(); i++) {
            Licences holds = held[i];
            judge(users.get(i), holds == null ? Licences.NONE : holds);
        }
        Map<Licence, Position.Seat> seats = new EnumMap<>(Licence.class);
        Map<Licence, List<Position.RightCount>> why = new EnumMap<>(Licence.class);
        for (Licence licence : Licence.values()) {
            long[] n = counts.getOrDefault(licence, new long[4]);
            seats.put(
                    licence,
                    new Position.Seat(
                            workspace.seats().owned(licence),
                            n[NEEDED],
                            n[HELD],
                            n[EXCESS],
                            n[UNUSED],
                            workspace.seats().cost(licence)));
            why.put(licence, sorted(reasons.getOrDefault(licence, Map.of())));
        }
        return new Position(seats, sorted(missing), why);
    }

    private void judge(UserState user, Licences holds) {
        Judgement judgement = judged.computeIfAbsent(
                new Key(user.conferencing(), user.voice(), user.site(), user.account(), holds),
                key -> Judgement.of(workspace.licensing(), observed.situation(user), key.held()));
        for (Licence licence : Licence.values()) {
            if (judgement.needed().holds(licence)) {
                count(licence, NEEDED);
            }
            if (holds.holds(licence)) {
                count(licence, HELD);
            }
        }
        judgement.lacking().forEach((licence, grounds) -> {
            count(licence, EXCESS);
            listener.excess(new Excess(user.subject(), holds, licence, grounds));
        });
        judgement.unused().forEach(licence -> {
            count(licence, UNUSED);
            listener.unused(new Unused(user.subject(), licence));
        });
        judgement.missing().forEach(right -> missing.merge(right, 1L, Long::sum));
        judgement.reasons().forEach((licence, rights) -> rights.forEach(
                right -> reasons.computeIfAbsent(licence, _ -> new HashMap<>()).merge(right, 1L, Long::sum)));
    }

    private void count(Licence licence, int what) {
        counts.computeIfAbsent(licence, _ -> new long[4])[what]++;
    }

    private static List<Position.RightCount> sorted(Map<String, Long> rights) {
        return rights.entrySet().stream()
                .map(entry -> new Position.RightCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Position.RightCount::people)
                        .reversed()
                        .thenComparing(Position.RightCount::right))
                .toList();
    }
}
