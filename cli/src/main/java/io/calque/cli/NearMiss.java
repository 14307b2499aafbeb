package io.calque.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what was probably meant by a mistyped word. */
final class NearMiss {
    private NearMiss() {}

    /** The closest of the known words, when it is close: at most a third of the letters differ, or the word is its beginning. */
    static Optional<String> of(String word, List<String> known) {
        return known.stream()
                .filter(k -> k.startsWith(word) || distance(word, k) <= Math.max(1, k.length() / 3))
                .min(Comparator.comparingInt(k -> distance(word, k)));
    }

    /** Edits between two words: letters added, dropped, changed, and neighbours swapped (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
