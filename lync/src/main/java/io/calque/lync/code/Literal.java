package io.calque.lync.code;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A value as PowerShell source text, as an expression spells it. Where PowerShell reads the arguments of a command it has other rules, so a
 * literal gets there only by {@link Snippet#argument}. Texts are single-quoted only: an expandable string would run what is in it.
 */
public final class Literal {
    private final String expression;
    private final boolean argument;

    /** @param argument whether the same text is also one constant argument of a command */
    private Literal(String expression, boolean argument) {
        this.expression = expression;
        this.argument = argument;
    }

    /** {@code $null}. */
    public static Literal nothing() {
        return new Literal("$null", true);
    }

    /** {@code $true} or {@code $false}. */
    public static Literal flag(boolean on) {
        return new Literal(on ? "$true" : "$false", true);
    }

    /** A whole number, in digits. */
    public static Literal whole(long number) {
        return new Literal(Long.toString(number), number >= 0);
    }

    /**
     * A text, as {@link Quote} quotes it.
     *
     * @throws io.calque.diagnostic.Fault when the text holds half a surrogate pair, which no file can hold
     */
    public static Literal text(String text) {
        return new Literal(Quote.literal(text), false);
    }

    /** An array: {@code @('a','b')}; {@code @()} when empty. */
    public static Literal list(List<Literal> items) {
        return new Literal(items.stream().map(Literal::toString).collect(Collectors.joining(",", "@(", ")")), true);
    }

    /** A hashtable, in the map's order: {@code @{'a'=1;'b'=$true}}. */
    public static Literal map(Map<String, Literal> entries) {
        StringBuilder table = new StringBuilder("@{");
        for (Iterator<Map.Entry<String, Literal>> all = entries.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Literal> entry = all.next();
            table.append(Quote.literal(entry.getKey())).append('=').append(entry.getValue());
            if (all.hasNext()) {
                table.append(';');
            }
        }
        return new Literal(table.append('}').toString(), true);
    }

    /** How it stands among the arguments of a command. */
    String argument() {
        return argument ? expression : "(" + expression + ")";
    }

    /** How it stands in an expression. */
    @Override
    public String toString() {
        return expression;
    }
}
