package io.calque.lync.live;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.lync.cmdlet.Cmdlet;
import io.calque.lync.cmdlet.CmdletName;
import io.calque.lync.cmdlet.PolicyCmdlets;
import io.calque.lync.cmdlet.UserCmdlets;
import io.calque.lync.result.ErrorText;
import io.calque.lync.result.ObservedObjects;
import io.calque.remoting.psrp.ErrorRecord;
import io.calque.remoting.psrp.PipelineEvent;
import io.calque.remoting.session.Call;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a live server holds. Writes nothing. */
public final class LiveState {
    private LiveState() {}

    /**
     * Reads sites, policies and all users, object by object as they come.
     *
     * @param patience how long each of the four calls may take
     * @throws Fault when the server refuses one of them or does not answer
     */
    public static ObservedObjects read(Session session, Duration patience) {
        ObservedObjects objects = new ObservedObjects();
        gather(session, Cmdlet.of(CmdletName.GET_SITE), patience, objects);
        for (PolicyType type : PolicyType.values()) {
            gather(session, PolicyCmdlets.getAll(type), patience, objects);
        }
        gather(session, UserCmdlets.getAll(), patience, objects);
        return objects;
    }

    private static void gather(Session session, Cmdlet cmdlet, Duration patience, ObservedObjects objects) {
        List<Finding> findings = new ArrayList<>();
        Outcome outcome = session.run(Call.of(LiveCommand.of(cmdlet)).within(patience), event -> {
            if (event instanceof PipelineEvent.Output(var value)) {
                objects.add(value);
            } else if (event instanceof PipelineEvent.NonTerminatingError(ErrorRecord error)) {
                findings.add(ErrorText.finding(error.message()));
            }
        });
        failure(cmdlet, outcome).ifPresent(findings::add);
        if (!findings.isEmpty()) {
            throw new Fault(findings);
        }
    }

    private static Optional<Finding> failure(Cmdlet cmdlet, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> Optional.empty();
            case Outcome.Refused(ErrorRecord record, var _) -> Optional.of(ErrorText.finding(record.message()));
            case Outcome.Stopped _ -> Optional.of(silent(cmdlet, "it took too long and was stopped"));
            case Outcome.NotSent(String reason) -> Optional.of(silent(cmdlet, reason));
            case Outcome.Unknown(var _, String reason, var _) -> Optional.of(silent(cmdlet, reason));
        };
    }

    private static Finding silent(Cmdlet cmdlet, String reason) {
        return Finding.of(Code.NO_ANSWER, cmdlet.name().text() + " brought no answer: " + reason)
                .help("Reading changes nothing: try again; calque probe tells which part of the way fails");
    }
}
