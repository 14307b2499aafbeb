package io.calque.directory.row;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.people.RequiredFact;
import io.calque.source.NearMiss;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The groups that rules name, in the forms that people write them in, and which entries they mean. */
public final class GroupNames {
    private final @Nullable String domain;
    private final String source;
    private final String check;
    private final SortedMap<String, List<RequiredFact>> asked = new TreeMap<>();

    /**
     * Names of groups of one domain.
     *
     * @param domain its short name; null where it is not known
     * @param asked the names with their places
     * @param source what the groups are read from, for messages
     * @param check what else may hide a group but its name, in words
     */
    public GroupNames(@Nullable String domain, Collection<RequiredFact> asked, String source, String check) {
        this.domain = domain;
        this.source = source;
        this.check = check;
        asked.forEach(each ->
                this.asked.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each));
    }

    /** Those that are distinguished names. */
    public List<String> distinguished() {
        return asked.keySet().stream().filter(GroupNames::isDn).toList();
    }

    /** The others, without the domain. */
    public List<String> plain() {
        return asked.keySet().stream()
                .filter(n -> !isDn(n))
                .map(this::local)
                .distinct()
                .toList();
    }

    /** Groups whose names may resemble some words. */
    @FunctionalInterface
    public interface Similar {
        /** Those groups; any others may be among them. */
        List<? extends Entry> to(List<String> words);
    }

    /**
     * What each name means among the candidates; the account name counts before the common name.
     *
     * @param others entries that are named and are not groups
     * @param similar asked for near misses, once, where names mean none
     * @param remarks hears of names that mean none or several, at each of their places; those are left out
     */
    public <E extends Entry> Map<String, E> match(
            List<E> candidates, List<? extends Entry> others, Similar similar, Consumer<Finding> remarks) {
        Map<String, E> meant = new TreeMap<>();
        List<String> unknown = new ArrayList<>();
        for (String name : asked.keySet()) {
            List<E> hits = hits(name, candidates);
            if (hits.size() == 1) {
                meant.put(name, hits.getFirst());
            } else if (hits.isEmpty()) {
                unknown.add(name);
            } else {
                tell(name, ambiguous(name, hits), remarks);
            }
        }
        if (!unknown.isEmpty()) {
            List<? extends Entry> groups =
                    similar.to(unknown.stream().map(GroupNames::word).toList());
            unknown.forEach(name -> tell(
                    name,
                    others.stream()
                            .filter(other ->
                                    isDn(name) && GroupTree.key(other.getDN()).equals(GroupTree.key(name)))
                            .findFirst()
                            .map(other -> notAGroup(name, other))
                            .orElseGet(() -> notFound(name, groups)),
                    remarks));
        }
        return meant;
    }

    private void tell(String name, Finding finding, Consumer<Finding> remarks) {
        asked.getOrDefault(name, List.of()).forEach(each -> remarks.accept(finding.at(each.place())));
    }

    private Finding notFound(String name, List<? extends Entry> groups) {
        return Finding.of(Code.GROUP_NOT_FOUND, "there is no group " + name + " in " + source)
                .help(near(name, groups)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Check the name, and " + check + "; the rule counts no members"));
    }

    private static Finding notAGroup(String name, Entry other) {
        String[] classes = other.getObjectClassValues();
        String kind = classes == null || classes.length == 0 ? "something else" : classes[classes.length - 1];
        boolean unit = "organizationalUnit".equalsIgnoreCase(kind);
        return Finding.of(Code.GROUP_NOT_FOUND, name + " is not a group (" + kind + ")")
                .help(unit ? "To select the people below it write when: {ou: …}" : "Write the name of a group");
    }

    private static Finding ambiguous(String name, List<? extends Entry> hits) {
        return Finding.of(
                        Code.GROUP_AMBIGUOUS,
                        name + " means several groups: "
                                + hits.stream().map(Entry::getDN).sorted().collect(Collectors.joining("; ")))
                .help("Write the distinguished name of the one that is meant");
    }

    /** The group that a name probably means, written as the name is: with the domain, as a distinguished name or plain. */
    private Optional<String> near(String name, List<? extends Entry> groups) {
        Map<String, String> written = new TreeMap<>();
        groups.stream().sorted(Comparator.comparing(Entry::getDN)).forEach(group -> {
            for (String attribute : List.of("sAMAccountName", "cn")) {
                String value = group.getAttributeValue(attribute);
                if (value != null) {
                    written.putIfAbsent(value, isDn(name) ? group.getDN() : prefix(name) + value);
                }
            }
        });
        return NearMiss.of(word(name), written.keySet()).map(written::get);
    }

    private String prefix(String name) {
        return domain == null || name.indexOf('\\') < 0 ? "" : domain + "\\";
    }

    /** The group's own part of a name. */
    private static String word(String name) {
        try {
            RDN first = isDn(name) ? new DN(name).getRDN() : null;
            return first == null ? name.substring(name.indexOf('\\') + 1) : first.getAttributeValues()[0];
        } catch (LDAPException e) {
            return name;
        }
    }

    private <E extends Entry> List<E> hits(String name, List<E> candidates) {
        if (isDn(name)) {
            return distinct(candidates.stream()
                    .filter(e -> GroupTree.key(e.getDN()).equals(GroupTree.key(name)))
                    .toList());
        }
        String local = local(name);
        List<E> bySam = having("sAMAccountName", local, candidates);
        return bySam.isEmpty() ? having("cn", local, candidates) : bySam;
    }

    private static <E extends Entry> List<E> having(String attribute, String value, List<E> candidates) {
        return distinct(candidates.stream()
                .filter(e -> value.equalsIgnoreCase(e.getAttributeValue(attribute)))
                .toList());
    }

    private static <E extends Entry> List<E> distinct(List<E> entries) {
        Map<String, E> byDn = new TreeMap<>();
        entries.forEach(e -> byDn.putIfAbsent(GroupTree.key(e.getDN()), e));
        return new ArrayList<>(byDn.values());
    }

    private String local(String name) {
        int slash = name.indexOf('\\');
        return slash > 0 && (domain == null || name.substring(0, slash).equalsIgnoreCase(domain))
                ? name.substring(slash + 1)
                : name;
    }

    private static boolean isDn(String name) {
        return name.indexOf('=') > 0 && name.indexOf(',') > 0 && DN.isValidDN(name);
    }
}
