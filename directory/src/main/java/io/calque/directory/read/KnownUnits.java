package io.calque.directory.read;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.directory.connect.Session;
import io.calque.directory.row.UnitNames;
import io.calque.people.PeopleQuery;
import io.calque.people.RequiredFact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Whether the directory has the organisational units that rules name. */
public final class KnownUnits {
    /** A near miss is looked for among so many. */
    private static final int SIMILAR = 1000;

    private KnownUnits() {}

    /** Reports the units that the directory does not have, or does not show. */
    public static void check(Session session, String base, PeopleQuery query, Consumer<Finding> remarks) {
        List<RequiredFact> required = query.all(RequiredFact.Kind.UNIT);
        List<RequiredFact> unknown = required.stream()
                .filter(fact -> !DN.isValidDN(fact.name()) || session.entry(fact.name(), "1.1") == null)
                .toList();
        if (!unknown.isEmpty()) {
            new UnitNames("the directory").check(unknown, similar(session, base), remarks);
        }
    }

    private static List<String> similar(Session session, String base) {
        Filter units = Filter.createORFilter(
                Filter.createEqualityFilter("objectClass", "organizationalUnit"),
                Filter.createEqualityFilter("objectClass", "container"));
        List<String> names = new ArrayList<>();
        try {
            new Pages(session, base, units, List.of("1.1"))
                    .first("organisational units", SIMILAR)
                    .forEach(entry -> names.add(entry.getDN()));
        } catch (Fault fault) {
            // A remedy is worth no failure; where the session itself is lost, the next read reports it.
            names.clear();
        }
        return names;
    }
}
