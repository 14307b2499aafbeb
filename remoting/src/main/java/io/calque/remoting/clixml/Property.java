package io.calque.remoting.clixml;

/** A named value of an object. PowerShell compares property names without regard to case. */
public record Property(String name, CliXml value) {

    /** A property holding a string. */
    public static Property of(String name, String value) {
        return new Property(name, CliXml.of(value));
    }

    /** A property holding a boolean. */
    public static Property of(String name, boolean value) {
        return new Property(name, CliXml.of(value));
    }

    /** A property holding a 32-bit integer. */
    public static Property of(String name, int value) {
        return new Property(name, CliXml.of(value));
    }
}
