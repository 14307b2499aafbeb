package io.calque.plan;

import io.calque.assign.Persona;
import io.calque.assign.Wish;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.policy.Identity;
import io.calque.state.UserState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps about users: what each shall have and does not. Users are compared in the order in which steps shall stand. */
final class UserDiff {
    private static final List<PolicyType> TYPES = List.of(PolicyType.values());

    private final Outcome outcome;
    private final @Nullable String file;
    private final Findings findings;
    private final List<Step> disables = new ArrayList<>();
    private final List<LineMoves.Wanted> lines = new ArrayList<>();
    private final List<Step> enables = new ArrayList<>();
    private final List<Step> grants = new ArrayList<>();
    private final List<Step> revokes = new ArrayList<>();

    /** A comparison whose changes an outcome shall show, of people from a file; null where they stand in none. */
    UserDiff(Outcome outcome, @Nullable String file, Findings findings) {
        this.outcome = outcome;
        this.file = file;
        this.findings = findings;
    }

    void compare(int position, Planner.Wanted wanted) {
        if (wanted.spoilt()) {
            return;
        }
        String because = wanted.assignment().because();
        Persona persona = wanted.assignment().persona();
        for (PolicyType type : TYPES) {
            Optional<Wish> wish = wish(persona, type);
            if (wish.isPresent()) {
                grant(position, type, wish.get().policy(), because);
            }
        }
        voice(position, persona, because);
        if (wanted.number() != null) {
            line(position, wanted.number(), because, wanted.place(file));
        }
    }

    /** All steps about users, kind by kind. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>(disables);
        steps.addAll(new LineMoves(outcome, findings).steps(lines));
        steps.addAll(enables);
        steps.addAll(grants);
        steps.addAll(revokes);
        return steps;
    }

    /** Whoever has no persona gets no user policy; voice policies are left to those who manage them. */
    private static Optional<Wish> wish(@Nullable Persona persona, PolicyType type) {
        if (persona != null) {
            return persona.wish(type);
        }
        return type == PolicyType.CONFERENCING ? Optional.of(new Wish(null)) : Optional.empty();
    }

    private void grant(int position, PolicyType type, Identity.@Nullable Tag policy, String because) {
        UserState user = outcome.user(position);
        Identity.Tag before = user.granted(type);
        if (policy == null ? before == null : policy.equals(before)) {
            return;
        }
        if (policy != null) {
            grants.add(new Step.Grant(user.subject(), type, before, policy, because));
        } else if (before != null) {
            revokes.add(new Step.Revoke(user.subject(), type, before, because));
        }
        outcome.put(position, user.withGrant(type, policy));
    }

    private void voice(int position, @Nullable Persona persona, String because) {
        UserState user = outcome.user(position);
        Optional<Boolean> voice = persona == null ? Optional.empty() : persona.voice();
        if (voice.isEmpty() || voice.get() == user.account().enterpriseVoice()) {
            return;
        }
        if (voice.get()) {
            enables.add(new Step.EnableVoice(user.subject(), because));
        } else {
            disables.add(new Step.DisableVoice(user.subject(), because));
        }
        outcome.put(position, user.withAccount(user.account().withEnterpriseVoice(voice.get())));
    }

    private void line(int position, String number, String because, @Nullable Place place) {
        UserState user = outcome.user(position);
        Optional<String> uri = LineNumber.uri(number);
        if (uri.isEmpty()) {
            findings.add(
                    Finding.of(Code.LINE_NUMBER, user.subject() + ": '" + number + "' makes no line; it stays as it is")
                            .help("Write numbers with + and the country's code, such as +49 30 1234567")
                            .at(place));
        } else if (!uri.get().equalsIgnoreCase(user.lineUri())) {
            lines.add(new LineMoves.Wanted(position, uri.get(), because, place));
        }
    }
}
