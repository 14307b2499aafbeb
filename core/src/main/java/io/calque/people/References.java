package io.calque.people;

import org.jspecify.annotations.Nullable;

/** Reads what kind of name somebody typed. */
public final class References {
    private References() {}

    /**
     * A typed name of a person.
     *
     * @param text as typed
     * @param ids the same as identifiers; a bare word may be a logon name or a display name and counts as both
     */
    public record Reference(String text, Identifiers ids) implements Identified {}

    /** The identifiers that a typed name may be. */
    public static Reference of(String typed) {
        String text = typed.strip();
        return new Reference(typed, ids(text));
    }

    private static Identifiers ids(String text) {
        if (text.regionMatches(true, 0, "sip:", 0, 4)) {
            return ids(null, null, null, text, null, null);
        }
        int backslash = text.indexOf('\\');
        if (text.indexOf('=') > 0) {
            return ids(null, null, null, null, null, text);
        }
        if (backslash >= 0) {
            return ids(text.substring(0, backslash), text.substring(backslash + 1), null, null, null, null);
        }
        return text.indexOf('@') > 0
                ? ids(null, null, text, text, null, null)
                : ids(null, text, null, null, text, null);
    }

    private static Identifiers ids(
            @Nullable String domain,
            @Nullable String sam,
            @Nullable String upn,
            @Nullable String sip,
            @Nullable String displayName,
            @Nullable String distinguishedName) {
        return new Identifiers(domain, sam, upn, sip, displayName, distinguishedName);
    }
}
