package io.calque.report.markup;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML, and HTML in its XML form. Texts and attribute values are escaped here and nowhere else, so that no value can become
 * markup; characters that XML 1.0 forbids (section 2.2) are written as U+FFFD. Not thread-safe.
 */
public final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean lineBegun;

    /** Writes something that is markup already, such as {@code <!DOCTYPE html>} or a style sheet: a constant, never a value. */
    public Markup constant(String markup) {
        out.append(markup);
        return this;
    }

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn
     */
    public Markup begin(String name, String... attributes) {
        newLine();
        tag(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    /** Writes a text inside the element begun last. */
    public Markup text(String text) {
        escape(text);
        lineBegun = true;
        return this;
    }

    /** Ends the element begun last. */
    public Markup end() {
        String name = open.pop();
        if (!lineBegun) {
            newLine();
        }
        out.append("</").append(name).append('>');
        lineBegun = false;
        return this;
    }

    /** An element that holds only a text. */
    public Markup element(String name, String text, String... attributes) {
        return begin(name, attributes).text(text).end();
    }

    /** An element that holds nothing. */
    public Markup empty(String name, String... attributes) {
        newLine();
        tag(name, attributes);
        out.append("/>");
        return this;
    }

    private void newLine() {
        if (!out.isEmpty()) {
            out.append('\n').repeat(' ', open.size());
        }
        lineBegun = false;
    }

    private void tag(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < 0xD800)
                || (c >= 0xE000 && c < 0xFFFE)
                || c >= 0x10000;
    }

    /** All that was written, with a line end; every element must have ended. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not ended: " + open);
        }
        return out + "\n";
    }
}
