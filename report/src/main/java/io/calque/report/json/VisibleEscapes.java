package io.calque.report.json;

import io.calque.report.text.Visible;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/** Escapes also what JSON allows raw and a terminal obeys. */
final class VisibleEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    private final int[] ascii;

    VisibleEscapes() {
        ascii = standardAsciiEscapesForJSON();
        ascii[0x7f] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        return c > 0x7f && c <= Character.MAX_VALUE && Visible.isHarmful((char) c)
                ? new SerializedString(Visible.escape((char) c))
                : null;
    }
}
