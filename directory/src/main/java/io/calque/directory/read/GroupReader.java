package io.calque.directory.read;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.directory.connect.Session;
import io.calque.directory.row.GroupNames;
import io.calque.directory.row.GroupTree;
import io.calque.directory.row.GroupTree.Group;
import io.calque.directory.row.Guid;
import io.calque.directory.row.RowReader;
import io.calque.directory.row.SecurityIdentifiers;
import io.calque.people.RequiredFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the groups that rules name and all groups nested in them, level by level. The server's own rule for that
 * (1.2.840.113556.1.4.1941) is not used: it scans, and takes minutes in a large domain.
 */
public final class GroupReader {
    private static final List<String> ATTRIBUTES =
            List.of(RowReader.GUID, "sAMAccountName", "cn", "objectSid", "memberOf");
    /** So many names fit well into one filter. */
    private static final int BATCH = 50;

    private static final int SIMILAR = 1000;
    private static final Filter GROUP = Filter.createEqualityFilter("objectClass", "group");

    private final Session session;
    private final String base;
    private final @Nullable String domain;

    /** Groups below {@code base}; {@code domain} is its short name, as in {@code DOMAIN\group}, null when it is not known. */
    public GroupReader(Session session, String base, @Nullable String domain) {
        this.session = session;
        this.base = base;
        this.domain = domain;
    }

    /**
     * The tree of the groups that these names mean.
     *
     * @param asked names as rules write them: a name, {@code DOMAIN\name} or a distinguished name
     * @param remarks hears of names that mean no group (CQ708) or several (CQ709)
     */
    public GroupTree tree(Collection<RequiredFact> asked, Consumer<Finding> remarks) {
        Map<String, Found> found = new LinkedHashMap<>();
        GroupNames wanted =
                new GroupNames(domain, asked, "the directory", "that the reading account may see the group");
        List<SearchResultEntry> candidates = new ArrayList<>();
        List<SearchResultEntry> others = new ArrayList<>();
        for (String dn : wanted.distinguished()) {
            SearchResultEntry entry = session.entry(
                    dn,
                    Stream.concat(ATTRIBUTES.stream(), Stream.of("objectClass")).toArray(String[]::new));
            if (entry != null) {
                (entry.hasObjectClass("group") ? candidates : others).add(entry);
            }
        }
        search(wanted.plain(), n -> List.of(equal("sAMAccountName", n), equal("cn", n)), candidates::add);
        wanted.match(candidates, others, this::similar, remarks)
                .forEach((name, entry) -> found.computeIfAbsent(GroupTree.key(entry.getDN()), k -> found(entry))
                        .names
                        .add(name));
        List<String> level = found.values().stream().map(f -> f.entry.getDN()).toList();
        while (!level.isEmpty()) {
            List<String> next = new ArrayList<>();
            search(level, dn -> List.of(equal("memberOf", dn)), entry -> {
                if (found.putIfAbsent(GroupTree.key(entry.getDN()), found(entry)) == null) {
                    next.add(entry.getDN());
                }
            });
            level = next;
        }
        return tree(List.copyOf(found.values()));
    }

    /**
     * Groups among which an unknown name's near miss may be: those that begin as it does, and any; a thousand of each at most, since
     * there may be very many.
     */
    private List<SearchResultEntry> similar(List<String> unknown) {
        List<Filter> beginnings = unknown.stream()
                .limit(BATCH)
                .map(name -> name.substring(0, (name.length() + 1) / 2))
                .filter(beginning -> !beginning.isEmpty())
                .flatMap(b -> Stream.of(
                        Filter.createSubInitialFilter("sAMAccountName", b), Filter.createSubInitialFilter("cn", b)))
                .toList();
        Filter alike = Filter.createANDFilter(GROUP, Filter.createORFilter(beginnings));
        try {
            return Stream.of(alike, GROUP)
                    .flatMap(filter -> new Pages(session, base, filter, ATTRIBUTES).first("groups", SIMILAR).stream())
                    .toList();
        } catch (Fault fault) {
            // A remedy is worth no failure; where the session itself is lost, the next read tells.
            return List.of();
        }
    }

    private record Found(SearchResultEntry entry, List<String> names) {}

    private static Found found(SearchResultEntry entry) {
        return new Found(entry, new ArrayList<>());
    }

    private interface Match {
        List<Filter> of(String value);
    }

    private void search(List<String> values, Match match, Consumer<SearchResultEntry> consumer) {
        for (int from = 0; from < values.size(); from += BATCH) {
            List<Filter> any = values.subList(from, Math.min(values.size(), from + BATCH)).stream()
                    .flatMap(v -> match.of(v).stream())
                    .toList();
            Filter filter = Filter.createANDFilter(GROUP, Filter.createORFilter(any));
            new Pages(session, base, filter, ATTRIBUTES).each("groups", page -> page.forEach(consumer));
        }
    }

    private static Filter equal(String attribute, String value) {
        return Filter.createEqualityFilter(attribute, value);
    }

    private GroupTree tree(List<Found> found) {
        Map<String, Integer> index = new LinkedHashMap<>();
        found.forEach(f -> index.put(GroupTree.key(f.entry.getDN()), index.size()));
        return new GroupTree(found.stream()
                .map(f -> new Group(
                        guid(f.entry),
                        f.entry.getDN(),
                        f.entry.getAttributeValue("sAMAccountName"),
                        SecurityIdentifiers.rid(f.entry.getAttributeValueBytes("objectSid")),
                        f.names,
                        memberOf(f.entry).stream()
                                .map(dn -> index.get(GroupTree.key(dn)))
                                .filter(Objects::nonNull)
                                .sorted()
                                .toList()))
                .toList());
    }

    private static Guid guid(SearchResultEntry entry) {
        return Guid.in(entry).orElseThrow(() -> PeopleReader.unidentified(entry.getDN()));
    }

    private List<String> memberOf(SearchResultEntry entry) {
        if (Ranges.partial(entry, "memberOf")) {
            return new Ranges(session).all(entry.getDN(), "memberOf");
        }
        String[] values = entry.getAttributeValues("memberOf");
        return values == null ? List.of() : Arrays.asList(values);
    }
}
