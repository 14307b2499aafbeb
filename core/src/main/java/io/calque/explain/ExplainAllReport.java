package io.calque.explain;

import io.calque.assign.Persona;
import io.calque.licence.Licences;
import io.calque.policy.GateState;
import io.calque.policy.Verdict;
import io.calque.state.Users;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What all users of a server have, each with what the workspace says of them. Not thread-safe. */
public final class ExplainAllReport {
    private final Users users;
    private final @Nullable Persona[] personas;
    private final Assessments assessments;

    /**
     * A report on users.
     *
     * @param personas what the workspace gives each user, in the users' order; null where it gives nothing
     * @param assessments judges them
     */
    public ExplainAllReport(Users users, @Nullable Persona[] personas, Assessments assessments) {
        this.users = users;
        this.personas = personas.clone();
        this.assessments = assessments;
    }

    /**
     * People who have the same: the same policies in force, licences, and rights beyond and withheld.
     *
     * @param people how many, at least 1
     * @param conferencing the conferencing policy in force
     * @param voice the voice policy in force; {@code off} without Enterprise Voice
     * @param licences the licences held
     * @param needed the fewest licences that cover what they have
     * @param excess the rights given beyond the licences
     * @param withheld the rights licensed and not given
     */
    public record Group(
            long people,
            String conferencing,
            String voice,
            Licences licences,
            Licences needed,
            List<String> excess,
            List<String> withheld) {
        private static final Comparator<Group> ORDER = Comparator.comparing(Group::conferencing)
                .thenComparing(Group::voice)
                .thenComparing(group -> group.licences().toString())
                .thenComparing(group -> group.needed().toString())
                .thenComparing(group -> group.excess().toString())
                .thenComparing(group -> group.withheld().toString());

        public Group {
            excess = List.copyOf(excess);
            withheld = List.copyOf(withheld);
        }

        private static Group of(Assessment assessment) {
            var situation = assessment.situation();
            return new Group(
                    0,
                    situation.conferencing().identity().print(),
                    situation.account().enterpriseVoice()
                            ? situation.voice().identity().print()
                            : "off",
                    assessment.licences(),
                    assessment.needed(),
                    assessment.excess().stream().map(Verdict::right).toList(),
                    assessment.withheld().stream().map(Verdict::right).toList());
        }

        private Group of(long number) {
            return new Group(number, conferencing, voice, licences, needed, excess, withheld);
        }
    }

    /**
     * People who have a right through the same settings.
     *
     * @param through the settings and the policies that hold them
     * @param names their names, in order; at least one
     */
    public record Holders(String through, List<String> names) {
        public Holders {
            names = List.copyOf(names);
        }
    }

    /** How many users there are. */
    public int size() {
        return personas.length;
    }

    /** The name by which the server calls a user. */
    public String subject(int user) {
        return users.subject(user);
    }

    /** What the workspace gives a user; null where it gives nothing. */
    public @Nullable Persona persona(int user) {
        return personas[user];
    }

    /** What a user has. Users in the same situation share one object. */
    public Assessment assessment(int user) {
        Persona persona = personas[user];
        return assessments.of(users.configuration(user), persona == null ? Licences.NONE : persona.licences());
    }

    /** All users in groups: each user is in exactly one. The order depends on what the groups have alone. */
    public List<Group> groups() {
        // Each assessment is put into words once, not once for each user.
        IdentityHashMap<Assessment, Group> words = new IdentityHashMap<>();
        Map<Group, Long> counts = new HashMap<>();
        for (int i = 0; i < size(); i++) {
            counts.merge(words.computeIfAbsent(assessment(i), Group::of), 1L, Long::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().of(entry.getValue()))
                .sorted(Group.ORDER)
                .toList();
    }

    /** The users who have a right, by the settings that give it to them; a user is in at most one entry. */
    public List<Holders> holders(String right) {
        Map<String, List<String>> byGate = new TreeMap<>();
        for (int i = 0; i < size(); i++) {
            Verdict verdict = assessment(i).given(right).orElse(null);
            if (verdict != null) {
                byGate.computeIfAbsent(through(verdict), _ -> new ArrayList<>())
                        .add(users.get(i).ids().title());
            }
        }
        return byGate.entrySet().stream()
                .map(entry -> new Holders(
                        entry.getKey(), entry.getValue().stream().sorted().toList()))
                .toList();
    }

    private static String through(Verdict verdict) {
        return verdict.gates().stream().map(ExplainAllReport::words).collect(Collectors.joining(", "));
    }

    private static String words(GateState gate) {
        return gate.identity() + " " + gate.condition().setting().name() + " = " + gate.value();
    }
}
