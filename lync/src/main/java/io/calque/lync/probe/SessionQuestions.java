package io.calque.lync.probe;

import io.calque.diagnostic.Finding;
import io.calque.lync.cmdlet.Cmdlet;
import io.calque.lync.cmdlet.CmdletName;
import io.calque.lync.cmdlet.CmdletName.Effect;
import io.calque.lync.cmdlet.Operand;
import io.calque.lync.cmdlet.UserCmdlets;
import io.calque.lync.live.LiveCommand;
import io.calque.lync.result.ErrorText;
import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Content;
import io.calque.remoting.clixml.Obj;
import io.calque.remoting.psrp.Command;
import io.calque.remoting.psrp.ErrorRecord;
import io.calque.remoting.session.Call;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Results;
import io.calque.remoting.session.Session;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an open session is asked. Typed cmdlets that read, and nothing else. */
final class SessionQuestions {
    private final Session session;
    private final Duration patience;

    SessionQuestions(Session session, Duration patience) {
        this.session = session;
        this.patience = patience;
    }

    ProbeStep shell() {
        String version = session.privateData()
                .flatMap(data -> property(data, "PSVersionTable"))
                .flatMap(table -> entry(table, "PSVersion"))
                .flatMap(CliXml::asText)
                .map(text -> ", PowerShell " + text)
                .orElse("");
        return ProbeStep.good(Layer.SHELL, "opened, protocol " + session.protocol() + version);
    }

    /** Walks to the language mode by cmdlets, since a script to ask for it is what a restricted session refuses. */
    ProbeStep language() {
        Outcome outcome = run(
                Cmdlet.of(CmdletName.GET_VARIABLE)
                        .with("Name", Operand.of("ExecutionContext"))
                        .with("ValueOnly", Operand.of(true)),
                Cmdlet.of(CmdletName.SELECT_OBJECT).with("ExpandProperty", Operand.of("SessionState")),
                Cmdlet.of(CmdletName.SELECT_OBJECT).with("ExpandProperty", Operand.of("LanguageMode")));
        return lost(Layer.LANGUAGE, outcome)
                .or(() -> results(outcome)
                        .flatMap(r -> first(r.output()))
                        .flatMap(CliXml::asText)
                        .map(mode -> ProbeStep.good(Layer.LANGUAGE, mode)))
                .orElseGet(() -> ProbeStep.unknown(
                        Layer.LANGUAGE, "restricted so far that it can't be asked; Calque needs none"));
    }

    ProbeStep cmdlets() {
        List<CmdletName> wanted = Arrays.stream(CmdletName.values())
                .filter(cmdlet -> !cmdlet.isPlain())
                .toList();
        Outcome outcome = run(Cmdlet.of(CmdletName.GET_COMMAND)
                .with("Name", Operand.of(wanted.stream().map(CmdletName::text).toList())));
        Optional<Results> results = results(outcome);
        if (results.isEmpty()) {
            return lost(Layer.CMDLETS, outcome)
                    .orElseGet(() -> ProbeStep.unknown(Layer.CMDLETS, "the session does not tell: " + reason(outcome)));
        }
        Set<CmdletName> there = results.get().output().stream()
                .flatMap(command -> property(command, "Name").flatMap(CliXml::asText).stream())
                .flatMap(name -> CmdletName.of(name).stream())
                .collect(Collectors.toSet());
        List<CmdletName> missing =
                wanted.stream().filter(cmdlet -> !there.contains(cmdlet)).toList();
        if (missing.stream().allMatch(SessionQuestions::isOptional)) {
            return ProbeStep.good(Layer.CMDLETS, "all " + there.size() + " that Calque uses are there");
        }
        if (there.isEmpty()) {
            return ProbeStep.bad(Layer.CMDLETS, "none of the " + wanted.size() + " that Calque uses is there");
        }
        String names = missing.stream()
                .filter(cmdlet -> !isOptional(cmdlet))
                .map(CmdletName::text)
                .collect(Collectors.joining(", "));
        boolean readable = missing.stream().noneMatch(cmdlet -> cmdlet.effect() == Effect.READS && !isOptional(cmdlet));
        return ProbeStep.bad(Layer.CMDLETS, (readable ? "can read, but lacks " : "lacks ") + names);
    }

    /** Calque does without these: older versions lack them. */
    private static boolean isOptional(CmdletName cmdlet) {
        return cmdlet == CmdletName.GET_EFFECTIVE_POLICY || cmdlet == CmdletName.GET_SERVER_VERSION;
    }

    ProbeStep user() {
        Outcome outcome = run(UserCmdlets.getSome(1));
        Optional<Results> results = results(outcome);
        if (results.isEmpty() || !results.get().errors().isEmpty()) {
            String reason = reason(outcome);
            return lost(Layer.USER, outcome)
                    .or(() -> ErrorText.known(reason).map(known -> ProbeStep.bad(Layer.USER, reason, known)))
                    .orElseGet(() -> ProbeStep.bad(Layer.USER, reason));
        }
        return first(results.get().output())
                .map(user -> ProbeStep.good(
                        Layer.USER,
                        property(user, "SipAddress").flatMap(CliXml::asText).orElse("a user without a SIP address")))
                .orElseGet(() -> ProbeStep.bad(Layer.USER, "no user to be seen"));
    }

    private Outcome run(Cmdlet... cmdlets) {
        Command[] commands = Stream.of(cmdlets).map(LiveCommand::of).toArray(Command[]::new);
        return session.run(Call.of(commands).within(patience));
    }

    /** A layer that can't be judged, because the session itself did not carry the question or the answer. */
    private static Optional<ProbeStep> lost(Layer layer, Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotSent(String reason) -> Optional.of(lost(layer, reason));
            case Outcome.Unknown(var _, String reason, var _) -> Optional.of(lost(layer, reason));
            case Outcome.Done _, Outcome.Refused _, Outcome.Stopped _ -> Optional.empty();
        };
    }

    private static ProbeStep lost(Layer layer, String reason) {
        return ProbeStep.bad(
                layer,
                "the session was lost",
                Finding.of(Layer.SHELL.code(), "the session was lost while it was asked: " + reason)
                        .help(
                                "Look again; if it happens again, the event log of the server (Windows Remote Management, IIS)"
                                        + " tells what ends its sessions"));
    }

    private static Optional<Results> results(Outcome outcome) {
        return outcome instanceof Outcome.Done(Results results) ? Optional.of(results) : Optional.empty();
    }

    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(Results results) ->
                first(results.errors()).map(ErrorRecord::message).orElse("it printed nothing");
            case Outcome.Refused(ErrorRecord record, var _) -> record.message();
            case Outcome.Stopped _ -> "it took too long";
            case Outcome.NotSent(String reason) -> reason;
            case Outcome.Unknown(var _, String reason, var _) -> reason;
        };
    }

    private static <T> Optional<T> first(List<T> items) {
        return items.stream().findFirst();
    }

    private static Optional<CliXml> property(CliXml value, String name) {
        return value instanceof Obj object ? object.property(name).or(() -> entry(value, name)) : Optional.empty();
    }

    private static Optional<CliXml> entry(CliXml value, String key) {
        return value instanceof Obj object && object.content() instanceof Content.Dictionary(var entries)
                ? entries.stream()
                        .filter(entry ->
                                entry.key().asText().filter(key::equals).isPresent())
                        .map(entry -> entry.value())
                        .findFirst()
                : Optional.empty();
    }
}
