package io.calque.report.diagram;

import java.util.ArrayList;
import java.util.List;

/** Breaks texts into lines by an estimate of their width, because a drawing made without a browser knows no fonts. */
final class WrappedText {
    private static final String BREAKS = " _-./:";

    private WrappedText() {}

    /**
     * The lines of a text.
     *
     * @param width the width of a line in units of the font's size, so that 12 holds some 20 letters
     */
    static List<String> lines(String text, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text, width)) {
            if (!line.isEmpty() && width(line + piece.strip()) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().strip());
        return lines;
    }

    /** The estimated width of a text in units of the font's size, on the generous side. */
    static double width(String text) {
        return text.codePoints().mapToDouble(WrappedText::width).sum();
    }

    private static double width(int c) {
        if (c > 0x2E80) {
            return 1.0;
        }
        if ("ijl.,:;|' !ftI()".indexOf(c) >= 0) {
            return 0.34;
        }
        return Character.isUpperCase(c) || c == 'm' || c == 'w' ? 0.72 : 0.56;
    }

    /** The parts between which a line may break; a part too wide for any line is cut. */
    private static List<String> pieces(String text, double width) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (!piece.isEmpty() && width(piece.toString()) + width(c) > width) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(c);
            if (BREAKS.indexOf(c) >= 0) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        });
        pieces.add(piece.toString());
        return pieces;
    }
}
