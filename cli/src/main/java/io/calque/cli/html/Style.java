package io.calque.cli.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheet of every page that the command line writes: light and dark, for screens and paper. */
public final class Style {
    private Style() {}

    /** The style sheet's text. */
    public static String sheet() {
        try (InputStream in = Style.class.getResourceAsStream("style.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
