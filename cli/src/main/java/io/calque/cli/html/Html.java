package io.calque.cli.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML (and SVG inside it) element by element. Every text and attribute value is escaped here (HTML Living Standard, "Escaping a
 * string"), and element and attribute names come from the program, so that no value can become markup. Not thread-safe.
 */
public final class Html {
    private static final Set<String> VOID = Set.of("meta", "br", "hr", "img", "link", "input", "col");

    private final Appendable out;
    private final Deque<String> open = new ArrayDeque<>();

    /** Writes to this; nothing is buffered here. */
    public Html(Appendable out) {
        this.out = out;
    }

    /** Begins a page of its own: language, character set, title, and a style sheet that the program brings along. */
    public Html page(String language, String title, String style) {
        raw("<!doctype html>\n");
        begin("html", "lang", language).begin("head").empty("meta", "charset", "utf-8");
        empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        empty("meta", "name", "color-scheme", "content", "light dark");
        element("title", title);
        raw("<style>\n" + style + "</style>\n");
        return end().begin("body");
    }

    /** Begins an element with attributes: names and values in turn. */
    public Html begin(String name, String... attributes) {
        tag(name, attributes);
        open.push(name);
        return this;
    }

    /** Ends the innermost element. */
    public Html end() {
        raw("</" + open.pop() + ">\n");
        return this;
    }

    /** Ends everything that is open. */
    public void endAll() {
        while (!open.isEmpty()) {
            end();
        }
    }

    /** An element that has no content. */
    public Html empty(String name, String... attributes) {
        tag(name, attributes);
        if (!VOID.contains(name)) {
            raw("</" + name + ">");
        }
        raw("\n");
        return this;
    }

    /** An element that holds a text. */
    public Html element(String name, String text, String... attributes) {
        tag(name, attributes);
        text(text);
        raw("</" + name + ">\n");
        return this;
    }

    /** A text. */
    public Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> raw("&amp;");
                case '<' -> raw("&lt;");
                case '>' -> raw("&gt;");
                case '"' -> raw("&quot;");
                case '\'' -> raw("&#39;");
                default -> put(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
            }
        }
        return this;
    }

    private void tag(String name, String... attributes) {
        raw("<" + name);
        for (int i = 0; i < attributes.length; i += 2) {
            raw(" " + attributes[i] + "=\"");
            text(attributes[i + 1]);
            raw("\"");
        }
        raw(">");
    }

    private void raw(String markup) {
        try {
            out.append(markup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(char c) {
        try {
            out.append(c);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
