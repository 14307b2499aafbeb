package io.calque.source;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Words for JSON that can't be read, from the parser's own. */
public final class BrokenJson {
    /** What the parser says of its own workings behind what is wrong. */
    private static final Pattern WORKINGS = Pattern.compile("(?s) \\((?:start marker|code).*|\n.*");

    private BrokenJson() {}

    /** What is wrong, for the middle of a sentence. */
    public static String words(JacksonException e) {
        return e instanceof UnexpectedEndOfInputException
                ? "it breaks off in the middle"
                : WORKINGS.matcher(String.valueOf(e.getOriginalMessage()))
                        .replaceAll("")
                        .strip();
    }
}
