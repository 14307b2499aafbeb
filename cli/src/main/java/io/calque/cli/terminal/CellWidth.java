package io.calque.cli.terminal;

/** How many columns a terminal gives to one code point. */
final class CellWidth {
    /**
     * First and last code points of the ranges whose East_Asian_Width is Wide or Fullwidth (Unicode 16, UAX 11, EastAsianWidth.txt), runs
     * joined over unassigned points; emoji are asked of the JDK instead.
     */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3,
        0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x18cff, 0x1aff0,
        0x1b2ff, 0x1f200, 0x1f2ff, 0x20000, 0x3fffd
    };

    private CellWidth() {}

    static int of(int c) {
        if (c < 0x300) {
            return c == 0xad ? 0 : 1;
        }
        return isZero(c) ? 0 : isWide(c) ? 2 : 1;
    }

    private static boolean isZero(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    private static boolean isWide(int c) {
        if (c < 0x1100) {
            return false;
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (c >= WIDE[i] && c <= WIDE[i + 1]) {
                return true;
            }
        }
        return Character.isEmojiPresentation(c);
    }
}
