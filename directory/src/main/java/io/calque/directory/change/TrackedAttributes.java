package io.calque.directory.change;

import com.unboundid.ldap.sdk.Filter;
import io.calque.directory.connect.Session;
import io.calque.directory.read.AttributeKind;
import io.calque.directory.read.SchemaReader;
import io.calque.directory.row.Layout;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By which attributes a directory decides who is in an answer and what is in it, and whether their changes can be followed.
 *
 * @param names all of them: those of the rows, and those that the filter names
 * @param links those that hold names of other objects
 * @param untracked one that can change without any count of changes showing it; null where there is none
 */
record TrackedAttributes(
        Set<String> names, Set<String> links, @Nullable String untracked) {
    /** These follow from an object's own name, its class and its rights, which are watched apart, or never change. */
    private static final Set<String> WATCHED_APART =
            Set.of("distinguishedname", "objectclass", "objectcategory", "objectguid", "primarygroupid");

    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9-]*");
    /** The number that Active Directory gives to members through others (MS-ADTS 3.1.1.3.4.4.3). */
    private static final String IN_CHAIN = "1.2.840.113556.1.4.1941";

    TrackedAttributes {
        names = Set.copyOf(names);
        links = Set.copyOf(links);
    }

    static TrackedAttributes of(Session session, CopyQuery query) {
        Filter filter = query.scope().filter();
        Set<String> inFilter = new TreeSet<>();
        @Nullable String odd = filter == null ? null : collect(filter, inFilter);
        Set<String> all = new TreeSet<>(inFilter);
        query.layout().attributes().forEach(a -> all.add(a.toLowerCase(Locale.ROOT)));
        if (odd != null) {
            return new TrackedAttributes(all, Set.of(), odd);
        }
        Set<String> asked = new TreeSet<>(inFilter);
        query.layout().further().forEach(a -> asked.add(a.toLowerCase(Locale.ROOT)));
        asked.removeAll(WATCHED_APART);
        Layout.with(Set.of()).attributes().forEach(a -> asked.remove(a.toLowerCase(Locale.ROOT)));
        // Where there is no configuration it is not Active Directory, and knows neither links nor computed attributes
        // of its own.
        if (asked.isEmpty() || session.rootDse().configurationNamingContext() == null) {
            return new TrackedAttributes(all, Set.of(), null);
        }
        return new SchemaReader(session)
                .kinds(asked)
                .map(kinds -> of(all, asked, kinds))
                .orElseGet(() ->
                        new TrackedAttributes(all, Set.of(), asked.iterator().next()));
    }

    private static TrackedAttributes of(Set<String> all, Set<String> asked, Map<String, AttributeKind> kinds) {
        Set<String> links = new TreeSet<>();
        for (String name : asked) {
            // The schema is in view: an attribute that it does not have has no values.
            AttributeKind kind = kinds.getOrDefault(
                    name, PLAIN.matcher(name).matches() ? AttributeKind.OWN : AttributeKind.UNTRACKED);
            switch (kind) {
                case OWN -> {}
                case LINK -> links.add(name);
                case UNTRACKED -> {
                    return new TrackedAttributes(all, Set.of(), name);
                }
            }
        }
        return new TrackedAttributes(all, links, null);
    }

    /** Collects the attributes of a filter; what of it rests on more than attributes, null where nothing does. */
    private static @Nullable String collect(Filter filter, Collection<String> names) {
        Filter[] parts = filter.getComponents();
        if (filter.getNOTComponent() != null) {
            parts = new Filter[] {filter.getNOTComponent()};
        }
        for (Filter part : parts) {
            String odd = collect(part, names);
            if (odd != null) {
                return odd;
            }
        }
        if (parts.length > 0
                || filter.getFilterType() == Filter.FILTER_TYPE_AND
                || filter.getFilterType() == Filter.FILTER_TYPE_OR) {
            return null;
        }
        String name = filter.getAttributeName();
        if (name == null || filter.getDNAttributes() || IN_CHAIN.equals(filter.getMatchingRuleID())) {
            return filter.toString();
        }
        names.add(name.toLowerCase(Locale.ROOT));
        return null;
    }

    /** Why changes can't be followed, in a few words; empty where they can. */
    Optional<String> obstacle() {
        return Optional.ofNullable(untracked)
                .map(name -> "'" + name + "' can change without a trace on the people who have it");
    }
}
