package io.calque.diagnostic;

import java.util.Comparator;

/**
 * A place in an input file.
 *
 * @param file the file's name as the user knows it: relative to the workspace where it lies in one
 * @param line the line, counted from 1; 0 when the finding is about the file as a whole
 * @param column the column in characters, counted from 1; 0 when the finding is about the whole line
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    public Place {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("line and column count from 1, 0 for none: " + line + ":" + column);
        }
    }

    /** The file as a whole. */
    public static Place of(String file) {
        return new Place(file, 0, 0);
    }

    /** A whole line of a file, as in tables. */
    public static Place line(String file, int line) {
        return new Place(file, line, 0);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** As compilers write it: {@code policies.yaml:12:5}. */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + (column == 0 ? "" : ":" + column);
    }
}
