package io.calque.remoting.psrp;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One command of a pipeline: a name the server knows and typed parameters, never script text. So it works in every language mode and needs
 * no quoting. A pipeline is a list of these.
 *
 * @param name a command's name, with or without its module ({@code Module\Name})
 * @param parameters in the order they are bound
 */
public record Command(String name, List<Parameter> parameters) {
    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9_.]+\\\\)?[A-Za-z][A-Za-z0-9_-]*");

    public Command {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a command name: " + name);
        }
        parameters = List.copyOf(parameters);
    }

    /** A command with the parameters in that order. */
    public static Command of(String name, Parameter... parameters) {
        return new Command(name, List.of(parameters));
    }
}
