package io.calque.remoting.clixml;

import java.util.List;
import java.util.Optional;

/**
 * A PowerShell value as it travels: immutable, compared by content. Values are never text to be parsed by PowerShell, so nothing in them
 * needs quoting (MS-PSRP 2.2.5).
 */
public sealed interface CliXml permits Primitive, Obj, Ref {

    /** PowerShell's {@code $null}. */
    static CliXml nil() {
        return new Primitive.Nil();
    }

    /** A string; any UTF-16 code units, even lone surrogates. */
    static CliXml of(String text) {
        return new Primitive.Text(text);
    }

    /** A boolean. */
    static CliXml of(boolean value) {
        return new Primitive.Bool(value);
    }

    /** A 32-bit integer. */
    static CliXml of(int value) {
        return new Primitive.Whole(Primitive.Whole.Width.I32, value);
    }

    /** A 64-bit integer. */
    static CliXml of(long value) {
        return new Primitive.Whole(Primitive.Whole.Width.I64, value);
    }

    /** An array, {@code System.Object[]}. */
    static CliXml list(List<? extends CliXml> items) {
        return Obj.list(items);
    }

    /**
     * The value as text: a primitive's invariant text, an object's own {@code ToString}, or that of the primitive it wraps.
     * Empty for null, for secrets and for objects that brought none.
     */
    default Optional<String> asText() {
        return switch (this) {
            case Ref _ -> Optional.empty();
            case Primitive.Nil _ -> Optional.empty();
            case Primitive.Secret _ -> Optional.empty();
            case Primitive.SecureString _ -> Optional.empty();
            case Primitive.Progress _ -> Optional.empty();
            case Primitive primitive -> Optional.of(Lexical.text(primitive));
            case Obj object ->
                object.text() != null
                        ? Optional.of(object.text())
                        : object.inner().flatMap(CliXml::asText);
        };
    }

    /** The value as a boolean, when it is one, alone or wrapped in an object. */
    default Optional<Boolean> asBool() {
        return bare() instanceof Primitive.Bool(boolean value) ? Optional.of(value) : Optional.empty();
    }

    /** The value as an integer, when it is one, alone or wrapped in an object (an enum's number). Empty for a U64 over 2⁶³−1. */
    default Optional<Long> asLong() {
        return bare() instanceof Primitive.Whole whole
                        && !(whole.width() == Primitive.Whole.Width.U64 && whole.value() < 0)
                ? Optional.of(whole.value())
                : Optional.empty();
    }

    /** The items of an array or list, alone or wrapped in an object; a single value is a list of one and null an empty list, as in PowerShell. */
    default List<CliXml> asList() {
        return switch (this) {
            case Primitive.Nil _ -> List.of();
            case Obj object when object.content() instanceof Content.Items items -> items.items();
            case Obj object when object.content() instanceof Content.Base(Obj base) -> base.asList();
            case CliXml single -> List.of(single);
        };
    }

    private CliXml bare() {
        return this instanceof Obj object ? object.inner().map(CliXml::bare).orElse(this) : this;
    }
}
