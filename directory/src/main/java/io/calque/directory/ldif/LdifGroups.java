package io.calque.directory.ldif;

import com.unboundid.ldap.sdk.Entry;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.directory.row.GroupNames;
import io.calque.directory.row.GroupTree;
import io.calque.directory.row.GroupTree.Group;
import io.calque.directory.row.Guid;
import io.calque.directory.row.SecurityIdentifiers;
import io.calque.people.RequiredFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The groups of an LDIF file. Groups are few beside people, so they are held in memory; members only of those that matter. */
final class LdifGroups {
    private static final List<String> MEMBERS = List.of("member", "uniqueMember");
    private static final Set<String> GROUPS = Set.of("group", "groupofnames", "groupofuniquenames");

    private final String file;
    private final GroupNames wanted;
    private final Set<String> named;
    private final Map<String, Entry> groups = new LinkedHashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final List<Entry> others = new ArrayList<>();

    LdifGroups(String file, Collection<RequiredFact> asked, @Nullable String domain) {
        this.file = file;
        this.wanted = new GroupNames(domain, asked, file, "that the file was exported with its groups");
        this.named = wanted.distinguished().stream().map(GroupTree::key).collect(Collectors.toSet());
    }

    /** Keeps an entry that is a group, or more of one; its members may come in several. */
    void see(Entry entry, long line) {
        String key = GroupTree.key(entry.getDN());
        String[] classes = entry.getObjectClassValues();
        boolean group =
                classes != null && Arrays.stream(classes).anyMatch(c -> GROUPS.contains(c.toLowerCase(Locale.ROOT)));
        if (group || groups.containsKey(key)) {
            lines.putIfAbsent(key, line);
            groups.merge(key, entry, LdifGroups::both);
        } else if (named.contains(key)) {
            others.add(entry);
        }
    }

    private static Entry both(Entry one, Entry more) {
        Entry both = one.duplicate();
        more.getAttributes().forEach(both::addAttribute);
        return both;
    }

    /** The groups that are asked for and all that are nested in them. */
    GroupTree tree(Findings findings) {
        List<Entry> all = List.copyOf(groups.values());
        Map<String, Entry> meant = wanted.match(all, others, _ -> all, findings::add);
        Map<String, List<String>> names = new LinkedHashMap<>();
        meant.forEach((name, entry) -> names.computeIfAbsent(GroupTree.key(entry.getDN()), k -> new ArrayList<>())
                .add(name));
        Map<String, Integer> index = new LinkedHashMap<>();
        Map<String, List<String>> parents = new HashMap<>();
        List<String> open = new ArrayList<>(names.keySet());
        while (!open.isEmpty()) {
            String key = open.removeLast();
            if (index.putIfAbsent(key, index.size()) == null) {
                for (String member : members(Objects.requireNonNull(groups.get(key)))) {
                    if (groups.containsKey(member)) {
                        parents.computeIfAbsent(member, k -> new ArrayList<>()).add(key);
                        open.add(member);
                    }
                }
            }
        }
        index.keySet().forEach(key -> reportGaps(key, findings));
        return new GroupTree(index.keySet().stream()
                .map(key -> group(key, names.getOrDefault(key, List.of()), parents.getOrDefault(key, List.of()), index))
                .toList());
    }

    private Group group(String key, List<String> names, List<String> parents, Map<String, Integer> index) {
        Entry entry = Objects.requireNonNull(groups.get(key));
        List<Integer> above = parents.stream()
                .map(index::get)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        return new Group(
                Guid.in(entry).orElseGet(() -> Guid.ofName(key)),
                entry.getDN(),
                entry.getAttributeValue("sAMAccountName"),
                SecurityIdentifiers.rid(entry.getAttributeValueBytes("objectSid")),
                names,
                above);
    }

    /** The groups of a tree that each of their members is in, by folded name. */
    Map<String, List<String>> memberships(GroupTree tree) {
        Map<String, List<String>> memberships = new HashMap<>();
        for (Group group : tree.groups()) {
            for (String member : members(Objects.requireNonNull(groups.get(GroupTree.key(group.dn()))))) {
                memberships.computeIfAbsent(member, k -> new ArrayList<>(1)).add(group.dn());
            }
        }
        return memberships;
    }

    private void reportGaps(String key, Findings findings) {
        Entry group = Objects.requireNonNull(groups.get(key));
        for (String attribute : MEMBERS) {
            RangedValues.gap(group, attribute)
                    .ifPresent(gap -> findings.add(
                            Finding.of(Code.LDIF_VALUES_MISSING, "of the group " + group.getDN() + " " + gap)
                                    .help(
                                            "Export the other values too, as member;range=1500-2999 and so on until member;range=…-*")
                                    .at(Place.line(file, Math.toIntExact(lines.getOrDefault(key, 1L))))));
        }
    }

    private static List<String> members(Entry entry) {
        Entry group = RangedValues.joined(entry);
        List<String> members = new ArrayList<>();
        for (String attribute : MEMBERS) {
            String[] values = group.getAttributeValues(attribute);
            if (values != null) {
                Arrays.stream(values).map(GroupTree::key).forEach(members::add);
            }
        }
        return members;
    }
}
