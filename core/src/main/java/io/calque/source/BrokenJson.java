package io.calque.source;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Words for JSON that can't be read, from the parser's own. */
public final class BrokenJson {
    /** What the parser says of its own workings behind what is wrong. */
    private static final Pattern WORKINGS = Pattern.compile("(?s) \\((?:start marker|for \\w+ starting).*|\\n.*");

    private static final Pattern CHARACTER = Pattern.compile("\\(('.+?') \\(code [^)]*\\)\\)");

    private BrokenJson() {}

    /** What is wrong, for the middle of a sentence. */
    public static String words(JacksonException e) {
        if (e instanceof UnexpectedEndOfInputException) {
            return "it breaks off in the middle";
        }
        String plain = WORKINGS.matcher(String.valueOf(e.getOriginalMessage())).replaceAll("");
        String words = CHARACTER.matcher(plain).replaceAll("$1").strip();
        return words.isEmpty() ? "it is not JSON" : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
