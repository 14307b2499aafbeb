package io.calque.powershell.code;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of PowerShell source text. It is made of compile-time constants (the compiler refuses anything else) and of literals, so a value
 * can't become code whatever it holds. Literals are single-quoted only: an expandable string would run what is in it.
 */
public final class Snippet {
    private static final char HOLE = '%';
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z][A-Za-z0-9]*)?");

    private final String text;

    private Snippet(String text) {
        this.text = text;
    }

    /** Code written in the program itself. */
    public static Snippet constant(@CompileTimeConstant String text) {
        return new Snippet(text);
    }

    /**
     * Code with holes.
     *
     * @param template code written in the program itself; each {@code %} is a hole
     * @param holes what fills them, in order; exactly as many
     */
    public static Snippet of(@CompileTimeConstant String template, Snippet... holes) {
        StringBuilder filled = new StringBuilder(template.length() + 64);
        int next = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == HOLE) {
                filled.append(holes[next++].text);
            } else {
                filled.append(c);
            }
        }
        if (next != holes.length) {
            throw new IllegalArgumentException("the template has " + next + " holes, not " + holes.length);
        }
        return new Snippet(filled.toString());
    }

    /**
     * The name of a cmdlet or parameter, bare.
     *
     * @throws IllegalArgumentException when it is not made of letters, digits and one hyphen: then it is no name
     */
    public static Snippet name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a cmdlet or parameter: " + name);
        }
        return new Snippet(name);
    }

    /** {@code $null}. */
    public static Snippet nothing() {
        return new Snippet("$null");
    }

    /** {@code $true} or {@code $false}. */
    public static Snippet flag(boolean on) {
        return new Snippet(on ? "$true" : "$false");
    }

    /** A whole number, in digits. */
    public static Snippet whole(long number) {
        return new Snippet(Long.toString(number));
    }

    /**
     * A text, as {@link Quote} quotes it.
     *
     * @throws io.calque.diagnostic.Fault when the text holds half a surrogate pair, which no file can hold
     */
    public static Snippet text(String text) {
        return new Snippet(Quote.literal(text));
    }

    /** An array: {@code @('a','b')}; {@code @()} when empty. */
    public static Snippet list(List<Snippet> items) {
        return new Snippet(items.stream().map(c -> c.text).collect(Collectors.joining(",", "@(", ")")));
    }

    /** A hashtable, in the map's order: {@code @{'a'=1;'b'=$true}}. */
    public static Snippet map(Map<String, Snippet> entries) {
        StringBuilder table = new StringBuilder("@{");
        for (Iterator<Map.Entry<String, Snippet>> all = entries.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Snippet> entry = all.next();
            table.append(Quote.literal(entry.getKey())).append('=').append(entry.getValue().text);
            if (all.hasNext()) {
                table.append(';');
            }
        }
        return new Snippet(table.append('}').toString());
    }

    /** Several pieces with a separator that is written in the program itself. */
    public static Snippet join(@CompileTimeConstant String separator, List<Snippet> pieces) {
        return new Snippet(pieces.stream().map(c -> c.text).collect(Collectors.joining(separator)));
    }

    /** The source text. */
    @Override
    public String toString() {
        return text;
    }
}
