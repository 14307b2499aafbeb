package io.calque.people;

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
            return new Identifiers(null, null, null, text, null, null);
        }
        int backslash = text.indexOf('\\');
        if (text.indexOf('=') > 0) {
            return new Identifiers(null, null, null, null, null, text);
        }
        if (backslash >= 0) {
            return new Identifiers(text.substring(0, backslash), text.substring(backslash + 1), null, null, null, null);
        }
        return text.indexOf('@') > 0
                ? new Identifiers(null, null, text, text, null, null)
                : new Identifiers(null, text, null, null, text, null);
    }
}
