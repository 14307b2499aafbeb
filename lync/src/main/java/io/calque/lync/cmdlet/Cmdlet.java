package io.calque.lync.cmdlet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One call of a cmdlet, as a value. Only cmdlets and parameters of {@link CmdletName} and operands of the right kind can be in it.
 *
 * @param name which cmdlet
 * @param arguments in the order they are written
 */
public record Cmdlet(CmdletName name, List<Argument> arguments) {

    /**
     * A call.
     *
     * @throws IllegalArgumentException when the cmdlet has no such parameter, a parameter comes twice, or an operand has another kind: a
     *     fault of the program, since values from outside are checked where they are read
     */
    public Cmdlet {
        arguments = List.copyOf(arguments);
        Set<String> seen = new HashSet<>();
        for (Argument argument : arguments) {
            Spec spec = name.parameter(argument.parameter())
                    .orElseThrow(() -> new IllegalArgumentException(
                            name.text() + " gets no parameter " + argument.parameter() + " from Calque"));
            if (!spec.takes(argument.operand())) {
                throw new IllegalArgumentException("-" + spec.name() + " of " + name.text() + " takes " + spec.kind());
            }
            if (!seen.add(spec.name())) {
                throw new IllegalArgumentException("-" + spec.name() + " of " + name.text() + " comes twice");
            }
        }
    }

    /** A call without arguments yet. */
    public static Cmdlet of(CmdletName name) {
        return new Cmdlet(name, List.of());
    }

    /** The same call with a further argument. */
    public Cmdlet with(String parameter, Operand operand) {
        return new Cmdlet(
                name,
                Stream.concat(arguments.stream(), Stream.of(new Argument(parameter, operand)))
                        .toList());
    }

    /** The same call as a step runs it: every error ends it, and a write asks nothing. */
    public Cmdlet unattended() {
        Cmdlet quiet = switch (name.effect()) {
            case READS -> this;
            case WRITES -> with("Confirm", Operand.of(false));
        };
        return quiet.with("ErrorAction", Operand.of("Stop"));
    }
}
