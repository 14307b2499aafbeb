package io.calque.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a source must deliver: it reads only this, and may leave out people who are disabled.
 *
 * @param required what rules and personas ask for, in the order in which they do
 */
public record PeopleQuery(List<RequiredFact> required) {
    public PeopleQuery {
        required = List.copyOf(required);
    }

    /** Attributes and groups that no file asks for. */
    public PeopleQuery(Set<String> attributes, Set<String> groups) {
        this(Stream.concat(
                        attributes.stream()
                                .sorted()
                                .map(name -> new RequiredFact(RequiredFact.Kind.ATTRIBUTE, name, null)),
                        groups.stream().sorted().map(name -> new RequiredFact(RequiredFact.Kind.GROUP, name, null)))
                .toList());
    }

    /** What is required of one kind. */
    public List<RequiredFact> all(RequiredFact.Kind kind) {
        return required.stream().filter(each -> each.kind() == kind).toList();
    }

    /** The same by name, each where it is required first. */
    public Map<String, RequiredFact> first(RequiredFact.Kind kind) {
        Map<String, RequiredFact> first = new LinkedHashMap<>();
        all(kind).forEach(each -> first.putIfAbsent(each.name(), each));
        return first;
    }

    /** The names of the required attributes. */
    public Set<String> attributes() {
        return first(RequiredFact.Kind.ATTRIBUTE).keySet();
    }
}
