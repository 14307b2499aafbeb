package io.calque.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The positions of people by one kind of name: chained hashing over numbers alone, because a million people would make two
 * million small objects of a map. Immutable once built.
 */
final class Index {
    private static final int END = -1;

    private final NameColumns people;
    private final IdentifierKind kind;
    private final int[] heads;
    private final int[] next;
    private final int[] hashes;

    Index(NameColumns people, IdentifierKind kind) {
        this.people = people;
        this.kind = kind;
        this.heads = new int[Integer.highestOneBit(Math.max(people.size(), 1)) << 1];
        this.next = new int[people.size()];
        this.hashes = new int[people.size()];
        Arrays.fill(heads, END);
        // From the last to the first, so that every chain tells its people in their order.
        for (int position = people.size() - 1; position >= 0; position--) {
            int hash = people.hash(position, kind);
            if (hash != NameColumns.NONE) {
                hashes[position] = hash;
                next[position] = heads[bucket(hash)];
                heads[bucket(hash)] = position;
            }
        }
    }

    /** Everybody of that name, in their order. */
    List<Integer> find(String key) {
        return find(NameColumns.hash(key), position -> people.is(position, kind, key));
    }

    /** Everybody who has the same name as somebody else, in their order; null where that one has none. */
    @Nullable
    List<Integer> find(NameColumns others, int other) {
        int hash = others.hash(other, kind);
        return hash == NameColumns.NONE ? null : find(hash, position -> people.isSame(position, others, other, kind));
    }

    private List<Integer> find(int hash, IntPredicate same) {
        int first = next(heads[bucket(hash)], hash, same);
        if (first == END) {
            return List.of();
        }
        int second = next(next[first], hash, same);
        if (second == END) {
            return List.of(first);
        }
        List<Integer> found = new ArrayList<>(List.of(first));
        for (int position = second; position != END; position = next(next[position], hash, same)) {
            found.add(position);
        }
        return found;
    }

    /** The first one of a name in a chain from a position on. */
    private int next(int from, int hash, IntPredicate same) {
        int position = from;
        while (position != END && !(hashes[position] == hash && same.test(position))) {
            position = next[position];
        }
        return position;
    }

    private int bucket(int hash) {
        return (hash ^ (hash >>> 16)) & (heads.length - 1);
    }
}
