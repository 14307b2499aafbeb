package io.calque.directory.read;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.calque.directory.connect.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Attributes with more values than Active Directory gives at once: it answers {@code member;range=0-1499}, the last part is
 * {@code member;range=15000-*} (MS-ADTS 3.1.1.3.1.3.3, range retrieval).
 */
public final class Ranges {
    /** The number of values that Active Directory gives at most by default (MaxValRange, MS-ADTS 3.1.1.3.4.6). */
    static final int SIZE = 1500;

    private static final String RANGE = ";range=";

    private final Session session;

    /** Ranges read through this session. */
    public Ranges(Session session) {
        this.session = session;
    }

    /** Whether an entry shows only the first values of an attribute. */
    public static boolean partial(Entry entry, String attribute) {
        Part part = part(entry, attribute);
        return part != null && !part.last();
    }

    /** Whether an entry shows only the first values of any attribute. */
    static boolean anyPartial(Entry entry) {
        return entry.getAttributes().stream().anyMatch(a -> a.getName().indexOf(';') > 0 && isFirst(a.getName()));
    }

    private static boolean isFirst(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains(RANGE) && !lower.endsWith("-*");
    }

    /** All values of an attribute of one entry; empty when the entry can't be seen or has none. */
    public List<String> all(String dn, String attribute) {
        List<String> values = new ArrayList<>();
        int from = 0;
        while (true) {
            SearchResultEntry entry = session.entry(dn, attribute + ";range=" + from + "-" + (from + SIZE - 1));
            Part part = entry == null ? null : part(entry, attribute);
            if (part == null) {
                return from == 0 ? plain(dn, attribute) : List.copyOf(values);
            }
            values.addAll(part.values());
            if (part.last() || part.values().isEmpty()) {
                return List.copyOf(values);
            }
            from += part.values().size();
        }
    }

    /** The same entry with all values of those of the attributes of which it shows only the first. */
    SearchResultEntry completed(SearchResultEntry entry, List<String> wanted) {
        List<Attribute> attributes = new ArrayList<>(entry.getAttributes());
        for (String name : wanted) {
            if (partial(entry, name)) {
                attributes.add(new Attribute(name, all(entry.getDN(), name)));
            }
        }
        return new SearchResultEntry(entry.getDN(), attributes);
    }

    /** For servers that know no ranges, and for attributes without a value. */
    private List<String> plain(String dn, String attribute) {
        SearchResultEntry entry = session.entry(dn, attribute);
        String[] values = entry == null ? null : entry.getAttributeValues(attribute);
        return values == null ? List.of() : List.of(values);
    }

    private record Part(List<String> values, boolean last) {}

    private static @Nullable Part part(Entry entry, String attribute) {
        String prefix = attribute.toLowerCase(Locale.ROOT) + RANGE;
        for (Attribute found : entry.getAttributes()) {
            String name = found.getName().toLowerCase(Locale.ROOT);
            if (name.startsWith(prefix)) {
                return new Part(List.of(found.getValues()), name.endsWith("-*"));
            }
        }
        return null;
    }
}
