package io.calque.cli.terminal;

import io.calque.engine.context.Progress;
import io.calque.report.text.Amount;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells on standard error how far a piece of work is, once it has taken more than a second: one line that is redrawn on a terminal, a
 * plain line now and then elsewhere. Cheap enough to be called for every item. Not thread-safe.
 */
public final class ProgressLine implements Progress.Work {
    private static final Duration SILENCE = Duration.ofSeconds(1);
    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration REPEAT = Duration.ofSeconds(10);
    /** Items between two looks at the clock. */
    private static final int STRIDE = 256;

    private final Terminal terminal;
    private final String work;
    private final boolean redraws;
    private final Instant started;
    private Instant next;
    private boolean shown;
    private int untold;

    private ProgressLine(Terminal terminal, String work) {
        this.terminal = terminal;
        this.work = work;
        this.redraws = terminal.attached().err();
        this.started = terminal.clock().instant();
        this.next = started.plus(SILENCE);
    }

    /** Begins a piece of work, named as in "reading people". */
    public static ProgressLine of(Terminal terminal, String work) {
        return new ProgressLine(terminal, work);
    }

    /** So many items are done; of how many, or 0 when nobody knows yet. */
    @Override
    public void at(long done, long total) {
        if (++untold < STRIDE && done != total) {
            return;
        }
        untold = 0;
        piece(done, total);
    }

    /** The same for work that comes in large pieces: looks at the clock each time. */
    @Override
    public void piece(long done, long total) {
        Instant now = terminal.clock().instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(redraws ? REDRAW : REPEAT);
        shown = true;
        String text = "calque: " + work + ", " + Amount.of(done)
                + (total > 0 ? " of " + Amount.of(total) + share(done, total) : "");
        if (redraws) {
            terminal.err().print("\r\u001b[K" + Printable.clipped(text, terminal.width() - 1));
            terminal.err().flush();
        } else {
            terminal.err().println(text);
        }
    }

    /** Ends the work: clears the line, so that what is printed next stands alone. */
    @Override
    public void close() {
        if (shown && redraws) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }

    private static String share(long done, long total) {
        return " (" + 100 * done / total + " %)";
    }
}
