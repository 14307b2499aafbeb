package io.calque.remoting.psrp;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Content;
import io.calque.remoting.clixml.Obj;
import io.calque.remoting.clixml.Primitive;
import io.calque.remoting.clixml.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds secrets inside values and encrypts them in their place. */
final class Secrets {
    private Secrets() {}

    /** A secret's cipher text in the place of the secret, wherever it stands. */
    static CliXml sealed(CliXml value, KeyExchange keys) {
        return switch (value) {
            case Primitive.Secret(String secret) -> new Primitive.SecureString(keys.encrypt(secret));
            case Obj object
            when areIn(object) ->
                new Obj(
                        object.label(),
                        object.types(),
                        object.text(),
                        sealed(object.content(), keys),
                        sealed(object.adapted(), keys),
                        sealed(object.extended(), keys));
            case CliXml plain -> plain;
        };
    }

    private static @Nullable Content sealed(@Nullable Content content, KeyExchange keys) {
        return switch (content) {
            case null -> null;
            case Primitive primitive -> (Primitive) sealed((CliXml) primitive, keys);
            case Content.Base(CliXml inner) -> new Content.Base(sealed(inner, keys));
            case Content.Items items ->
                new Content.Items(
                        items.shape(),
                        items.items().stream().map(item -> sealed(item, keys)).toList());
            case Content.Dictionary dictionary ->
                new Content.Dictionary(dictionary.entries().stream()
                        .map(e -> new Content.Dictionary.Entry(sealed(e.key(), keys), sealed(e.value(), keys)))
                        .toList());
        };
    }

    private static List<Property> sealed(List<Property> properties, KeyExchange keys) {
        return properties.stream()
                .map(property -> new Property(property.name(), sealed(property.value(), keys)))
                .toList();
    }

    /** Whether a secret stands anywhere in the value. */
    static boolean areIn(CliXml value) {
        return value instanceof Primitive.Secret
                || (value instanceof Obj object
                        && (areInContent(object.content())
                                || object.adapted().stream().anyMatch(p -> areIn(p.value()))
                                || object.extended().stream().anyMatch(p -> areIn(p.value()))));
    }

    private static boolean areInContent(@Nullable Content content) {
        return switch (content) {
            case null -> false;
            case Primitive primitive -> primitive instanceof Primitive.Secret;
            case Content.Base(CliXml inner) -> areIn(inner);
            case Content.Items items -> items.items().stream().anyMatch(Secrets::areIn);
            case Content.Dictionary dictionary ->
                dictionary.entries().stream().anyMatch(e -> areIn(e.key()) || areIn(e.value()));
        };
    }
}
