package io.calque.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a regular expression becomes when its counted repetitions are written out, as a linear-time engine does: {@code
 * ((a{100}){100}){100}} is a million characters. Of an expression that is malformed it says something; the engine refuses that later.
 */
final class PatternSize {
    private static final Pattern COUNTED = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    private final String text;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long size;
    private long last;

    private PatternSize(String text) {
        this.text = text;
    }

    /** The number of characters and classes of characters, repetitions written out; never more than 2^62. */
    static long of(String pattern) {
        return new PatternSize(pattern).count();
    }

    private long count() {
        for (int at = 0; at < text.length(); ) {
            at = next(at);
        }
        while (!outer.isEmpty()) {
            close();
        }
        return size;
    }

    private int next(int at) {
        switch (text.charAt(at)) {
            case '(' -> {
                outer.push(size);
                size = 0;
            }
            case ')' -> close();
            case '[' -> {
                add(1);
                return classEnd(at);
            }
            case '{' -> {
                return repetition(at);
            }
            case '\\' -> {
                return escape(at);
            }
            default -> add(1);
        }
        return at + 1;
    }

    private void add(long atom) {
        last = atom;
        size = Math.min(size + atom, 1L << 62);
    }

    private void close() {
        long inner = size;
        size = outer.isEmpty() ? 0 : outer.pop();
        add(inner);
    }

    private int repetition(int at) {
        Matcher counted = COUNTED.matcher(text).region(at, text.length());
        if (!counted.lookingAt()) {
            add(1);
            return at + 1;
        }
        String most = counted.group(2);
        long times = Long.parseLong(most == null || most.isEmpty() ? counted.group(1) : most);
        long repeated = last > (1L << 32) ? last : last * Math.max(1, times);
        add(repeated - last);
        last = repeated;
        return counted.end();
    }

    private int escape(int at) {
        if (text.startsWith("\\Q", at)) {
            int end = text.indexOf("\\E", at);
            int to = end < 0 ? text.length() : end + 2;
            add(to - at);
            return to;
        }
        add(1);
        return at + 2;
    }

    /** A bracket right after the opening one, or its negation, is a member of the class. */
    private int classEnd(int at) {
        int first = text.startsWith("[^", at) ? at + 2 : at + 1;
        for (int i = first; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == ']' && i > first) {
                return i + 1;
            }
        }
        return text.length();
    }
}
