package io.calque.cli.terminal;

import io.calque.diagnostic.Severity;

/** Colours: either ANSI sequences or nothing at all. Text means the same without them. */
public enum Ink {
    /** Plain text. */
    PLAIN,
    /** ANSI sequences that every terminal since the VT100 knows. */
    ANSI;

    static Ink of(boolean colour) {
        return colour ? ANSI : PLAIN;
    }

    /** Headings and names. */
    public String bold(String text) {
        return paint("1", text);
    }

    /** What can be skipped at first reading. */
    public String faint(String text) {
        return paint("2", text);
    }

    /** Good news. */
    public String good(String text) {
        return paint("32", text);
    }

    /** A severity's own colour. */
    public String severity(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> paint("1;31", text);
            case WARNING -> paint("33", text);
            case INFO -> paint("36", text);
        };
    }

    private String paint(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
