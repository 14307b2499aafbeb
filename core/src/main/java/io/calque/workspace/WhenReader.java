package io.calque.workspace;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.calque.assign.When;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.people.PeopleListFile;
import io.calque.people.PersonLookup;
import io.calque.people.References;
import io.calque.source.Bytes;
import io.calque.source.NearMiss;
import io.calque.source.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the condition of a rule. */
final class WhenReader {
    private static final List<String> KEYS =
            List.of("everyone", "group", "ou", "attribute", "column", "list", "names", "not", "all", "any");
    private static final List<String> TESTS = List.of("equals", "startsWith", "oneOf", "pattern");

    /** Long enough for any condition that a person can read. */
    private static final int LARGEST_PATTERN = 10_000;

    private final WorkspaceFiles files;
    private final Findings findings;

    WhenReader(WorkspaceFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** A condition; empty, with findings, when it can't be read. */
    Optional<When> read(Node node) {
        if (node instanceof Node.Scalar word && word.text().equals("everyone")) {
            return Optional.of(new When.Everyone());
        }
        if (!(node instanceof Node.Mapping map) || map.entries().size() != 1) {
            findings.add(Finding.of(Code.WRONG_SHAPE, "a condition is the word everyone or a map of one key")
                    .help("Join several with all: […] or any: […]. Known: " + String.join(", ", KEYS))
                    .at(node.place()));
            return Optional.empty();
        }
        Node.Entry entry = map.entries().getFirst();
        return switch (entry.key().text()) {
            case "group" ->
                text(entry).map(name -> new When.InGroup(name, entry.value().place()));
            case "ou" ->
                text(entry).map(name -> new When.InUnit(name, entry.value().place()));
            case "attribute", "column" -> attribute(entry);
            case "list" -> text(entry).flatMap(file -> list(entry, file));
            case "names" -> names(entry);
            case "not" -> read(entry.value()).map(When.Not::new);
            case "all" -> several(entry).map(When.All::new);
            case "any" -> several(entry).map(When.Any::new);
            default -> unknown(entry.key(), KEYS);
        };
    }

    private Optional<List<When>> several(Node.Entry entry) {
        if (!(entry.value() instanceof Node.Sequence sequence)
                || sequence.items().isEmpty()) {
            findings.add(
                    Finding.of(Code.WRONG_SHAPE, "'" + entry.key().text() + "' takes a list of conditions, not empty")
                            .at(entry.key().place()));
            return Optional.empty();
        }
        List<When> inner = new ArrayList<>();
        sequence.items().forEach(item -> read(item).ifPresent(inner::add));
        return inner.size() == sequence.items().size() ? Optional.of(inner) : Optional.empty();
    }

    private Optional<When> attribute(Node.Entry entry) {
        if (!(entry.value() instanceof Node.Mapping map) || map.entries().size() != 1) {
            findings.add(Finding.of(
                            Code.WRONG_SHAPE,
                            "'" + entry.key().text() + "' takes a map of one name and what its value must be")
                    .help("For example {department: Sales} or {department: {startsWith: Sal}}")
                    .at(entry.key().place()));
            return Optional.empty();
        }
        Node.Entry named = map.entries().getFirst();
        return test(named.value())
                .map(test -> new When.HasAttribute(
                        named.key().text(), test, named.key().place()));
    }

    private Optional<When.ValueTest> test(Node node) {
        if (node instanceof Node.Mapping map && map.entries().size() == 1) {
            Node.Entry entry = map.entries().getFirst();
            return switch (entry.key().text()) {
                case "equals", "oneOf" -> oneOf(entry.value());
                case "startsWith" -> text(entry).map(When.ValueTest.StartsWith::new);
                case "pattern" -> text(entry).flatMap(text -> pattern(entry, text));
                default -> unknown(entry.key(), TESTS);
            };
        }
        return oneOf(node);
    }

    private Optional<When.ValueTest> oneOf(Node node) {
        Set<String> words = new HashSet<>();
        for (Node item : node instanceof Node.Sequence sequence ? sequence.items() : List.of(node)) {
            if (!(item instanceof Node.Scalar scalar)) {
                findings.add(
                        Finding.of(Code.WRONG_SHAPE, "a word or a list of words must stand here, not " + item.kind())
                                .at(item.place()));
                return Optional.empty();
            }
            words.add(scalar.text());
        }
        return Optional.of(new When.ValueTest.OneOf(words));
    }

    private Optional<When.ValueTest> pattern(Node.Entry entry, String text) {
        Place place = entry.value().place();
        long size = text.length() > LARGEST_PATTERN ? text.length() : PatternSize.of(text);
        if (size > LARGEST_PATTERN) {
            findings.add(Finding.of(
                            Code.WRONG_SHAPE,
                            "the pattern is too large: " + size + " characters, repetitions written out; at most "
                                    + LARGEST_PATTERN + " are matched")
                    .help("Use oneOf or startsWith, or put the people on a list")
                    .at(place));
            return Optional.empty();
        }
        try {
            return Optional.of(new When.ValueTest.Matching(Pattern.compile(text)));
        } catch (PatternSyntaxException e) {
            findings.add(Finding.of(
                            Code.WRONG_SHAPE,
                            "not a regular expression: " + e.getDescription() + ": '" + e.getPattern() + "'")
                    .help("Patterns have RE2 syntax: no look-around, no back references, no possessive repetition,"
                            + " repetitions up to 1000")
                    .at(place));
            return Optional.empty();
        }
    }

    private Optional<When> list(Node.Entry entry, String file) {
        Optional<Bytes> bytes = files.find(file);
        if (bytes.isEmpty()) {
            findings.add(Finding.of(Code.UNREADABLE_FILE, "there is no file " + file)
                    .at(entry.value().place()));
            return Optional.empty();
        }
        return PeopleListFile.read(file, bytes.get(), null, findings)
                .map(list -> new When.Listed(file, new PersonLookup<>(list.entries())));
    }

    private Optional<When> names(Node.Entry entry) {
        List<Node> items = entry.value() instanceof Node.Sequence sequence ? sequence.items() : List.of(entry.value());
        List<References.Reference> references = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof Node.Scalar scalar) {
                references.add(References.of(scalar.text()));
            } else {
                findings.add(Finding.of(Code.WRONG_SHAPE, "a name must stand here, not " + item.kind())
                        .at(item.place()));
            }
        }
        return Optional.of(new When.Listed("names", new PersonLookup<>(references)));
    }

    private Optional<String> text(Node.Entry entry) {
        if (entry.value() instanceof Node.Scalar scalar && !scalar.isNull()) {
            return Optional.of(scalar.text());
        }
        findings.add(Finding.of(
                        Code.WRONG_SHAPE,
                        "'" + entry.key().text() + "' takes a single value, not "
                                + entry.value().kind())
                .at(entry.key().place()));
        return Optional.empty();
    }

    private <T> Optional<T> unknown(Node.Scalar key, List<String> known) {
        findings.add(Finding.of(Code.UNKNOWN_KEY, "unknown key '" + key.text() + "'")
                .help(NearMiss.help(key.text(), known))
                .at(key.place()));
        return Optional.empty();
    }
}
