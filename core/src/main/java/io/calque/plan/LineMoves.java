package io.calque.plan;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.people.Fold;
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
    /** A user, by position, who shall have a number, and where that is written. */
    record Wanted(
            int position,
            String subject,
            String line,
            String because,
            @Nullable Place place) {}

    private final ProjectedUsers outcome;
    private final Findings findings;

    /** Moves whose changes an outcome shall show. */
    LineMoves(ProjectedUsers outcome, Findings findings) {
        this.outcome = outcome;
        this.findings = findings;
    }

    /** The steps, those that free numbers first, each part in the order of the wishes. */
    List<Step> steps(List<Wanted> wishes) {
        if (wishes.isEmpty()) {
            return List.of();
        }
        List<Wanted> good = withoutConflicts(wishes, holders());
        Set<String> wanted = new HashSet<>();
        good.forEach(wish -> wanted.add(key(wish.line())));
        List<Step> steps = new ArrayList<>();
        for (Wanted wish : good) {
            String own = outcome.line(wish.position());
            if (own != null && wanted.contains(key(own))) {
                steps.add(step(wish, null, "frees the number for somebody else; " + wish.because()));
            }
        }
        for (Wanted wish : good) {
            steps.add(step(wish, wish.line(), wish.because()));
        }
        return steps;
    }

    private Step step(Wanted wish, @Nullable String line, String because) {
        String before = outcome.line(wish.position());
        outcome.line(wish.position(), line);
        return new Step.SetLine(wish.subject(), before, line, because);
    }

    private Map<String, Integer> holders() {
        Map<String, Integer> holders = new HashMap<>();
        for (int position = 0; position < outcome.size(); position++) {
            String line = outcome.line(position);
            if (line != null) {
                holders.put(key(line), position);
            }
        }
        return holders;
    }

    /** Leaves out who can't get a number; that may leave others without theirs, so until nothing changes any more. */
    private List<Wanted> withoutConflicts(List<Wanted> wishes, Map<String, Integer> holders) {
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
                conflict(wish, "wants the number as well", rival.position());
            }
        }
        for (int before = -1; before != good.size(); ) {
            before = good.size();
            good = withoutHeld(good, holders);
        }
        return good;
    }

    private List<Wanted> withoutHeld(List<Wanted> wishes, Map<String, Integer> holders) {
        Set<Integer> moving = new HashSet<>();
        wishes.forEach(wish -> moving.add(wish.position()));
        List<Wanted> good = new ArrayList<>();
        for (Wanted wish : wishes) {
            Integer holder = holders.get(key(wish.line()));
            if (holder == null || holder == wish.position() || moving.contains(holder)) {
                good.add(wish);
            } else {
                conflict(wish, "has the number", holder);
            }
        }
        return good;
    }

    private void conflict(Wanted wish, String what, int other) {
        findings.add(Finding.of(
                        Code.LINE_TAKEN,
                        wish.subject() + " can't get " + wish.line() + ": " + outcome.subject(other) + " " + what)
                .help("Correct the numbers in the source of people; until then the line is unchanged")
                .at(wish.place()));
    }

    private static String key(String line) {
        String folded = Fold.text(line);
        return folded == null ? "" : folded;
    }
}
