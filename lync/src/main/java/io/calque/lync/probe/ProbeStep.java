package io.calque.lync.probe;

import io.calque.diagnostic.Finding;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one layer.
 *
 * @param text in a few words what was found, or why it was not looked at
 * @param finding what is wrong and what to do; null where nothing is
 */
public record ProbeStep(
        Layer layer, Verdict verdict, String text, @Nullable Finding finding) {

    /** Whether a layer works. */
    public enum Verdict {
        /** It works. */
        GOOD,
        /** It does not, or not wholly. */
        BAD,
        /** It was not reached, or can't be told. */
        UNKNOWN;

        /** The word that people and JSON see: {@code good}, {@code bad}, {@code unknown}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ProbeStep good(Layer layer, String text) {
        return new ProbeStep(layer, Verdict.GOOD, text, null);
    }

    static ProbeStep unknown(Layer layer, String text) {
        return new ProbeStep(layer, Verdict.UNKNOWN, text, null);
    }

    static ProbeStep bad(Layer layer, String text) {
        return bad(layer, text, text, layer.help());
    }

    /** What fails: in a few words, in full, and what to do about it. */
    static ProbeStep bad(Layer layer, String text, String message, String help) {
        return bad(
                layer,
                text,
                Finding.of(layer.code(), layer.title() + ": " + message).help(help));
    }

    static ProbeStep bad(Layer layer, String text, Finding finding) {
        return new ProbeStep(layer, Verdict.BAD, text, finding);
    }
}
