package io.calque.source;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the known keys of one map; what was not asked for is told as unknown by {@link #close}. Wrong shapes become findings and
 * read as absent, so that reading goes on and all faults are told at once. Not thread-safe.
 */
public final class Fields implements AutoCloseable {
    private final Node.Mapping map;
    private final Findings findings;
    private final Set<String> asked = new LinkedHashSet<>();

    private Fields(Node.Mapping map, Findings findings) {
        this.map = map;
        this.findings = findings;
    }

    /** The keys of a node that must be a map; empty, with a finding, when it is something else. */
    public static Optional<Fields> of(Node node, String what, Findings findings) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(new Fields(mapping, findings));
        }
        findings.add(Finding.of(Code.WRONG_SHAPE, what + " must be a map of keys and values, not " + node.kind())
                .at(node.place()));
        return Optional.empty();
    }

    /** Where the map begins. */
    public Place place() {
        return map.place();
    }

    /** Whether the key is there, even with nothing behind it. */
    public boolean has(String key) {
        asked.add(key);
        return raw(key).isPresent();
    }

    /** The value of a key; empty when the key is absent or has nothing behind it. */
    public Optional<Node> node(String key) {
        asked.add(key);
        return raw(key).filter(node -> !(node instanceof Node.Scalar scalar && scalar.isNull()));
    }

    /** The value of a key that must be there. */
    public Optional<Node> required(String key) {
        Optional<Node> value = node(key);
        if (value.isEmpty()) {
            findings.add(Finding.of(Code.MISSING_KEY, "the key '" + key + "' is missing")
                    .at(map.place()));
        }
        return value;
    }

    /** A single value. */
    public Optional<Node.Scalar> scalar(String key) {
        return node(key).flatMap(node -> asScalar(node, key));
    }

    /** A single value as text. */
    public Optional<String> text(String key) {
        return scalar(key).map(Node.Scalar::text);
    }

    /** A single value that must be there, as text. */
    public Optional<String> requiredText(String key) {
        return required(key).flatMap(node -> asScalar(node, key)).map(Node.Scalar::text);
    }

    /** Yes or no: YAML's and the product's own words, {@code true}, {@code True}, {@code false}, {@code False}. */
    public Optional<Boolean> flag(String key) {
        return scalar(key).flatMap(scalar -> {
            Optional<Boolean> flag = Words.flag(scalar.text());
            if (flag.isEmpty()) {
                findings.add(
                        Finding.of(Code.WRONG_SHAPE, "'" + key + "' must be true or false, not '" + scalar.text() + "'")
                                .at(scalar.place()));
            }
            return flag;
        });
    }

    /** A list; a single value or map counts as a list of one. */
    public List<Node> list(String key) {
        return node(key)
                .map(node -> node instanceof Node.Sequence sequence ? sequence.items() : List.of(node))
                .orElse(List.of());
    }

    /** A list of single values. */
    public List<Node.Scalar> scalars(String key) {
        return list(key).stream().flatMap(node -> asScalar(node, key).stream()).toList();
    }

    /** A nested map. */
    public Optional<Fields> fields(String key) {
        return node(key).flatMap(node -> of(node, "'" + key + "'", findings));
    }

    /** All entries, for maps whose keys are names; none of them is unknown then. */
    public List<Node.Entry> entries() {
        map.entries().forEach(entry -> asked.add(entry.key().text()));
        return map.entries();
    }

    /** Tells every key that nobody asked for. */
    @Override
    public void close() {
        for (Node.Entry entry : map.entries()) {
            String key = entry.key().text();
            if (!asked.contains(key)) {
                findings.add(Finding.of(Code.UNKNOWN_KEY, "unknown key '" + key + "'")
                        .help(NearMiss.help(key, asked))
                        .at(entry.key().place()));
            }
        }
    }

    private Optional<Node> raw(String key) {
        return map.entries().stream()
                .filter(entry -> entry.key().text().equals(key))
                .map(Node.Entry::value)
                .findFirst();
    }

    private Optional<Node.Scalar> asScalar(Node node, String key) {
        if (node instanceof Node.Scalar scalar) {
            return Optional.of(scalar);
        }
        findings.add(Finding.of(Code.WRONG_SHAPE, "'" + key + "' must be a single value, not " + node.kind())
                .at(node.place()));
        return Optional.empty();
    }
}
