package io.calque.licence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The client access licences. Additive: Enterprise and Plus each need Standard and do not include each other. */
public enum Licence {
    STANDARD(1),
    ENTERPRISE(2),
    PLUS(4);

    private final int bit;

    Licence(int bit) {
        this.bit = bit;
    }

    /** This licence's place in a set of bits. */
    int bit() {
        return bit;
    }

    /** The id that files and JSON use: {@code standard}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The licence with an id, in any case. */
    public static Optional<Licence> of(String id) {
        return Arrays.stream(values()).filter(l -> l.id().equalsIgnoreCase(id)).findFirst();
    }

    /** All ids. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Licence::id).toList();
    }
}
