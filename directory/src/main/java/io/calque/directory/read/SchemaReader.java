package io.calque.directory.read;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import io.calque.directory.connect.Session;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the schema of a forest says about attributes (MS-ADTS 3.1.1.2.3, attributeSchema objects). */
public final class SchemaReader {
    private static final String NAME = "lDAPDisplayName",
            LINK = "linkID",
            FLAGS = "systemFlags",
            SYNTAX = "attributeSyntax";
    /** Every domain has it; whoever does not see it may not see the schema. */
    private static final String ALWAYS = "sAMAccountName";
    /** Bits of systemFlags (MS-ADTS 2.2.10): FLAG_ATTR_NOT_REPLICATED and FLAG_ATTR_IS_CONSTRUCTED. */
    private static final int NOT_REPLICATED = 1, CONSTRUCTED = 4;
    /** The syntaxes whose values hold a distinguished name (MS-ADTS 3.1.1.2.2.2): DS-DN, DN-Binary and DN-String. */
    private static final Set<String> NAMES = Set.of("2.5.5.1", "2.5.5.7", "2.5.5.14");

    private final Session session;

    /** The schema of the forest that this session reads from. */
    public SchemaReader(Session session) {
        this.session = session;
    }

    /** Those of some attributes that exist, by name in any case; empty where the schema can't be seen. */
    public Optional<Map<String, AttributeKind>> kinds(Collection<String> names) {
        String configuration = session.rootDse().configurationNamingContext();
        if (configuration == null) {
            return Optional.empty();
        }
        Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        wanted.addAll(names);
        wanted.add(ALWAYS);
        Filter any = Filter.createORFilter(
                wanted.stream().map(n -> Filter.createEqualityFilter(NAME, n)).toList());
        Map<String, AttributeKind> kinds = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        read(configuration, any, kinds);
        if (!kinds.containsKey(ALWAYS)) {
            return Optional.empty();
        }
        if (!names.contains(ALWAYS)) {
            kinds.remove(ALWAYS);
        }
        return Optional.of(kinds);
    }

    /** The names of all attributes; none where the schema can't be seen. */
    public Set<String> names() {
        Map<String, AttributeKind> kinds = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String configuration = session.rootDse().configurationNamingContext();
        if (configuration != null) {
            read(configuration, Filter.createPresenceFilter(NAME), kinds);
        }
        return kinds.keySet();
    }

    private void read(String configuration, Filter filter, Map<String, AttributeKind> kinds) {
        new Pages(session, "CN=Schema," + configuration, filter, List.of(NAME, LINK, FLAGS, SYNTAX))
                .each(
                        "the schema",
                        page -> page.forEach(entry -> {
                            String name = entry.getAttributeValue(NAME);
                            if (name != null) {
                                kinds.put(name, kind(entry));
                            }
                        }));
    }

    private static AttributeKind kind(Entry entry) {
        Integer link = entry.getAttributeValueAsInteger(LINK);
        Integer flags = entry.getAttributeValueAsInteger(FLAGS);
        // The number of a back link is that of its link and one more (MS-ADTS 3.1.1.2.3, linkID): odd.
        boolean back = link != null && link % 2 != 0;
        if (back || (flags != null && (flags & (NOT_REPLICATED | CONSTRUCTED)) != 0)) {
            return AttributeKind.UNTRACKED;
        }
        return NAMES.contains(String.valueOf(entry.getAttributeValue(SYNTAX))) ? AttributeKind.LINK : AttributeKind.OWN;
    }
}
