package io.calque.people;

import io.calque.diagnostic.Findings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where people come from: a directory, an LDIF file or a CSV file. */
public interface PeopleSource {
    /**
     * What is asked of a source: only this is read, and only people who are enabled need be told.
     *
     * @param asked what rules and personas ask for, in the order in which they do
     */
    record Interest(List<Asked> asked) {
        public Interest {
            asked = List.copyOf(asked);
        }

        /** Attributes and groups that no file asks for. */
        public Interest(Set<String> attributes, Set<String> groups) {
            this(Stream.concat(
                            attributes.stream().sorted().map(name -> new Asked(Asked.Kind.ATTRIBUTE, name, null)),
                            groups.stream().sorted().map(name -> new Asked(Asked.Kind.GROUP, name, null)))
                    .toList());
        }

        /** What is asked of one kind. */
        public List<Asked> all(Asked.Kind kind) {
            return asked.stream().filter(each -> each.kind() == kind).toList();
        }

        /** The same by name, each where it is asked for first. */
        public Map<String, Asked> first(Asked.Kind kind) {
            Map<String, Asked> first = new LinkedHashMap<>();
            all(kind).forEach(each -> first.putIfAbsent(each.name(), each));
            return first;
        }

        /** The names of the attributes that are asked for. */
        public Set<String> attributes() {
            return first(Asked.Kind.ATTRIBUTE).keySet();
        }
    }

    /**
     * Tells every person once, in the source's order, without holding them all. Rows that can't be read become findings; a source
     * that can't be read to its end throws a {@code Fault}.
     */
    void read(Interest interest, Consumer<Person> people, Findings findings);
}
