package io.calque.lync.script;

import io.calque.catalogue.Value;
import io.calque.lync.cmdlet.Argument;
import io.calque.lync.cmdlet.Cmdlet;
import io.calque.lync.cmdlet.CmdletName;
import io.calque.lync.cmdlet.Kind;
import io.calque.lync.cmdlet.Operand;
import io.calque.lync.code.Literal;
import io.calque.lync.code.Snippet;
import java.util.ArrayList;
import java.util.List;

/** A call of a cmdlet as script text. All its arguments are constants. */
final class CmdletText {
    private CmdletText() {}

    static Snippet of(Cmdlet cmdlet) {
        List<Snippet> parts = new ArrayList<>();
        parts.add(Snippet.name(cmdlet.name().text()));
        for (Argument argument : cmdlet.arguments()) {
            parts.add(argument(cmdlet.name(), argument));
        }
        return Snippet.join(" ", parts);
    }

    /** A switch takes its value behind a colon; with a space the value would be an argument of its own. */
    private static Snippet argument(CmdletName cmdlet, Argument argument) {
        boolean isSwitch = cmdlet.parameter(argument.parameter())
                .filter(spec -> spec.kind() == Kind.SWITCH)
                .isPresent();
        Snippet name = Snippet.name(argument.parameter());
        return isSwitch
                ? Snippet.of("-%:%", name, operand(argument.operand()))
                : Snippet.of("-% %", name, operand(argument.operand()));
    }

    private static Snippet operand(Operand operand) {
        return Snippet.argument(
                switch (operand) {
                    case Operand.Nothing() -> Literal.nothing();
                    case Operand.Phrase phrase -> Literal.text(phrase.text());
                    case Operand.Of(Value value) -> value(value);
                });
    }

    static Literal value(Value value) {
        return switch (value) {
            case Value.Flag(boolean on) -> Literal.flag(on);
            case Value.Int(long number) -> Literal.whole(number);
            case Value.Text(String text) -> Literal.text(text);
            case Value.Texts(List<String> items) ->
                Literal.list(items.stream().map(Literal::text).toList());
        };
    }
}
