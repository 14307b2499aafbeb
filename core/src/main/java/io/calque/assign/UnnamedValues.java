package io.calque.assign;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.people.Person;
import io.calque.source.NearMiss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds values that rules were probably meant to name: those of an attribute that rules compare with words, which no rule's test
 * passes and which are nearly one of these words. Told once each, with the first place. Not thread-safe.
 */
public final class UnnamedValues {
    /** An attribute with more values than this is no choice among a few words. */
    private static final int MOST = 1_000;

    private final List<Watched> attributes;

    /** A value that no rule names, and how often it came. */
    private static final class Seen {
        private final @Nullable Place first;
        private long people;

        Seen(@Nullable Place first) {
            this.first = first;
        }
    }

    private static final class Watched {
        private final String name;
        private final Set<String> words = new LinkedHashSet<>();
        private final List<When.ValueTest> tests = new ArrayList<>();
        private final Set<String> passing = new LinkedHashSet<>();
        private final Map<String, Seen> unnamed = new LinkedHashMap<>();

        Watched(String name) {
            this.name = name;
        }

        void look(String value, Person person) {
            if (passing.contains(value) || value.isBlank()) {
                return;
            }
            Seen seen = unnamed.get(value);
            if (seen == null) {
                if (passing.size() + unnamed.size() >= MOST) {
                    return;
                }
                if (tests.stream().anyMatch(test -> test.passes(value))) {
                    passing.add(value);
                    return;
                }
                seen = new Seen(person.place());
                unnamed.put(value, seen);
            }
            seen.people++;
        }

        Stream<Finding> findings() {
            return unnamed.entrySet().stream()
                    .flatMap(entry -> NearMiss.of(entry.getKey(), words).stream()
                            .map(near -> finding(entry.getKey(), entry.getValue(), near)));
        }

        private Finding finding(String value, Seen seen, String near) {
            return Finding.of(
                            Code.UNNAMED_VALUE,
                            name + " '" + value + "' matches no rule"
                                    + (seen.people == 1 ? "" : " (" + seen.people + " people)"))
                    .help("Did you mean " + near + "?")
                    .at(seen.first);
        }
    }

    /** A look at the values that some rules compare. */
    public UnnamedValues(List<Rule> rules) {
        Map<String, Watched> byName = new LinkedHashMap<>();
        rules.stream().flatMap(rule -> attributes(rule.when())).forEach(attribute -> {
            Watched watched = byName.computeIfAbsent(attribute.name(), Watched::new);
            watched.tests.add(attribute.test());
            if (attribute.test() instanceof When.ValueTest.OneOf(var words)) {
                watched.words.addAll(words);
            }
        });
        attributes = byName.values().stream()
                .filter(watched -> !watched.words.isEmpty())
                .toList();
    }

    /** Looks at the next person. */
    public void look(Person person) {
        for (Watched watched : attributes) {
            for (String value : person.attributes().get(watched.name)) {
                watched.look(value, person);
            }
        }
    }

    /** What was found. */
    public List<Finding> findings() {
        return attributes.stream().flatMap(Watched::findings).toList();
    }

    private static Stream<When.HasAttribute> attributes(When when) {
        return switch (when) {
            case When.HasAttribute attribute -> Stream.of(attribute);
            case When.Not(var inner) -> attributes(inner);
            case When.All(var parts) -> parts.stream().flatMap(UnnamedValues::attributes);
            case When.Any(var parts) -> parts.stream().flatMap(UnnamedValues::attributes);
            case When.Everyone _, When.InGroup _, When.InUnit _, When.Listed _ -> Stream.of();
        };
    }
}
