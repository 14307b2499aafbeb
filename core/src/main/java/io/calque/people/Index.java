package io.calque.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The positions of people by one kind of name: chained hashing over numbers alone, because a million people would make two
 * million small objects of a map. Immutable once built.
 */
final class Index {
    private static final int END = -1;

    private final Names people;
    private final IdentifierKind kind;
    private final int[] heads;
    private final int[] next;
    private final int[] hashes;

    Index(Names people, IdentifierKind kind) {
        this.people = people;
        this.kind = kind;
        this.heads = new int[Integer.highestOneBit(Math.max(people.size(), 1)) << 1];
        this.next = new int[people.size()];
        this.hashes = new int[people.size()];
        Arrays.fill(heads, END);
        // From the last to the first, so that every chain tells its people in their order.
        for (int position = people.size() - 1; position >= 0; position--) {
            int hash = people.hash(position, kind);
            if (hash != Names.NONE) {
                hashes[position] = hash;
                next[position] = heads[bucket(hash)];
                heads[bucket(hash)] = position;
            }
        }
    }

    /** Everybody of that name, in their order. */
    List<Integer> find(String key) {
        int hash = Names.hash(key);
        List<Integer> found = new ArrayList<>(1);
        for (int position = heads[bucket(hash)]; position != END; position = next[position]) {
            if (hashes[position] == hash && people.is(position, kind, key)) {
                found.add(position);
            }
        }
        return found;
    }

    private int bucket(int hash) {
        return (hash ^ (hash >>> 16)) & (heads.length - 1);
    }
}
