package io.calque.lync.result;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Obj;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The properties of an object that a cmdlet brought back. None of them need be there, and an empty text counts as nothing. */
record Bag(Obj object) {

    /** Empty when it is no object. */
    static Optional<Bag> of(CliXml value) {
        return value instanceof Obj object ? Optional.of(new Bag(object)) : Optional.empty();
    }

    boolean has(String property) {
        return object.property(property).isPresent();
    }

    Optional<CliXml> value(String property) {
        return object.property(property);
    }

    /** A property as text; null when it is missing, {@code $null} or empty. */
    @Nullable
    String text(String property) {
        return object.property(property)
                .flatMap(CliXml::asText)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    /** A property that names something: its own text or, where it came as an object, the name that people know. */
    @Nullable
    String name(String property) {
        Optional<String> friendly = object.property(property).flatMap(Bag::of).map(inner -> inner.text("FriendlyName"));
        return friendly.orElseGet(() -> text(property));
    }

    boolean flag(String property) {
        return object.property(property).flatMap(CliXml::asBool).orElse(false);
    }

    List<String> texts(String property) {
        return object.property(property).map(CliXml::asList).orElse(List.of()).stream()
                .flatMap(item -> item.asText().stream())
                .toList();
    }
}
