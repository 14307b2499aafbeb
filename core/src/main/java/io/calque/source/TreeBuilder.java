package io.calque.source;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Builds the tree from parser events without recursion, because deep nesting would overflow the engine's own composer, and with
 * limits on depth and on what aliases expand to, because input may be hostile. A document without aliases stays below the second
 * limit, since every value takes a character at least.
 */
final class TreeBuilder {
    private static final int DEEPEST = 100;
    private static final long LARGEST = 4_000_000;

    private final String file;
    private final Findings findings;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Sized> anchors = new HashMap<>();
    private @Nullable Node root;
    private int documents;
    private boolean spoilt;

    TreeBuilder(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    Optional<Node> root() {
        if (spoilt) {
            return Optional.empty();
        }
        return Optional.of(root != null ? root : new Node.Scalar("", true, new Place(file, 1, 1)));
    }

    /** Takes the next event; false when the document is spoilt and reading must stop, because it may only get slower. */
    boolean accept(Event event) {
        switch (event) {
            case DocumentStartEvent start -> startDocument(start);
            case ScalarEvent scalar ->
                add(
                        new Sized(new Node.Scalar(scalar.getValue(), scalar.isPlain(), place(scalar)), 1, 0),
                        anchor(scalar));
            case AliasEvent alias -> alias(alias);
            case MappingStartEvent start -> push(new Open(true, place(start), anchor(start)));
            case SequenceStartEvent start -> push(new Open(false, place(start), anchor(start)));
            case CollectionEndEvent _ -> pop();
            default -> {}
        }
        return !spoilt;
    }

    private void startDocument(Event event) {
        documents++;
        if (documents > 1) {
            spoil("a second document begins here", "Keep one document a file: remove the line ---", place(event));
        }
    }

    private void alias(AliasEvent alias) {
        String name = alias.getAnchor().map(Anchor::getValue).orElse("");
        Sized target = anchors.get(name);
        if (target != null && open.size() + target.height > DEEPEST) {
            tooDeep(place(alias));
        } else if (target != null) {
            add(target, null);
        } else if (open.stream().anyMatch(o -> name.equals(o.anchor))) {
            spoil("the alias *" + name + " stands inside the very thing that it names", null, place(alias));
        } else {
            spoil("there is no anchor &" + name + " before this alias", null, place(alias));
        }
    }

    private void push(Open collection) {
        if (open.size() >= DEEPEST) {
            tooDeep(collection.place);
            return;
        }
        open.push(collection);
    }

    private void tooDeep(Place place) {
        spoil("nested more than " + DEEPEST + " levels deep", null, place);
    }

    private void pop() {
        Open done = open.pop();
        add(new Sized(done.close(), done.size, done.height), done.anchor);
    }

    private void add(Sized value, @Nullable String anchor) {
        if (anchor != null) {
            anchors.put(anchor, value);
        }
        Open parent = open.peek();
        if (parent == null) {
            root = value.node;
            return;
        }
        parent.size += value.size;
        parent.height = Math.max(parent.height, value.height + 1);
        if (parent.size > LARGEST) {
            spoil("aliases make this larger than " + LARGEST + " values", null, parent.place);
            return;
        }
        parent.add(value.node);
    }

    private void spoil(String message, @Nullable String help, Place place) {
        spoilt = true;
        findings.add(Finding.of(Code.YAML_SYNTAX, message).help(help).at(place));
    }

    private Place place(Event event) {
        return event.getStartMark()
                .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Place.of(file));
    }

    private static @Nullable String anchor(NodeEvent event) {
        return event.getAnchor().map(Anchor::getValue).orElse(null);
    }

    /**
     * A value with what it takes to walk it.
     *
     * @param size how many values it holds, itself among them, aliases followed
     * @param height how many levels lie below it
     */
    private record Sized(Node node, long size, int height) {}

    private final class Open {
        private final boolean mapping;
        private final Place place;
        private final @Nullable String anchor;
        private final List<Node> items = new ArrayList<>();
        private final List<Node.Entry> entries = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private Node.@Nullable Scalar key;
        private boolean skipValue;
        private long size = 1;
        private int height = 1;

        Open(boolean mapping, Place place, @Nullable String anchor) {
            this.mapping = mapping;
            this.place = place;
            this.anchor = anchor;
        }

        void add(Node value) {
            if (!mapping) {
                items.add(value);
            } else if (skipValue) {
                skipValue = false;
            } else if (key == null) {
                takeKey(value);
            } else {
                entries.add(new Node.Entry(key, value));
                key = null;
            }
        }

        private void takeKey(Node value) {
            if (!(value instanceof Node.Scalar scalar)) {
                findings.add(Finding.of(Code.YAML_SYNTAX, "a key must be a single value, not " + value.kind())
                        .at(value.place()));
                skipValue = true;
            } else if (!keys.add(scalar.text())) {
                findings.add(Finding.of(Code.DUPLICATE_KEY, "the key '" + scalar.text() + "' stands here twice")
                        .help("Keep one of the two")
                        .at(scalar.place()));
                skipValue = true;
            } else {
                key = scalar;
            }
        }

        Node close() {
            return mapping ? new Node.Mapping(entries, place) : new Node.Sequence(items, place);
        }
    }
}
