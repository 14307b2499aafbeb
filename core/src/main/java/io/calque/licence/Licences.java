package io.calque.licence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A set of licences that a person holds or needs. Immutable; compares by content, smaller sets first. */
public final class Licences implements Comparable<Licences> {
    /** No licence at all. */
    public static final Licences NONE = new Licences(0);

    /** Standard alone, which everybody needs who signs in. */
    public static final Licences STANDARD = of(Licence.STANDARD);

    private static final List<Licences> ALL = all();
    private static final Comparator<Licences> ORDER =
            Comparator.<Licences>comparingInt(l -> Integer.bitCount(l.bits)).thenComparingInt(l -> l.bits);

    private final int bits;

    private Licences(int bits) {
        this.bits = bits;
    }

    /** The set of some licences. */
    public static Licences of(Licence... licences) {
        return of(Arrays.asList(licences));
    }

    /** The set of some licences. */
    public static Licences of(Collection<Licence> licences) {
        int bits = 0;
        for (Licence licence : licences) {
            bits |= licence.bit();
        }
        return new Licences(bits);
    }

    /** Every set that can be held, Standard being in each but the empty one; the smallest first. */
    public static List<Licences> holdable() {
        return ALL;
    }

    /** Whether a licence is in the set. */
    public boolean holds(Licence licence) {
        return (bits & licence.bit()) != 0;
    }

    /** Whether all of another set is in this one. */
    public boolean holdsAll(Licences other) {
        return (bits & other.bits) == other.bits;
    }

    /** This set and another together. */
    public Licences and(Licences other) {
        return new Licences(bits | other.bits);
    }

    /** What this set lacks of another. */
    public Licences lacks(Licences other) {
        return new Licences(other.bits & ~bits);
    }

    /** Whether it is the empty set. */
    public boolean isEmpty() {
        return bits == 0;
    }

    /** Whether Standard is missing although another licence, which needs it, is there. */
    public boolean lacksBase() {
        return bits != 0 && !holds(Licence.STANDARD);
    }

    /** The licences in their own order. */
    public Set<Licence> asSet() {
        EnumSet<Licence> set = EnumSet.noneOf(Licence.class);
        for (Licence licence : Licence.values()) {
            if (holds(licence)) {
                set.add(licence);
            }
        }
        return set;
    }

    /** The ids in their own order. */
    public List<String> ids() {
        return asSet().stream().map(Licence::id).toList();
    }

    private static List<Licences> all() {
        List<Licences> all = new ArrayList<>(List.of(new Licences(0)));
        for (int others = 0; others < 4; others++) {
            all.add(new Licences(1 | others << 1));
        }
        return List.copyOf(all);
    }

    @Override
    public int compareTo(Licences other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Licences licences && licences.bits == bits;
    }

    @Override
    public int hashCode() {
        return bits;
    }

    /** As people write it: {@code standard+enterprise}; {@code none} for the empty set. */
    @Override
    public String toString() {
        return bits == 0 ? "none" : String.join("+", ids());
    }
}
