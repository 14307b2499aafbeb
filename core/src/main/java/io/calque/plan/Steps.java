package io.calque.plan;

import io.calque.state.Users;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Steps in their order. Of steps that differ in nothing but the user, one is held, and the user's position for each: a million of
 * them are few objects. A step is made when it is asked for. Immutable.
 */
final class Steps extends AbstractList<Step> implements RandomAccess {
    private static final int ITSELF = -1;

    private final @Nullable Users users;
    private final Step[] patterns;
    private final int[] positions;

    private Steps(@Nullable Users users, Step[] patterns, int[] positions) {
        this.users = users;
        this.patterns = patterns;
        this.positions = positions;
    }

    /** Steps as they are. */
    static Steps of(List<Step> steps) {
        if (steps instanceof Steps already) {
            return already;
        }
        int[] positions = new int[steps.size()];
        Arrays.fill(positions, ITSELF);
        return new Steps(null, steps.toArray(Step[]::new), positions);
    }

    @Override
    public int size() {
        return patterns.length;
    }

    @Override
    public Step get(int index) {
        Step pattern = patterns[index];
        return users != null && positions[index] != ITSELF && pattern instanceof Step.OfUser ofUser
                ? ofUser.of(users.subject(positions[index]))
                : pattern;
    }

    /** A step that may be about another user and is else the same. */
    Step pattern(int index) {
        return patterns[index];
    }

    /** Collects steps. Not thread-safe. */
    static final class Builder {
        private final Users users;
        private final List<Step> patterns = new ArrayList<>();
        private int[] positions = new int[16];

        Builder(Users users) {
            this.users = users;
        }

        /** Adds a step about the user at a position; the user whom {@code pattern} is about does not matter. */
        void add(int position, Step.OfUser pattern) {
            put(position, pattern);
        }

        /** Adds steps as they are. */
        void addAll(List<Step> steps) {
            steps.forEach(step -> put(ITSELF, step));
        }

        /** Adds what another one collected, in the order of the names under which plans speak of users. */
        void addSorted(Builder other) {
            for (int i : other.order()) {
                put(other.positions[i], other.patterns.get(i));
            }
        }

        Steps build() {
            return new Steps(users, patterns.toArray(Step[]::new), Arrays.copyOf(positions, patterns.size()));
        }

        private void put(int position, Step step) {
            int at = patterns.size();
            if (at == positions.length) {
                positions = Arrays.copyOf(positions, 2 * at);
            }
            positions[at] = position;
            patterns.add(step);
        }

        private int[] order() {
            // Most servers tell their users in this order, and then no name is kept.
            return isAscending() ? IntStream.range(0, patterns.size()).toArray() : sorted();
        }

        private boolean isAscending() {
            String last = "";
            for (int i = 0; i < patterns.size(); i++) {
                String subject = users.subject(positions[i]);
                if (last.compareTo(subject) > 0) {
                    return false;
                }
                last = subject;
            }
            return true;
        }

        private int[] sorted() {
            String[] subjects = IntStream.range(0, patterns.size())
                    .mapToObj(i -> users.subject(positions[i]))
                    .toArray(String[]::new);
            return IntStream.range(0, subjects.length)
                    .boxed()
                    .sorted(Comparator.comparing(i -> subjects[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }
}
