package io.calque.directory.read;

import com.unboundid.ldap.sdk.Filter;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.directory.connect.Session;
import io.calque.source.NearMiss;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Whether the directory knows the attributes that rules name: a misspelt one would quietly match nobody. */
public final class KnownAttributes {
    private static final String NAME = "lDAPDisplayName";
    /** Every domain has it; whoever does not see it may not see the schema. */
    private static final String ALWAYS = "sAMAccountName";

    private KnownAttributes() {}

    /** Tells the attributes that the directory's schema does not have; nothing where the schema can't be searched. */
    public static void check(Session session, Collection<String> attributes, Consumer<Finding> remarks) {
        String configuration = session.rootDse().configurationNamingContext();
        if (attributes.isEmpty() || configuration == null) {
            return;
        }
        Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        wanted.addAll(attributes);
        wanted.add(ALWAYS);
        Set<String> known = names(
                session,
                configuration,
                Filter.createORFilter(wanted.stream()
                        .map(a -> Filter.createEqualityFilter(NAME, a))
                        .toList()));
        if (!known.contains(ALWAYS)) {
            return;
        }
        wanted.removeAll(known);
        if (!wanted.isEmpty()) {
            Set<String> all = names(session, configuration, Filter.createPresenceFilter(NAME));
            wanted.forEach(attribute -> remarks.accept(Finding.of(
                            Code.UNKNOWN_ATTRIBUTE,
                            "assignments.yaml asks for the attribute '" + attribute
                                    + "', which the directory does not have")
                    .help(NearMiss.help(attribute, all))));
        }
    }

    private static Set<String> names(Session session, String configuration, Filter filter) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        new Pages(session, "CN=Schema," + configuration, filter, List.of(NAME))
                .each(
                        "the schema",
                        page -> page.forEach(e -> {
                            String name = e.getAttributeValue(NAME);
                            if (name != null) {
                                names.add(name);
                            }
                        }));
        return names;
    }
}
