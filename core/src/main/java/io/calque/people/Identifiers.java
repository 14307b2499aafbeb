package io.calque.people;

import org.jspecify.annotations.Nullable;

/**
 * The names under which a person is known; any may be missing. They are kept as written and compared as the directory compares
 * them, see {@link Fold}.
 *
 * @param domain the NetBIOS name of the domain, {@code CONTOSO}
 * @param samAccountName the Windows logon name without domain
 * @param userPrincipalName {@code ann@contoso.com}
 * @param sipAddress {@code sip:ann@contoso.com}
 * @param displayName not unique
 * @param distinguishedName RFC 4514
 */
public record Identifiers(
        @Nullable String domain,
        @Nullable String samAccountName,
        @Nullable String userPrincipalName,
        @Nullable String sipAddress,
        @Nullable String displayName,
        @Nullable String distinguishedName) {

    /** Whether there is no name at all. */
    public boolean isEmpty() {
        return samAccountName == null
                && userPrincipalName == null
                && sipAddress == null
                && displayName == null
                && distinguishedName == null;
    }

    /** The name of one kind as written; null where it is missing. */
    public @Nullable String name(IdentifierKind kind) {
        return switch (kind) {
            case SIP_ADDRESS -> sipAddress;
            case USER_PRINCIPAL_NAME -> userPrincipalName;
            case DISTINGUISHED_NAME -> distinguishedName;
            case DOMAIN_AND_SAM -> domain == null || samAccountName == null ? null : domain + "\\" + samAccountName;
            case SAM_ACCOUNT_NAME -> samAccountName;
            case DISPLAY_NAME -> displayName;
        };
    }

    /** The name of one kind, folded for comparing; null where it is missing. */
    public @Nullable String key(IdentifierKind kind) {
        return kind.fold(name(kind));
    }

    /** The name by which people call the person: display name, else the first one there is. */
    public String title() {
        for (String name :
                new @Nullable String[] {displayName, userPrincipalName, sipAddress, account(), distinguishedName}) {
            if (name != null) {
                return name;
            }
        }
        return "(nameless)";
    }

    /** The Windows logon name, with its domain where known; null where there is none. */
    public @Nullable String account() {
        return samAccountName == null || domain == null ? samAccountName : domain + "\\" + samAccountName;
    }
}
