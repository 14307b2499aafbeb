package io.calque.remoting.clixml;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as PowerShell's own serialiser does: counters for objects and for type lists, a reference where the same object or list comes
 * again.
 */
public final class CliXmlWriter {
    /** The namespace of {@code Objs}. */
    static final String NAMESPACE = "http://schemas.microsoft.com/powershell/2004/04";

    private static final int DEPTH = 120;

    private final StringBuilder out;
    private final IdentityHashMap<Obj, Integer> objects = new IdentityHashMap<>();
    private final Map<Integer, Integer> labels = new HashMap<>();
    private final Map<List<String>, Integer> typeLists = new HashMap<>();
    private int nextObject;
    private int depth;

    private CliXmlWriter(StringBuilder out) {
        this.out = out;
    }

    /**
     * One value, as messages hold it.
     *
     * @throws IllegalArgumentException when it holds a {@link Primitive.Secret}, which only a session can write, or is nested too deeply
     */
    public static String write(CliXml value) {
        StringBuilder out = new StringBuilder(256);
        new CliXmlWriter(out).value(null, value);
        return out.toString();
    }

    /** A document of several values, as {@code Export-Clixml} writes it. */
    public static String document(Iterable<? extends CliXml> values) {
        StringBuilder out = new StringBuilder(256);
        out.append("<Objs Version=\"1.1.0.1\" xmlns=\"").append(NAMESPACE).append("\">");
        CliXmlWriter writer = new CliXmlWriter(out);
        for (CliXml value : values) {
            writer.value(null, value);
        }
        return out.append("</Objs>").toString();
    }

    private void value(@Nullable String name, CliXml value) {
        switch (value) {
            case Primitive primitive -> primitive(name, primitive);
            case Ref(int label) -> {
                Integer id = labels.get(label);
                if (id == null) {
                    primitive(name, new Primitive.Nil());
                } else {
                    reference("Ref", name, id);
                }
            }
            case Obj object -> {
                Integer id = objects.get(object);
                if (id == null) {
                    object(name, object);
                } else {
                    reference("Ref", name, id);
                }
            }
        }
    }

    private void object(@Nullable String name, Obj object) {
        if (++depth > DEPTH) {
            throw new IllegalArgumentException("a value is nested deeper than " + DEPTH);
        }
        int id = nextObject++;
        objects.put(object, id);
        if (object.label() > 0) {
            labels.put(object.label(), id);
        }
        open("Obj", name, id);
        types(object.types());
        if (object.text() != null) {
            element("ToString", null, Escapes.encode(object.text()));
        }
        switch (object.content()) {
            case null -> {}
            case Primitive primitive -> primitive(null, primitive);
            case Content.Base(CliXml inner) -> value(null, inner);
            case Content.Items(Content.Items.Shape shape, List<CliXml> items) -> {
                out.append('<').append(shape).append('>');
                items.forEach(item -> value(null, item));
                out.append("</").append(shape).append('>');
            }
            case Content.Dictionary(List<Content.Dictionary.Entry> entries) -> {
                out.append("<DCT>");
                for (Content.Dictionary.Entry entry : entries) {
                    out.append("<En>");
                    value("Key", entry.key());
                    value("Value", entry.value());
                    out.append("</En>");
                }
                out.append("</DCT>");
            }
        }
        properties("Props", object.adapted());
        properties("MS", object.extended());
        out.append("</Obj>");
        depth--;
    }

    private void types(List<String> types) {
        if (types.isEmpty()) {
            return;
        }
        Integer id = typeLists.get(types);
        if (id != null) {
            reference("TNRef", null, id);
            return;
        }
        int next = typeLists.size();
        typeLists.put(types, next);
        open("TN", null, next);
        types.forEach(type -> element("T", null, Escapes.encode(type)));
        out.append("</TN>");
    }

    private void properties(String tag, List<Property> properties) {
        if (!properties.isEmpty()) {
            out.append('<').append(tag).append('>');
            properties.forEach(property -> value(property.name(), property.value()));
            out.append("</").append(tag).append('>');
        }
    }

    private void primitive(@Nullable String name, Primitive primitive) {
        switch (primitive) {
            case Primitive.Nil _ -> {
                start("Nil", name);
                out.append("/>");
            }
            case Primitive.Secret _ -> throw new IllegalArgumentException("a secret needs a session to encrypt it");
            case Primitive.Progress progress -> progress(name, progress);
            default -> {
                String tag = Lexical.tag(primitive);
                String text = Lexical.text(primitive);
                element(tag, name, Lexical.isEscaped(tag) ? Escapes.encode(text) : text);
            }
        }
    }

    private void progress(@Nullable String name, Primitive.Progress progress) {
        start("PR", name);
        out.append('>');
        element("AV", null, Escapes.encode(progress.activity()));
        element("AI", null, Integer.toString(progress.id()));
        if (progress.operation() == null) {
            out.append("<Nil/>");
        } else {
            element("S", null, Escapes.encode(progress.operation()));
        }
        element("PI", null, Integer.toString(progress.parent()));
        element("PC", null, Integer.toString(progress.percent()));
        element("T", null, progress.completed() ? "Completed" : "Processing");
        element("SR", null, Integer.toString(progress.seconds()));
        element("SD", null, Escapes.encode(progress.status()));
        out.append("</PR>");
    }

    private void reference(String tag, @Nullable String name, int id) {
        start(tag, name);
        out.append(" RefId=\"").append(id).append("\"/>");
    }

    private void open(String tag, @Nullable String name, int id) {
        start(tag, name);
        out.append(" RefId=\"").append(id).append("\">");
    }

    private void element(String tag, @Nullable String name, String text) {
        start(tag, name);
        out.append('>');
        escape(text);
        out.append("</").append(tag).append('>');
    }

    private void start(String tag, @Nullable String name) {
        out.append('<').append(tag);
        if (name != null) {
            out.append(" N=\"");
            escape(Escapes.encode(name));
            out.append('"');
        }
    }

    private void escape(String text) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                default -> null;
            };
            if (entity != null) {
                out.append(text, done, i).append(entity);
                done = i + 1;
            }
        }
        out.append(text, done, text.length());
    }
}
