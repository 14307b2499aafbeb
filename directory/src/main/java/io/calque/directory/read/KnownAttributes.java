package io.calque.directory.read;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.directory.connect.Session;
import io.calque.directory.row.Layout;
import io.calque.people.PeopleQuery;
import io.calque.people.RequiredFact;
import io.calque.source.NearMiss;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Whether the directory knows the attributes that rules name: a misspelt one would quietly match nobody. */
public final class KnownAttributes {
    private KnownAttributes() {}

    /** Reports the attributes that the directory's schema does not have; nothing where the schema can't be searched. */
    public static void check(Session session, PeopleQuery query, Consumer<Finding> remarks) {
        List<String> attributes = Layout.with(query.attributes()).further();
        if (attributes.isEmpty()) {
            return;
        }
        SchemaReader schema = new SchemaReader(session);
        Optional<Map<String, AttributeKind>> known = schema.kinds(attributes);
        Set<String> unknown = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.ifPresent(
                kinds -> attributes.stream().filter(a -> !kinds.containsKey(a)).forEach(unknown::add));
        if (!unknown.isEmpty()) {
            Set<String> all = schema.names();
            query.first(RequiredFact.Kind.ATTRIBUTE).values().stream()
                    .filter(fact -> unknown.contains(fact.name()))
                    .forEach(fact -> remarks.accept(
                            Finding.of(Code.UNKNOWN_ATTRIBUTE, "the directory has no attribute '" + fact.name() + "'")
                                    .help(NearMiss.help(fact.name(), all))
                                    .at(fact.place())));
        }
    }
}
