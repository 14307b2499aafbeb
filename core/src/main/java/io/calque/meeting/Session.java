package io.calque.meeting;

import io.calque.policy.Licensing;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A session as it stands: who is in, from where, who waits, what is in use. Not thread-safe; one playing has one. */
final class Session {
    /** The name of the endpoint of somebody who comes by telephone. */
    static final String TELEPHONE = "telephone";

    private final Scenario scenario;
    private final Map<String, Set<String>> present = new LinkedHashMap<>();
    private final Map<String, Set<String>> removed = new HashMap<>();
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> admitted = new LinkedHashSet<>();
    private final Map<Medium, Set<String>> media = new EnumMap<>(Medium.class);
    private final Map<String, Participant> changed = new HashMap<>();
    private final Map<String, Participant> pending = new LinkedHashMap<>();
    private long minutesWithoutSignedIn;
    private boolean meeting;
    private String organiser;

    Session(Scenario scenario) {
        this.scenario = scenario;
        this.meeting = scenario.kind() != SessionKind.P2P;
        this.organiser = scenario.organiser();
    }

    Scenario scenario() {
        return scenario;
    }

    Licensing licensing() {
        return scenario.licensing();
    }

    /** Whether a meeting server carries it, so that the organiser's policy binds. */
    boolean isMeeting() {
        return meeting;
    }

    /** Whether it is a meeting that was not scheduled. */
    boolean isAdhoc() {
        return scenario.kind() != SessionKind.SCHEDULED;
    }

    Participant organiser() {
        return person(organiser);
    }

    /** Somebody who takes part, with the policies that count now. */
    Participant person(String name) {
        Participant now = changed.get(name);
        return now == null ? scenario.person(name) : now;
    }

    /** Lets somebody's other policies count from now on. */
    void change(Participant person) {
        changed.put(person.name(), person);
    }

    /** Lets somebody's other policies count when that person joins again, or when the session begins anew. */
    void changeLater(Participant person) {
        pending.put(person.name(), person);
    }

    /** Somebody as the last change of policies made them, whether it counts yet or not. */
    Participant latest(String name) {
        Participant later = pending.get(name);
        return later == null ? person(name) : later;
    }

    /** Two people's session becomes a meeting of whoever made it one. */
    void becomeMeeting(Participant newOrganiser) {
        meeting = true;
        organiser = newOrganiser.name();
    }

    boolean isIn(String name) {
        return present.containsKey(name);
    }

    Set<String> present() {
        return present.keySet();
    }

    Set<String> endpoints(String name) {
        return present.getOrDefault(name, Set.of());
    }

    int allEndpoints() {
        return present.values().stream().mapToInt(Set::size).sum();
    }

    boolean wasRemoved(String name, @Nullable String endpoint) {
        return endpoint != null && removed.getOrDefault(name, Set.of()).contains(endpoint);
    }

    boolean isWaiting(String name) {
        return waiting.contains(name);
    }

    boolean wasAdmitted(String name) {
        return admitted.contains(name);
    }

    void waits(String name) {
        waiting.add(name);
    }

    void admit(String name) {
        admitted.add(name);
    }

    void enter(String name, String endpoint) {
        begin(name);
        waiting.remove(name);
        removed.getOrDefault(name, new LinkedHashSet<>()).remove(endpoint);
        present.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(endpoint);
    }

    /** What a join brings about: changed policies count, and whoever signed in keeps anonymous people's time from running. */
    private void begin(String name) {
        if (present.isEmpty()) {
            pending.values().forEach(this::change);
            pending.clear();
            minutesWithoutSignedIn = 0;
        }
        Participant later = isIn(name) ? null : pending.remove(name);
        if (later != null) {
            change(later);
        }
        if (person(name).kind().signsIn()) {
            minutesWithoutSignedIn = 0;
        }
    }

    /** Lets time pass; tells for how many minutes nobody who signed in has been there. */
    long pass(long minutes) {
        boolean signedIn =
                present.keySet().stream().anyMatch(name -> person(name).kind().signsIn());
        minutesWithoutSignedIn = signedIn ? 0 : minutesWithoutSignedIn + minutes;
        return minutesWithoutSignedIn;
    }

    /** Puts everybody out. */
    void end() {
        present.clear();
        media.clear();
    }

    /** Takes a person's endpoint out because another one came. */
    void replace(String name, String endpoint) {
        present.getOrDefault(name, new LinkedHashSet<>()).remove(endpoint);
        removed.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(endpoint);
    }

    void leave(String name, @Nullable String endpoint) {
        Set<String> endpoints = present.getOrDefault(name, new LinkedHashSet<>());
        if (endpoint != null) {
            endpoints.remove(endpoint);
        }
        if (endpoint == null || endpoints.isEmpty()) {
            present.remove(name);
            media.values().forEach(users -> users.remove(name));
        }
    }

    void use(Medium medium, String name) {
        media.computeIfAbsent(medium, _ -> new LinkedHashSet<>()).add(name);
    }

    void lose(Loss loss) {
        media.getOrDefault(loss.medium(), new LinkedHashSet<>()).remove(loss.person());
    }

    List<String> users(Medium medium) {
        return List.copyOf(media.getOrDefault(medium, Set.of()));
    }
}
