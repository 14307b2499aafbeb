package io.calque.report.json;

import io.calque.report.text.Visible;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * JSON Lines of which each begins with one text of its own, and goes on with what it shares with many others: the shared part is
 * written down once. Lines are gathered into blocks, because a million of them are written; closing writes the last block and leaves
 * the writer open. Not thread-safe.
 */
public final class JsonLines implements AutoCloseable {
    private static final int BLOCK = 1 << 15;
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    private final PrintWriter out;
    private final StringBuilder own = new StringBuilder();
    private final char[] block = new char[BLOCK];
    private int filled;

    /**
     * What many lines have in common.
     *
     * @param text the rest of an object behind its first member, and the end of the line
     */
    public record Shared(String text) {
        /** Written down from its members, of which there must be one. */
        public static Shared of(Consumer<JsonObject> members) {
            StringWriter text = new StringWriter();
            Json.line(text, members);
            return new Shared("," + text.toString().substring(1));
        }
    }

    /** Lines for a writer. */
    public JsonLines(PrintWriter out) {
        this.out = out;
    }

    /** Writes one line: a member of its own, then what it shares. */
    public void write(String key, String value, Shared shared) {
        own.setLength(0);
        own.append("{\"").append(key).append("\":\"");
        ENCODER.quoteAsString(value, own);
        writeOut(own);
        own.append('"');
        put(own);
        put(shared.text());
    }

    private static void writeOut(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7f && Visible.isHarmful(c)) {
                text.replace(i, i + 1, Visible.escape(c));
            }
        }
    }

    private void put(CharSequence text) {
        int from = 0;
        while (from < text.length()) {
            if (filled == BLOCK) {
                close();
            }
            int to = Math.min(text.length(), from + BLOCK - filled);
            text.getChars(from, to, block, filled);
            filled += to - from;
            from = to;
        }
    }

    @Override
    public void close() {
        out.write(block, 0, filled);
        filled = 0;
    }
}
