package io.calque.directory.change;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import io.calque.directory.row.Guid;
import io.calque.directory.row.RowReader;
import java.util.List;
import java.util.Optional;

/** The kinds of objects whose changes matter to people. */
final class ObjectFilters {
    /** Objects that other objects lie in: when one is renamed or moved, those below it get new names without being touched. */
    static final Filter CONTAINERS = any("organizationalUnit", "container", "domainDNS");

    static final Filter GROUPS = any("group");
    static final Filter OF_INTEREST = any("user", "group", "organizationalUnit", "container", "domainDNS");

    private ObjectFilters() {}

    private static Filter any(String... classes) {
        return Filter.createORFilter(List.of(classes).stream()
                .map(c -> Filter.createEqualityFilter("objectClass", c))
                .toList());
    }

    static Filter among(List<Guid> guids) {
        return Filter.createORFilter(guids.stream()
                .map(guid -> Filter.createEqualityFilter(RowReader.GUID, guid.bytes()))
                .toList());
    }

    static Optional<Guid> guid(Entry entry) {
        byte[] bytes = entry.getAttributeValueBytes(RowReader.GUID);
        return bytes == null || bytes.length != 16 ? Optional.empty() : Optional.of(Guid.of(bytes));
    }
}
