package io.calque.remoting.psrp;

import io.calque.remoting.clixml.CliXml;
import java.util.regex.Pattern;

/**
 * A named, typed parameter. The value is data: PowerShell binds it and never parses it.
 *
 * @param name without a dash; letters, digits and {@code _} only, because a dash, a colon or a space would change how PowerShell binds it
 * @param value {@code $null} binds as null
 */
public record Parameter(String name, CliXml value) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public Parameter {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a parameter name: " + name);
        }
    }

    /** A parameter that takes text. */
    public static Parameter of(String name, String value) {
        return new Parameter(name, CliXml.of(value));
    }

    /** A switch that is set ({@code -Force}) or expressly not set ({@code -Confirm:$false}). */
    public static Parameter flag(String name, boolean set) {
        return new Parameter(name, CliXml.of(set));
    }
}
