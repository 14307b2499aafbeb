package io.calque.directory.row;

import io.calque.diagnostic.Place;
import io.calque.people.Attributes;
import io.calque.people.Fold;
import io.calque.people.Identifiers;
import io.calque.people.Person;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns rows into the people that rules are about. Not thread-safe. */
public final class Persons {
    private final @Nullable String domain;
    private final Map<String, Integer> attributes = new HashMap<>();
    private final List<Set<String>> names;
    private final Map<Memberships, Set<String>> memberships = new HashMap<>();
    private final Map<Long, Integer> byRid;
    private final int primaryGroup;

    private record Memberships(
            List<Integer> direct, @Nullable Integer primary) {}

    /** People of rows of this layout and tree; {@code domain} is the short name of their domain, null where it is not known. */
    public Persons(Layout layout, GroupTree tree, @Nullable String domain) {
        this.domain = domain;
        for (int i = 0; i < layout.attributes().size(); i++) {
            attributes.put(layout.attributes().get(i).toLowerCase(Locale.ROOT), i);
        }
        this.names = tree.closures().stream().map(this::names).toList();
        this.byRid = tree.byRid();
        this.primaryGroup = layout.position(RowReader.PRIMARY_GROUP);
    }

    /** The person of a row. */
    public Person person(PersonRow row, @Nullable Place place) {
        return new Person(
                identifiers(row), Person.unitOf(row.dn()), groups(row), attributes(row), row.enabled(), place);
    }

    /** The names of a row's person. */
    public Identifiers identifiers(PersonRow row) {
        return new Identifiers(
                domain,
                row.value(Layout.SAM),
                row.value(Layout.UPN),
                row.value(Layout.SIP_ADDRESS),
                row.value(Layout.DISPLAY_NAME),
                row.dn());
    }

    private Attributes attributes(PersonRow row) {
        return name -> {
            Integer exact = attributes.get(name);
            Integer index = exact != null ? exact : attributes.get(name.toLowerCase(Locale.ROOT));
            return index == null ? List.of() : row.values().get(index);
        };
    }

    private Set<String> groups(PersonRow row) {
        Integer rid = primaryGroup < 0 ? null : row.number(primaryGroup);
        Integer primary = rid == null ? null : byRid.get(rid.longValue());
        return row.groups().isEmpty() && primary == null
                ? Set.of()
                : memberships.computeIfAbsent(new Memberships(row.groups(), primary), this::all);
    }

    private Set<String> all(Memberships of) {
        Set<String> all = new HashSet<>();
        of.direct().forEach(g -> all.addAll(names.get(g)));
        if (of.primary() != null) {
            all.addAll(names.get(of.primary()));
        }
        return Set.copyOf(all);
    }

    /** Every name of a group and of those above it. */
    private Set<String> names(List<GroupTree.Group> closure) {
        Set<String> all = new HashSet<>();
        for (GroupTree.Group group : closure) {
            add(group.dn(), all);
            group.names().forEach(name -> add(name, all));
            if (group.sam() != null) {
                add(group.sam(), all);
                add(domain == null ? null : domain + "\\" + group.sam(), all);
            }
        }
        return Set.copyOf(all);
    }

    private static void add(@Nullable String name, Set<String> names) {
        String folded = Fold.text(name);
        if (folded != null) {
            names.add(folded);
        }
    }
}
