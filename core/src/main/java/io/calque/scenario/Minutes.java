package io.calque.scenario;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.source.Node;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how long something takes: whole minutes, or hours, minutes and seconds as the product writes a TimeSpan.
 *
 * @param findings where faults are told
 */
record Minutes(Findings findings) {
    /** The most that AnonymousUserGracePeriod takes: one day. */
    private static final long MOST = 1440;

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})|(\\d{1,2}):(\\d{1,2}):00");

    Optional<Long> read(Node node) {
        String text = node instanceof Node.Scalar scalar ? scalar.text() : node.kind();
        Matcher form = FORM.matcher(text);
        long minutes = !form.matches()
                ? -1
                : form.group(1) != null
                        ? Long.parseLong(form.group(1))
                        : Long.parseLong(form.group(2)) * 60 + Long.parseLong(form.group(3));
        if (minutes < 0 || minutes > MOST) {
            findings.add(Finding.of(Code.WRONG_SHAPE, "'" + text + "' is not a number of minutes from 0 to " + MOST)
                    .help("Write 90, or 1:30:00")
                    .at(node.place()));
            return Optional.empty();
        }
        return Optional.of(minutes);
    }
}
