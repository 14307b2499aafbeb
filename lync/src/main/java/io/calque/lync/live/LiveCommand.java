package io.calque.lync.live;

import io.calque.catalogue.Value;
import io.calque.lync.cmdlet.Cmdlet;
import io.calque.lync.cmdlet.CmdletName;
import io.calque.lync.cmdlet.Operand;
import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.psrp.Command;
import io.calque.remoting.psrp.Parameter;
import java.util.List;
import java.util.Optional;

/** A cmdlet as a typed command. Values travel as data; PowerShell parses none of them. */
public final class LiveCommand {
    private LiveCommand() {}

    /** The command of a cmdlet. */
    public static Command of(Cmdlet cmdlet) {
        List<Parameter> parameters = cmdlet.arguments().stream()
                .map(argument -> new Parameter(argument.parameter(), value(argument.operand())))
                .toList();
        return new Command(cmdlet.name().text(), parameters);
    }

    /** A call with the domain controller in it, where it takes one. */
    static Cmdlet pinned(Cmdlet call, Optional<String> controller) {
        CmdletName name = call.name();
        return controller
                .filter(_ -> name.parameter("DomainController").isPresent())
                .map(host -> call.with("DomainController", Operand.of(host)))
                .orElse(call);
    }

    private static CliXml value(Operand operand) {
        return switch (operand) {
            case Operand.Nothing() -> CliXml.nil();
            case Operand.Phrase phrase -> CliXml.of(phrase.text());
            case Operand.Of(Value.Flag(boolean on)) -> CliXml.of(on);
            case Operand.Of(Value.Int(long number)) -> CliXml.of(number);
            case Operand.Of(Value.Text(String text)) -> CliXml.of(text);
            case Operand.Of(Value.Texts(List<String> items)) ->
                CliXml.list(items.stream().map(CliXml::of).toList());
        };
    }
}
