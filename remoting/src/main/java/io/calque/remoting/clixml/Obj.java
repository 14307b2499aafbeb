package io.calque.remoting.clixml;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object: after a journey it is a property bag, and every property may be missing (MS-PSRP 2.2.5.2).
 *
 * @param label 0, unless a {@link Ref} inside points back to this object
 * @param types its .NET type and those above it; {@code Deserialized.} in front says that it is a copy
 * @param text what its {@code ToString} gave, null when it was not sent
 * @param content a primitive or an object it wraps or items it holds, null for a plain property bag
 * @param adapted the properties of the .NET object ({@code Props})
 * @param extended the properties PowerShell added ({@code MS}); they hide adapted ones of the same name
 */
public record Obj(
        int label,
        List<String> types,
        @Nullable String text,
        @Nullable Content content,
        List<Property> adapted,
        List<Property> extended)
        implements CliXml {

    private static final String COPY = "Deserialized.";
    private static final List<String> ARRAY = List.of("System.Object[]", "System.Array", "System.Object");
    private static final List<String> HASHTABLE = List.of("System.Collections.Hashtable", "System.Object");

    public Obj {
        types = List.copyOf(types);
        adapted = List.copyOf(adapted);
        extended = List.copyOf(extended);
    }

    /** A property bag without a type, as the protocol's own messages are. */
    public static Obj bag(Property... properties) {
        return new Obj(0, List.of(), null, null, List.of(), List.of(properties));
    }

    /** An array, {@code System.Object[]}. */
    public static Obj list(List<? extends CliXml> items) {
        return new Obj(
                0, ARRAY, null, new Content.Items(Content.Items.Shape.LST, List.copyOf(items)), List.of(), List.of());
    }

    /** A hashtable; the order of the entries is kept on the way and lost on arrival. */
    public static Obj hashtable(List<Content.Dictionary.Entry> entries) {
        return new Obj(0, HASHTABLE, null, new Content.Dictionary(entries), List.of(), List.of());
    }

    /** A value of a .NET enum, which travels as its number and its name. */
    public static Obj enumeration(String type, String name, int number) {
        Content wrapped = new Primitive.Whole(Primitive.Whole.Width.I32, number);
        return new Obj(
                0,
                List.of(type, "System.Enum", "System.ValueType", "System.Object"),
                name,
                wrapped,
                List.of(),
                List.of());
    }

    /** The property of that name, in any case, its own before those of an object that it wraps; empty when there is none. A property that is {@code $null} is present. */
    public Optional<CliXml> property(String name) {
        return find(extended, name)
                .or(() -> find(adapted, name))
                .or(() -> content instanceof Content.Base(Obj base) ? base.property(name) : Optional.empty());
    }

    /** The primitive or the object that it wraps; empty where it wraps none, or one that is being read still. */
    Optional<CliXml> inner() {
        return switch (content) {
            case Primitive wrapped -> Optional.of(wrapped);
            case Content.Base(Obj base) -> Optional.of(base);
            case Content.Base _, Content.Items _, Content.Dictionary _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    /** Whether this is, or is a copy of, an object of that .NET type or of one below it. */
    public boolean isA(String type) {
        return types.stream().anyMatch(t -> (t.startsWith(COPY) ? t.substring(COPY.length()) : t).equals(type))
                || (content instanceof Content.Base(Obj base) && base.isA(type));
    }

    private static Optional<CliXml> find(List<Property> properties, String name) {
        for (Property property : properties) {
            if (property.name().equalsIgnoreCase(name)) {
                return Optional.of(property.value());
            }
        }
        return Optional.empty();
    }
}
