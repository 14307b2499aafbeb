package io.calque.lync.cmdlet;

import io.calque.catalogue.Value;
import java.util.List;

/** What a parameter is given. Never text that PowerShell parses as code. */
public sealed interface Operand permits Operand.Of, Operand.Nothing, Operand.Phrase {

    /** A plain value. */
    record Of(Value value) implements Operand {}

    /** PowerShell's {@code $null}. */
    record Nothing() implements Operand {}

    /** A text with a syntax of its own, made only by the type that knows it. */
    sealed interface Phrase extends Operand
            permits UserIdentity, PolicyIdentity, Filter, LdapFilter, OrganisationalUnit {
        /** The text as the cmdlet has to read it. */
        String text();
    }

    /** Yes or no; also a switch that is set. */
    static Operand of(boolean on) {
        return new Of(new Value.Flag(on));
    }

    /** A whole number. */
    static Operand of(long number) {
        return new Of(new Value.Int(number));
    }

    /** A text. */
    static Operand of(String text) {
        return new Of(new Value.Text(text));
    }

    /** A list of texts. */
    static Operand of(List<String> texts) {
        return new Of(new Value.Texts(texts));
    }

    /** {@code $null}. */
    static Operand nothing() {
        return new Nothing();
    }
}
