package io.calque.remoting.clixml;

/**
 * How much a reader takes of one top-level value before it refuses. Reading is linear in the size of the XML, so these also bound time.
 *
 * @param chars UTF-16 code units of text and names
 * @param depth objects inside one another; PowerShell itself enforces 50
 * @param values values, each reference counting as many as the object it points to, so that few bytes can't stand for a huge tree
 */
public record Limits(long chars, int depth, long values) {

    /** For one message of a server: as much as PowerShell's own client takes. */
    public static final Limits MESSAGE = new Limits(200L << 20, 60, 10_000_000);

    /** For one object of an exported file, so that a file of any length is read in little memory. */
    public static final Limits FILE = new Limits(16L << 20, 60, 1_000_000);

    public Limits {
        if (chars < 1 || depth < 1 || depth > 60 || values < 1) {
            throw new IllegalArgumentException("limits are positive and depth at most 60");
        }
    }
}
