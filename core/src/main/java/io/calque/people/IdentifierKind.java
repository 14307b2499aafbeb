package io.calque.people;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of names, the most certain first. */
public enum IdentifierKind {
    SIP_ADDRESS("SipAddress"),
    USER_PRINCIPAL_NAME("UserPrincipalName"),
    DISTINGUISHED_NAME("DistinguishedName"),
    DOMAIN_AND_SAM(null),
    SAM_ACCOUNT_NAME("SamAccountName"),
    DISPLAY_NAME("DisplayName");

    private final @Nullable String column;

    IdentifierKind(@Nullable String column) {
        this.column = column;
    }

    /** The column of a CSV file that holds names of this kind; {@code Name} counts as display name. Case does not matter. */
    public static Optional<IdentifierKind> ofColumn(String column) {
        if (column.equalsIgnoreCase("Name")) {
            return Optional.of(DISPLAY_NAME);
        }
        return Arrays.stream(values())
                .filter(kind -> column.equalsIgnoreCase(kind.column))
                .findFirst();
    }

    /** A name of this kind, folded for comparing; null and blank stay null. */
    public @Nullable String fold(@Nullable String name) {
        return switch (this) {
            case SIP_ADDRESS -> Fold.sip(name);
            case DISTINGUISHED_NAME -> Fold.distinguishedName(name);
            case USER_PRINCIPAL_NAME, DOMAIN_AND_SAM, SAM_ACCOUNT_NAME, DISPLAY_NAME -> Fold.text(name);
        };
    }

    /** Whether a part of a text, as a name of this kind, is its own folded form for certain. */
    boolean isFolded(String text, int start, int end) {
        return Fold.isFolded(text, start, end) && (this != SIP_ADDRESS || text.startsWith("sip:", start));
    }

    /** The columns that hold names. */
    public static List<String> columns() {
        return Arrays.stream(values())
                .map(kind -> kind.column)
                .filter(Objects::nonNull)
                .toList();
    }
}
