package io.calque.plan;

import io.calque.assign.Assignment;
import io.calque.assign.Persona;
import io.calque.assign.Wish;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.policy.Identity;
import io.calque.state.UserConfiguration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps about users: what each shall have and does not. */
final class UserDiff {
    private static final List<PolicyType> TYPES = List.of(PolicyType.values());

    private final ProjectedUsers outcome;
    private final Findings findings;
    private final IdentityHashMap<@Nullable Persona, IdentityHashMap<UserConfiguration, Move>> moves =
            new IdentityHashMap<>();
    private final Map<StepKind, Steps.Builder> byKind = new EnumMap<>(StepKind.class);
    private final List<LineMoves.Wanted> lines = new ArrayList<>();

    /** What a persona makes of a provision, worked out once for all who are provided for alike. */
    private record Move(UserConfiguration after, Map<String, List<Step.OfUser>> steps) {}

    /** A comparison whose changes an outcome shall show. */
    UserDiff(ProjectedUsers outcome, Findings findings) {
        this.outcome = outcome;
        this.findings = findings;
    }

    /** Compares all users with what they shall have; how many somebody meant. */
    long compare(Desired desired) {
        long people = 0;
        for (int position = 0; position < desired.size(); position++) {
            if (desired.isMeant(position)) {
                people++;
                if (!desired.isSpoilt(position)) {
                    String number = desired.number(position);
                    Place place = number == null ? null : desired.place(position);
                    compare(position, desired.assignment(position), number, place);
                }
            }
        }
        return people;
    }

    /** Adds all steps about users, kind by kind, each in the order of the names under which plans speak of users. */
    void addTo(Steps.Builder steps) {
        lines.sort(Comparator.comparing(LineMoves.Wanted::subject));
        steps.addSorted(of(StepKind.DISABLE_VOICE));
        steps.addAll(new LineMoves(outcome, findings).steps(lines));
        steps.addSorted(of(StepKind.ENABLE_VOICE));
        steps.addSorted(of(StepKind.GRANT));
        steps.addSorted(of(StepKind.REVOKE));
    }

    private Steps.Builder of(StepKind kind) {
        return Objects.requireNonNull(byKind.computeIfAbsent(kind, _ -> new Steps.Builder(outcome.users())));
    }

    private void compare(int position, Assignment assignment, @Nullable String number, @Nullable Place place) {
        UserConfiguration before = outcome.provision(position);
        Move move = Objects.requireNonNull(moves.computeIfAbsent(assignment.persona(), _ -> new IdentityHashMap<>())
                .computeIfAbsent(before, _ -> new Move(wanted(before, assignment.persona()), new HashMap<>())));
        List<Step.OfUser> steps = Objects.requireNonNull(
                move.steps().computeIfAbsent(assignment.because(), because -> steps(before, move.after(), because)));
        if (!steps.isEmpty()) {
            steps.forEach(step -> of(step.kind()).add(position, step));
            outcome.provide(position, move.after());
        }
        String line = number == null ? null : newLine(position, number, place);
        if (line != null) {
            lines.add(new LineMoves.Wanted(position, outcome.subject(position), line, assignment.because(), place));
        }
    }

    /** Whoever has no persona gets no user policy; voice policies are left to those who manage them. */
    private static Optional<Wish> wish(@Nullable Persona persona, PolicyType type) {
        if (persona != null) {
            return persona.wish(type);
        }
        return type == PolicyType.CONFERENCING ? Optional.of(new Wish(null)) : Optional.empty();
    }

    /** The provision that a persona wants in the place of another; the other itself where nothing is to be changed. */
    private static UserConfiguration wanted(UserConfiguration before, @Nullable Persona persona) {
        UserConfiguration after = before;
        for (PolicyType type : TYPES) {
            Optional<Wish> wish = wish(persona, type);
            if (wish.isPresent() && !Objects.equals(wish.get().policy(), before.granted(type))) {
                after = after.withGrant(type, wish.get().policy());
            }
        }
        Optional<Boolean> voice = persona == null ? Optional.empty() : persona.voice();
        return voice.isEmpty() || voice.get() == before.account().enterpriseVoice()
                ? after
                : after.withAccount(before.account().withEnterpriseVoice(voice.get()));
    }

    /** The steps from one provision to another, for a user without a name. */
    private static List<Step.OfUser> steps(UserConfiguration before, UserConfiguration after, String because) {
        List<Step.OfUser> steps = new ArrayList<>();
        for (PolicyType type : TYPES) {
            Identity.Tag had = before.granted(type);
            Identity.Tag gets = after.granted(type);
            if (gets != null && !gets.equals(had)) {
                steps.add(new Step.Grant("", type, had, gets, because));
            } else if (gets == null && had != null) {
                steps.add(new Step.Revoke("", type, had, because));
            }
        }
        boolean voice = after.account().enterpriseVoice();
        if (voice && !before.account().enterpriseVoice()) {
            steps.add(new Step.EnableVoice("", because));
        } else if (!voice && before.account().enterpriseVoice()) {
            steps.add(new Step.DisableVoice("", because));
        }
        return List.copyOf(steps);
    }

    /** The line that a number makes; null where the user has it already, or where it makes none. */
    private @Nullable String newLine(int position, String number, @Nullable Place place) {
        Optional<String> uri = LineNumber.uri(number);
        if (uri.isEmpty()) {
            findings.add(Finding.of(
                            Code.LINE_NUMBER,
                            outcome.subject(position) + ": '" + number + "' makes no line; the line is unchanged")
                    .help("Write numbers with + and the country's code, such as +49 30 1234567")
                    .at(place));
        }
        return uri.filter(line -> !line.equalsIgnoreCase(outcome.line(position)))
                .orElse(null);
    }
}
