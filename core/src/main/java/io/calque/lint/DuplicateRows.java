package io.calque.lint;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.people.IdentifierKind;
import io.calque.people.Identifiers;
import io.calque.people.Person;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds rows that mean somebody whom an earlier row means: by the first identifier that a row has of those that are unique. Keeps 64
 * bits of each and the line, so that a million people need 24 MB; of a million identifiers two fall together by chance once in
 * thirty million lists.
 */
final class DuplicateRows {
    private static final List<IdentifierKind> UNIQUE = List.of(
            IdentifierKind.SIP_ADDRESS,
            IdentifierKind.USER_PRINCIPAL_NAME,
            IdentifierKind.DISTINGUISHED_NAME,
            IdentifierKind.DOMAIN_AND_SAM,
            IdentifierKind.SAM_ACCOUNT_NAME);
    /** More than anybody mends one by one. */
    private static final int MOST = 100;

    private final List<Finding> findings = new ArrayList<>();
    private long[] hashes = new long[1 << 10];
    private int[] lines = new int[1 << 10];
    private int size;

    /** Looks at the next row. */
    void look(Person person) {
        Place place = person.place();
        if (place == null || place.line() <= 0 || findings.size() == MOST) {
            return;
        }
        long hash = hash(person.ids());
        if (hash == 0) {
            return;
        }
        int first = put(hash, place.line());
        if (first > 0) {
            findings.add(Finding.of(Code.DUPLICATE_PERSON, person.ids().title() + " is meant by line " + first + " too")
                    .help("Keep one of the two rows")
                    .at(place));
        }
    }

    /** The first of them. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private static long hash(Identifiers ids) {
        for (int kind = 0; kind < UNIQUE.size(); kind++) {
            String key = ids.key(UNIQUE.get(kind));
            if (key != null) {
                return hash(kind, key);
            }
        }
        return 0;
    }

    private static long hash(int kind, String key) {
        long hash = kind + 1L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x9E37_79B9_7F4A_7C15L;
            hash ^= hash >>> 32;
        }
        return hash == 0 ? 1 : hash;
    }

    /** The line under which a hash is there already, else 0, and then it is there from now on. */
    private int put(long hash, int line) {
        if (2 * size > hashes.length) {
            grow();
        }
        int slot = slot(hash);
        if (hashes[slot] == hash) {
            return lines[slot];
        }
        hashes[slot] = hash;
        lines[slot] = line;
        size++;
        return 0;
    }

    private int slot(long hash) {
        int slot = (int) hash & hashes.length - 1;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldLines = lines;
        hashes = new long[2 * oldHashes.length];
        lines = new int[2 * oldLines.length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                lines[slot] = oldLines[i];
            }
        }
    }
}
