package io.calque.remoting.clixml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads values from a cursor. Remembers the objects and type lists that later references may point to. */
final class ValueReader {
    private static final int KNOWN_NAMES = 10_000;
    private static final Primitive NIL = new Primitive.Nil();

    /** An object that is finished: how deep it goes and how many values it stands for. */
    private record Seen(Obj object, int height, long values) {}

    /** An object that is being read. */
    private static final class Open {
        final int id;
        int label;
        int height;

        Open(int id) {
            this.id = id;
        }
    }

    private final XmlCursor xml;
    private final Limits limits;
    private final IntPredicate kept;
    private final Map<Integer, Seen> objects = new HashMap<>();
    private final Map<Integer, List<String>> typeLists = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<Open> open = new ArrayList<>();
    private long values;
    private int labels;

    /**
     * A reader.
     *
     * @param kept which objects, by RefId, later references may point to
     */
    ValueReader(XmlCursor xml, Limits limits, IntPredicate kept) {
        this.xml = xml;
        this.limits = limits;
        this.kept = kept;
    }

    /** Reads the value at the current element and moves to its end; null when the element is none that this reader knows. */
    @Nullable
    CliXml top() {
        values = 0;
        xml.budget(limits.chars());
        return value();
    }

    private @Nullable CliXml value() {
        count(1);
        String tag = xml.name();
        return switch (tag) {
            case "Obj" -> object();
            case "Ref" -> reference();
            default -> primitive(tag);
        };
    }

    private @Nullable Primitive primitive(String tag) {
        switch (tag) {
            case "S" -> {
                return new Primitive.Text(Escapes.decode(xml.text()));
            }
            case "Nil" -> {
                xml.skip();
                return NIL;
            }
            case "PR" -> {
                return progress();
            }
            default -> {
                // The text is needed to parse and is dropped if the element turns out to be foreign.
                String text = xml.text();
                try {
                    return Lexical.parse(tag, Lexical.isEscaped(tag) ? Escapes.decode(text) : text);
                } catch (IllegalArgumentException e) {
                    throw xml.malformed("not a value of <" + tag + ">: " + shown(text));
                }
            }
        }
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private CliXml object() {
        int id = number("RefId");
        if (open.size() >= limits.depth()) {
            throw xml.malformed("objects are nested deeper than " + limits.depth());
        }
        long before = values;
        Open self = new Open(id);
        open.add(self);
        List<String> types = List.of();
        String text = null;
        Content content = null;
        List<Property> adapted = List.of();
        List<Property> extended = List.of();
        while (xml.child()) {
            String tag = xml.name();
            switch (tag) {
                case "TN" -> types = types();
                case "TNRef" -> types = knownTypes();
                case "ToString" -> text = Escapes.decode(xml.text());
                case "Props" -> adapted = properties(adapted);
                case "MS" -> extended = properties(extended);
                case "LST" -> content = items(Content.Items.Shape.LST);
                case "IE" -> content = items(Content.Items.Shape.IE);
                case "STK" -> content = items(Content.Items.Shape.STK);
                case "QUE" -> content = items(Content.Items.Shape.QUE);
                case "DCT" -> content = dictionary();
                case "Obj", "Ref" -> content = base();
                default -> {
                    Primitive wrapped = primitive(tag);
                    content = wrapped == null ? content : wrapped;
                }
            }
        }
        open.removeLast();
        Obj object = new Obj(self.label, types, text, content, adapted, extended);
        raise(self.height + 1);
        if (id >= 0 && kept.test(id)) {
            objects.put(id, new Seen(object, self.height, values - before + 1));
        }
        return object;
    }

    private @Nullable Content base() {
        CliXml inner = value();
        return inner == null ? null : new Content.Base(inner);
    }

    private CliXml reference() {
        int id = number("RefId");
        xml.skip();
        for (Open outer : open) {
            if (outer.id == id) {
                outer.label = outer.label == 0 ? ++labels : outer.label;
                return new Ref(outer.label);
            }
        }
        Seen seen = objects.get(id);
        if (seen != null) {
            if (open.size() + 1 + seen.height > limits.depth()) {
                throw xml.malformed("objects are nested deeper than " + limits.depth());
            }
            count(seen.values);
            raise(seen.height + 1);
            return seen.object;
        }
        throw xml.malformed("a reference points to no object: RefId " + id);
    }

    private List<String> types() {
        int id = number("RefId");
        List<String> types = new ArrayList<>();
        while (xml.child()) {
            count(1);
            types.add(name(xml.text()));
        }
        List<String> list = List.copyOf(types);
        typeLists.put(id, list);
        return list;
    }

    private List<String> knownTypes() {
        int id = number("RefId");
        xml.skip();
        List<String> types = typeLists.get(id);
        if (types == null) {
            throw xml.malformed("a reference points to no list of types: RefId " + id);
        }
        return types;
    }

    private List<Property> properties(List<Property> before) {
        List<Property> properties = new ArrayList<>(before);
        while (xml.child()) {
            String raw = xml.attribute("N");
            CliXml value = value();
            if (value != null) {
                properties.add(new Property(raw == null ? "" : name(raw), value));
            }
        }
        return properties;
    }

    private Content items(Content.Items.Shape shape) {
        List<CliXml> items = new ArrayList<>();
        while (xml.child()) {
            CliXml item = value();
            if (item != null) {
                items.add(item);
            }
        }
        return new Content.Items(shape, items);
    }

    private Content dictionary() {
        List<Content.Dictionary.Entry> entries = new ArrayList<>();
        while (xml.child()) {
            if (!xml.name().equals("En")) {
                xml.skip();
                continue;
            }
            CliXml key = null;
            CliXml value = null;
            while (xml.child()) {
                boolean isKey = "Key".equals(xml.attribute("N"));
                CliXml read = value();
                key = isKey ? read : key;
                value = isKey ? value : read;
            }
            if (key == null || value == null) {
                throw xml.malformed("an entry of a dictionary lacks its key or its value");
            }
            entries.add(new Content.Dictionary.Entry(key, value));
        }
        return new Content.Dictionary(entries);
    }

    private Primitive progress() {
        String[] text = new String[8];
        int at = 0;
        boolean operation = false;
        while (xml.child()) {
            switch (xml.name()) {
                case "AV" -> text[0] = Escapes.decode(xml.text());
                case "AI" -> text[1] = xml.text();
                case "S" -> {
                    text[2] = Escapes.decode(xml.text());
                    operation = true;
                }
                case "PI" -> text[3] = xml.text();
                case "PC" -> text[4] = xml.text();
                case "T" -> text[5] = xml.text();
                case "SR" -> text[6] = xml.text();
                case "SD" -> text[7] = Escapes.decode(xml.text());
                default -> xml.skip();
            }
            at++;
        }
        try {
            return new Primitive.Progress(
                    orEmpty(text[0]),
                    orMinusOne(text[1]),
                    operation ? text[2] : null,
                    orMinusOne(text[3]),
                    orMinusOne(text[4]),
                    "Completed".equalsIgnoreCase(orEmpty(text[5]).strip()),
                    orMinusOne(text[6]),
                    orEmpty(text[7]));
        } catch (NumberFormatException e) {
            throw xml.malformed("a progress record holds a number that is none, among " + at + " parts");
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static int orMinusOne(@Nullable String text) {
        return text == null ? -1 : Integer.parseInt(text.strip());
    }

    private int number(String attribute) {
        String text = xml.attribute(attribute);
        if (text == null) {
            return -1;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw xml.malformed(attribute + " is not a number: " + shown(text));
        }
    }

    private String name(String raw) {
        String known = names.get(raw);
        if (known == null) {
            known = Escapes.decode(raw);
            if (names.size() < KNOWN_NAMES) {
                names.put(raw, known);
            }
        }
        return known;
    }

    private void raise(int height) {
        if (!open.isEmpty()) {
            Open outer = open.getLast();
            outer.height = Math.max(outer.height, height);
        }
    }

    private void count(long more) {
        values += more;
        if (values > limits.values()) {
            throw xml.malformed("a value stands for more than " + limits.values() + " values");
        }
    }
}
