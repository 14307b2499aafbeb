package io.calque.directory.change;

import com.unboundid.ldap.sdk.Filter;
import io.calque.directory.row.Guid;
import io.calque.directory.row.RowReader;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of objects whose changes matter to people. */
final class ObjectFilters {
    /** Objects that other objects lie in: when one is renamed or moved, those below it get new names without being touched. */
    private static final List<String> CONTAINERS = List.of(
            "organizationalUnit",
            "container",
            "organization",
            "country",
            "locality",
            "domainDNS",
            "builtinDomain",
            "lostAndFound");

    private static final Filter EVERYTHING = Filter.createPresenceFilter("objectClass");
    private static final Filter OF_INTEREST =
            any(Stream.concat(Stream.of("user", "group"), CONTAINERS.stream()).toList());

    private ObjectFilters() {}

    /** The objects whose changes may change the answer: any, where it holds names of other objects. */
    static Filter watched(TrackedAttributes attributes) {
        return attributes.links().isEmpty() ? OF_INTEREST : EVERYTHING;
    }

    static Filter containers() {
        return any(CONTAINERS);
    }

    private static Filter any(List<String> classes) {
        return Filter.createORFilter(classes.stream()
                .map(c -> Filter.createEqualityFilter("objectClass", c))
                .toList());
    }

    static Filter among(List<Guid> guids) {
        return Filter.createORFilter(guids.stream()
                .map(guid -> Filter.createEqualityFilter(RowReader.GUID, guid.bytes()))
                .toList());
    }
}
