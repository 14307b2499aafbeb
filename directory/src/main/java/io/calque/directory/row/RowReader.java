package io.calque.directory.row;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns directory entries into rows. Thread-safe. */
public final class RowReader {
    /** The attributes that rows are made of besides those of the layout. */
    public static final String GUID = "objectGUID", MEMBER_OF = "memberOf";

    /** The attribute by which people name their primary group: the last part of its security identifier (MS-ADTS 2.2.17). */
    public static final String PRIMARY_GROUP = "primaryGroupID";

    private final Layout layout;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Integer> byDn;

    /** Rows of this layout, with memberships in this tree. */
    public RowReader(Layout layout, GroupTree tree) {
        this.layout = layout;
        for (int i = 0; i < layout.attributes().size(); i++) {
            String name = layout.attributes().get(i);
            positions.put(name, i);
            positions.put(name.toLowerCase(Locale.ROOT), i);
        }
        this.byDn = tree.byDn();
    }

    /** The same rows out of entries that were not taken apart. */
    public ByteRows bytes() {
        return new ByteRows(layout, this);
    }

    /** The attributes to ask for, and no others. */
    public List<String> requested() {
        List<String> all = new ArrayList<>(layout.attributes());
        all.add(GUID);
        if (!byDn.isEmpty()) {
            all.add(MEMBER_OF);
        }
        return List.copyOf(all);
    }

    /** The entry as a row; null when it has no identity. */
    public @Nullable PersonRow row(Entry entry) {
        return Guid.in(entry).map(guid -> row(entry, guid, List.of())).orElse(null);
    }

    /**
     * The entry as a row.
     *
     * @param guid its identity, for sources that have none of their own
     * @param further memberships that the entry itself does not show, as names of groups
     */
    public PersonRow row(Entry entry, Guid guid, Collection<String> further) {
        List<List<String>> values =
                new ArrayList<>(Collections.nCopies(layout.attributes().size(), List.of()));
        for (Attribute attribute : entry.getAttributes()) {
            Integer position = position(attribute.getName());
            if (position != null) {
                values.set(position, List.of(attribute.getValues()));
            }
        }
        return new PersonRow(guid, entry.getDN(), List.copyOf(values), memberships(entry, further));
    }

    /** Servers write names as their schema does, nearly always; looking for those first spares folding the case of every name. */
    private @Nullable Integer position(String name) {
        Integer exact = positions.get(name);
        return exact != null ? exact : positions.get(name.toLowerCase(Locale.ROOT));
    }

    private List<Integer> memberships(Entry entry, Collection<String> further) {
        if (byDn.isEmpty()) {
            return List.of();
        }
        String[] direct = entry.getAttributeValues(MEMBER_OF);
        return memberships(direct == null ? List.of() : Arrays.asList(direct), further);
    }

    /** The indexes of the groups of the tree that are named. */
    List<Integer> memberships(Collection<String> direct, Collection<String> further) {
        Set<Integer> found = new TreeSet<>();
        add(direct, found);
        add(further, found);
        return List.copyOf(found);
    }

    private void add(Collection<String> names, Set<Integer> found) {
        for (String name : names) {
            Integer index = byDn.get(GroupTree.key(name));
            if (index != null) {
                found.add(index);
            }
        }
    }
}
