package io.calque.source;

import java.util.Optional;

/** The few words that mean yes or no in files: YAML's and the product's own. */
public final class Words {
    private Words() {}

    /** {@code true} or {@code false} in any case, else empty. */
    public static Optional<Boolean> flag(String text) {
        if (text.equalsIgnoreCase("true")) {
            return Optional.of(Boolean.TRUE);
        }
        return text.equalsIgnoreCase("false") ? Optional.of(Boolean.FALSE) : Optional.empty();
    }
}
