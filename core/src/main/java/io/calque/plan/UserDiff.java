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
import io.calque.state.Provision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps about users: what each shall have and does not. */
final class UserDiff {
    private static final List<PolicyType> TYPES = List.of(PolicyType.values());

    private final Outcome outcome;
    private final Findings findings;
    private final IdentityHashMap<@Nullable Persona, IdentityHashMap<Provision, Provision>> wanted =
            new IdentityHashMap<>();
    private final List<Step> disables = new ArrayList<>();
    private final List<LineMoves.Wanted> lines = new ArrayList<>();
    private final List<Step> enables = new ArrayList<>();
    private final List<Step> grants = new ArrayList<>();
    private final List<Step> revokes = new ArrayList<>();

    /** A comparison whose changes an outcome shall show. */
    UserDiff(Outcome outcome, Findings findings) {
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

    /** All steps about users, kind by kind, each in the order of the names under which plans speak of users. */
    List<Step> steps() {
        lines.sort(Comparator.comparing(LineMoves.Wanted::subject));
        List<Step> steps = sorted(disables);
        steps.addAll(new LineMoves(outcome, findings).steps(lines));
        steps.addAll(sorted(enables));
        steps.addAll(sorted(grants));
        steps.addAll(sorted(revokes));
        return steps;
    }

    private static List<Step> sorted(List<Step> steps) {
        steps.sort(Comparator.comparing(Step::subject));
        return steps;
    }

    private void compare(int position, Assignment assignment, @Nullable String number, @Nullable Place place) {
        Provision before = outcome.provision(position);
        Provision after = after(before, assignment.persona());
        boolean changes = !after.equals(before);
        String line = number == null ? null : newLine(position, number, place);
        String subject = changes || line != null ? outcome.subject(position) : "";
        if (changes) {
            change(subject, before, after, assignment.because());
            outcome.provide(position, after);
        }
        if (line != null) {
            lines.add(new LineMoves.Wanted(position, subject, line, assignment.because(), place));
        }
    }

    /** Whoever has no persona gets no user policy; voice policies are left to those who manage them. */
    private static Optional<Wish> wish(@Nullable Persona persona, PolicyType type) {
        if (persona != null) {
            return persona.wish(type);
        }
        return type == PolicyType.CONFERENCING ? Optional.of(new Wish(null)) : Optional.empty();
    }

    /** What is wanted is worked out once for all who are provided for alike and get the same persona. */
    private Provision after(Provision before, @Nullable Persona persona) {
        return Objects.requireNonNull(wanted.computeIfAbsent(persona, _ -> new IdentityHashMap<>())
                .computeIfAbsent(before, _ -> wanted(before, persona)));
    }

    /** The provision that a persona wants in the place of another; the other itself where nothing is to be changed. */
    private static Provision wanted(Provision before, @Nullable Persona persona) {
        Provision after = before;
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

    private void change(String subject, Provision before, Provision after, String because) {
        for (PolicyType type : TYPES) {
            Identity.Tag had = before.granted(type);
            Identity.Tag gets = after.granted(type);
            if (gets != null && !gets.equals(had)) {
                grants.add(new Step.Grant(subject, type, had, gets, because));
            } else if (gets == null && had != null) {
                revokes.add(new Step.Revoke(subject, type, had, because));
            }
        }
        boolean voice = after.account().enterpriseVoice();
        if (voice && !before.account().enterpriseVoice()) {
            enables.add(new Step.EnableVoice(subject, because));
        } else if (!voice && before.account().enterpriseVoice()) {
            disables.add(new Step.DisableVoice(subject, because));
        }
    }

    /** The line that a number makes; null where the user has it already, or where it makes none. */
    private @Nullable String newLine(int position, String number, @Nullable Place place) {
        Optional<String> uri = LineNumber.uri(number);
        if (uri.isEmpty()) {
            findings.add(Finding.of(
                            Code.LINE_NUMBER,
                            outcome.subject(position) + ": '" + number + "' makes no line; it stays as it is")
                    .help("Write numbers with + and the country's code, such as +49 30 1234567")
                    .at(place));
        }
        return uri.filter(line -> !line.equalsIgnoreCase(outcome.line(position)))
                .orElse(null);
    }
}
