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
import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.psrp.ErrorRecord;
import io.calque.remoting.psrp.PipelineEvent;
import io.calque.remoting.session.Call;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Session;
import io.calque.server.Extent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a live server holds, object by object as they come. Writes nothing. */
public final class LiveState {
    private final Session session;
    private final Optional<String> controller;
    private final Duration patience;

    /**
     * A reading.
     *
     * @param controller the domain controller that is asked about users; empty leaves it to the server
     * @param patience how long each of the calls may take
     */
    public LiveState(Session session, Optional<String> controller, Duration patience) {
        this.session = session;
        this.controller = controller;
        this.patience = patience;
    }

    /**
     * Reads sites, policies and users. A user that was asked for by name and that the server does not show is left out.
     *
     * @throws Fault when the server refuses a call or does not answer
     */
    public ObservedObjects read(Extent extent) {
        ObservedObjects objects = new ObservedObjects();
        gather(Cmdlet.of(CmdletName.GET_SITE), Set.of(), objects);
        for (PolicyType type : PolicyType.values()) {
            gather(PolicyCmdlets.getAll(type), Set.of(), objects);
        }
        switch (extent) {
            case Extent.Everything() -> gather(UserCmdlets.getAll(), Set.of(), objects);
            case Extent.OfUsers(var subjects) -> {
                if (!subjects.isEmpty()) {
                    gather(UserCmdlets.getFed(), subjects, objects);
                }
            }
        }
        return objects;
    }

    /** @param users those that the call is fed with; none when it takes no input */
    private void gather(Cmdlet cmdlet, Set<String> users, ObservedObjects objects) {
        List<Finding> findings = new ArrayList<>();
        Set<String> asked = users.stream().map(LiveState::folded).collect(Collectors.toSet());
        Call call =
                Call.of(LiveCommand.of(LiveCommand.pinned(cmdlet, controller))).within(patience);
        Call fed = users.isEmpty()
                ? call
                : call.withInput(users.stream().map(CliXml::of).iterator());
        Outcome outcome = session.run(fed, event -> {
            if (event instanceof PipelineEvent.Output(var value)) {
                objects.add(value);
            } else if (event instanceof PipelineEvent.NonTerminatingError(ErrorRecord error)
                    && !asked.contains(folded(error.target()))) {
                findings.add(ErrorText.finding(error.message()));
            }
        });
        failure(cmdlet, outcome).ifPresent(findings::add);
        if (!findings.isEmpty()) {
            throw new Fault(findings);
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
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
