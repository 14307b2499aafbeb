package io.calque.lync.live;

import io.calque.lync.cmdlet.Cmdlet;
import io.calque.lync.cmdlet.Operand;
import io.calque.lync.result.ErrorText;
import io.calque.remoting.session.Call;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Session;
import java.time.Duration;

/** A write that is about no user: one call, one fate. */
final class OneWrite {
    private OneWrite() {}

    /** Writes and waits for the end. Nothing is ever sent twice. */
    static Fate write(Session session, Cmdlet write, Duration patience) {
        Cmdlet quiet = write.with("Confirm", Operand.of(false));
        return switch (session.run(Call.of(LiveCommand.of(quiet)).within(patience))) {
            case Outcome.Done(var results) ->
                results.errors().isEmpty()
                        ? new Fate.Done()
                        : new Fate.Refused(
                                ErrorText.finding(results.errors().getFirst().message()));
            case Outcome.Refused(var record, var _) -> new Fate.Refused(ErrorText.finding(record.message()));
            case Outcome.Stopped _ -> new Fate.Unknown("it took too long and was stopped");
            case Outcome.NotSent(String reason) -> new Fate.NotTried(reason);
            case Outcome.Unknown(var _, String reason, var _) -> new Fate.Unknown(reason);
        };
    }
}
