package io.calque.remoting.session;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.psrp.Command;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to run, once.
 *
 * @param commands the pipeline, at least one command
 * @param input the objects to feed to the first command, taken one by one as they are sent; null for none
 * @param patience how long the whole call may take before it is stopped
 */
public record Call(List<Command> commands, @Nullable Iterator<? extends CliXml> input, Duration patience) {

    /** How long a call may take unless it says otherwise. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    public Call {
        commands = List.copyOf(commands);
        if (commands.isEmpty() || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("a call has a command and some patience");
        }
    }

    /** One pipeline without input. */
    public static Call of(Command... commands) {
        return new Call(List.of(commands), null, PATIENCE);
    }

    /** The same pipeline, fed with these objects. */
    public Call withInput(Iterator<? extends CliXml> objects) {
        return new Call(commands, objects, patience);
    }

    /** The same pipeline with another patience. */
    public Call within(Duration other) {
        return new Call(commands, input, other);
    }
}
