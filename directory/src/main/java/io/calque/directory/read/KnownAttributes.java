package io.calque.directory.read;

import com.unboundid.ldap.sdk.Filter;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.directory.connect.Session;
import io.calque.directory.row.Layout;
import io.calque.people.PeopleQuery;
import io.calque.people.RequiredFact;
import io.calque.source.NearMiss;
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
    public static void check(Session session, PeopleQuery interest, Consumer<Finding> remarks) {
        String configuration = session.rootDse().configurationNamingContext();
        List<String> attributes = Layout.with(interest.attributes()).further();
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
            interest.first(RequiredFact.Kind.ATTRIBUTE).values().stream()
                    .filter(asked -> wanted.contains(asked.name()))
                    .forEach(asked -> remarks.accept(
                            Finding.of(Code.UNKNOWN_ATTRIBUTE, "the directory has no attribute '" + asked.name() + "'")
                                    .help(NearMiss.help(asked.name(), all))
                                    .at(asked.place())));
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
