package io.calque.source;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Words for JSON that can't be read; the parser's own speak of its workings. */
public final class BrokenJson {
    private BrokenJson() {}

    /** What is wrong at its place, for the middle of a sentence. */
    public static String words(JacksonException e) {
        return e instanceof UnexpectedEndOfInputException
                ? "it breaks off in the middle"
                : "from here on it is no JSON";
    }
}
