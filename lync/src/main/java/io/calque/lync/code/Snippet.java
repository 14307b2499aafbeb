package io.calque.lync.code;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of PowerShell source text. It is made of compile-time constants (the compiler refuses anything else) and of {@link Literal}s in
 * the form that their position needs, so a value can't become code whatever it holds.
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

    /**
     * A value as one constant argument of a command, in every position. Texts stand in parentheses: PowerShell takes {@code '--%'}, quoted
     * or not, for its stop-parsing token and all behind it for raw text; and what begins with a dash may be taken for a parameter.
     * Parentheses make PowerShell read an expression (about_Parsing).
     */
    public static Snippet argument(Literal value) {
        return new Snippet(value.argument());
    }

    /** A row of an array that stands in lines of its own: {@code 7,'a'}. */
    public static Snippet row(long number, Literal value) {
        return new Snippet(number + "," + value);
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
