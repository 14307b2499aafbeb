package io.calque.plan;

import io.calque.assign.Persona;
import io.calque.assign.Wish;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.policy.Identity;
import io.calque.state.UserState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps about users: what each shall have and does not. Users are compared in the order in which steps shall stand. */
final class UserDiff {
    private final Findings findings;
    private final List<Step> disables = new ArrayList<>();
    private final List<LineMoves.Wanted> lines = new ArrayList<>();
    private final List<Step> enables = new ArrayList<>();
    private final List<Step> grants = new ArrayList<>();
    private final List<Step> revokes = new ArrayList<>();
    private final Map<PolicyType, Set<Identity.Tag>> granted = new EnumMap<>(PolicyType.class);

    UserDiff(Findings findings) {
        this.findings = findings;
    }

    void compare(UserState user, Planner.Wanted wanted) {
        if (wanted.spoilt()) {
            leave(user);
            return;
        }
        String because = wanted.assignment().because();
        Persona persona = wanted.assignment().persona();
        UserState changed = user;
        for (PolicyType type : PolicyType.values()) {
            Optional<Wish> wish = wish(persona, type);
            if (wish.isPresent()) {
                changed = grant(changed, type, wish.get().policy(), because);
            }
        }
        changed = voice(changed, persona, because);
        if (wanted.number() != null) {
            line(user, wanted.number(), because);
        }
        leave(changed);
    }

    /** All steps about users, kind by kind. */
    List<Step> steps(Iterable<UserState> everybody) {
        List<Step> steps = new ArrayList<>(disables);
        steps.addAll(new LineMoves(findings).steps(lines, everybody));
        steps.addAll(enables);
        steps.addAll(grants);
        steps.addAll(revokes);
        return steps;
    }

    /** Takes a user as it will be: one whom nothing changes, or one who was compared. */
    void leave(UserState user) {
        for (PolicyType type : PolicyType.values()) {
            Identity.Tag policy = user.granted(type);
            if (policy != null) {
                granted.computeIfAbsent(type, _ -> new HashSet<>()).add(policy);
            }
        }
    }

    /** Whether somebody will have a policy. */
    boolean isGranted(PolicyType type, Identity.Tag policy) {
        return granted.getOrDefault(type, Set.of()).contains(policy);
    }

    /** Whoever has no persona gets no user policy; voice policies are left to those who manage them. */
    private static Optional<Wish> wish(@Nullable Persona persona, PolicyType type) {
        if (persona != null) {
            return persona.wish(type);
        }
        return type == PolicyType.CONFERENCING ? Optional.of(new Wish(null)) : Optional.empty();
    }

    private UserState grant(UserState user, PolicyType type, Identity.@Nullable Tag policy, String because) {
        Identity.Tag before = user.granted(type);
        if (policy == null ? before == null : policy.equals(before)) {
            return user;
        }
        if (policy != null) {
            grants.add(new Step.Grant(user.subject(), type, before, policy, because));
        } else if (before != null) {
            revokes.add(new Step.Revoke(user.subject(), type, before, because));
        }
        return user.withGrant(type, policy);
    }

    private UserState voice(UserState user, @Nullable Persona persona, String because) {
        Optional<Boolean> voice = persona == null ? Optional.empty() : persona.voice();
        if (voice.isEmpty() || voice.get() == user.account().enterpriseVoice()) {
            return user;
        }
        if (voice.get()) {
            enables.add(new Step.EnableVoice(user.subject(), because));
        } else {
            disables.add(new Step.DisableVoice(user.subject(), because));
        }
        return user.withAccount(user.account().withEnterpriseVoice(voice.get()));
    }

    private void line(UserState user, String number, String because) {
        Optional<String> uri = LineNumber.uri(number);
        if (uri.isEmpty()) {
            findings.add(
                    Finding.of(Code.LINE_NUMBER, user.subject() + ": '" + number + "' makes no line; it stays as it is")
                            .help("Write numbers with + and the country's code, such as +49 30 1234567"));
        } else if (!uri.get().equalsIgnoreCase(user.lineUri())) {
            lines.add(new LineMoves.Wanted(user, uri.get(), because));
        }
    }
}
