package io.calque.remoting.clixml;

/**
 * An object inside itself: stands for the enclosing object of that label. Only such cycles stay references; every other reference of the
 * XML is read as the object it points to.
 *
 * @param label the label of an {@link Obj}, positive
 */
public record Ref(int label) implements CliXml {

    public Ref {
        if (label <= 0) {
            throw new IllegalArgumentException("a label is positive: " + label);
        }
    }
}
