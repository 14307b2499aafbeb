package io.calque.plan;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.people.Fold;
import io.calque.state.UserState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps that give users their numbers. The server refuses a number that somebody has, so whoever's number goes to somebody
 * else loses it first; numbers may even change places.
 */
final class LineMoves {
    /** A user who shall have a number. */
    record Wanted(UserState user, String line, String because) {}

    private final Findings findings;

    LineMoves(Findings findings) {
        this.findings = findings;
    }

    /** The steps, those that free numbers first, each part in the order of the wishes. */
    List<Step> steps(List<Wanted> wishes, Iterable<UserState> everybody) {
        if (wishes.isEmpty()) {
            return List.of();
        }
        Map<String, UserState> holders = new HashMap<>();
        everybody.forEach(user -> holders.put(key(user.lineUri()), user));
        List<Wanted> good = withoutConflicts(wishes, holders);
        Set<String> wanted = new HashSet<>();
        good.forEach(wish -> wanted.add(key(wish.line())));
        List<Step> steps = new ArrayList<>();
        Set<UserState> freed = new HashSet<>();
        for (Wanted wish : good) {
            String own = wish.user().lineUri();
            if (own != null && wanted.contains(key(own))) {
                freed.add(wish.user());
                steps.add(new Step.SetLine(
                        wish.user().subject(), own, null, "frees the number for somebody else; " + wish.because()));
            }
        }
        for (Wanted wish : good) {
            String before = freed.contains(wish.user()) ? null : wish.user().lineUri();
            steps.add(new Step.SetLine(wish.user().subject(), before, wish.line(), wish.because()));
        }
        return steps;
    }

    /** Leaves out who can't get a number; that may leave others without theirs, so until nothing changes any more. */
    private List<Wanted> withoutConflicts(List<Wanted> wishes, Map<String, UserState> holders) {
        Map<String, List<Wanted>> byLine = new HashMap<>();
        wishes.forEach(wish ->
                byLine.computeIfAbsent(key(wish.line()), _ -> new ArrayList<>()).add(wish));
        List<Wanted> good = new ArrayList<>();
        for (Wanted wish : wishes) {
            List<Wanted> rivals = Objects.requireNonNull(byLine.get(key(wish.line())));
            if (rivals.size() == 1) {
                good.add(wish);
            } else {
                Wanted rival = rivals.getFirst().equals(wish) ? rivals.getLast() : rivals.getFirst();
                conflict(wish, "wants the number as well", rival.user());
            }
        }
        for (int before = -1; before != good.size(); ) {
            before = good.size();
            good = withoutHeld(good, holders);
        }
        return good;
    }

    private List<Wanted> withoutHeld(List<Wanted> wishes, Map<String, UserState> holders) {
        Set<UserState> moving = new HashSet<>();
        wishes.forEach(wish -> moving.add(wish.user()));
        List<Wanted> good = new ArrayList<>();
        for (Wanted wish : wishes) {
            UserState holder = holders.get(key(wish.line()));
            if (holder == null || holder.equals(wish.user()) || moving.contains(holder)) {
                good.add(wish);
            } else {
                conflict(wish, "has the number", holder);
            }
        }
        return good;
    }

    private void conflict(Wanted wish, String what, UserState other) {
        findings.add(Finding.of(
                        Code.LINE_TAKEN,
                        wish.user().subject() + " can't get " + wish.line() + ": " + other.subject() + " " + what)
                .help("Mend the numbers in the source of people; the line stays as it is until then"));
    }

    private static String key(@Nullable String line) {
        String folded = Fold.text(line);
        return folded == null ? "" : folded;
    }
}
