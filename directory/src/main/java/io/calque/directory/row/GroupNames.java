package io.calque.directory.row;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The groups that rules name, in the forms that people write them in, and which entries they mean. */
public final class GroupNames {
    private final @Nullable String domain;
    private final List<String> names;

    /** Names of groups of one domain; {@code domain} is its short name or null. */
    public GroupNames(@Nullable String domain, Collection<String> names) {
        this.domain = domain;
        this.names = List.copyOf(new TreeSet<>(names));
    }

    /** Those that are distinguished names. */
    public List<String> distinguished() {
        return names.stream().filter(GroupNames::isDn).toList();
    }

    /** The others, without the domain. */
    public List<String> plain() {
        return names.stream().filter(n -> !isDn(n)).map(this::local).distinct().toList();
    }

    /**
     * What each name means among the candidates; the account name counts before the common name.
     *
     * @param remarks hears of names that mean none or several; those are left out
     */
    public <E extends Entry> Map<String, E> match(List<E> candidates, Consumer<Finding> remarks) {
        Map<String, E> meant = new TreeMap<>();
        for (String name : names) {
            List<E> hits = hits(name, candidates);
            if (hits.size() == 1) {
                meant.put(name, hits.getFirst());
            } else if (hits.isEmpty()) {
                remarks.accept(
                        Finding.of(Code.GROUP_NOT_FOUND, "there is no group " + name + " in the directory")
                                .help(
                                        "Check the name, and that the reading account may see the group; nobody is taken for a member"));
            } else {
                remarks.accept(Finding.of(
                                Code.GROUP_AMBIGUOUS,
                                name + " means several groups: "
                                        + hits.stream()
                                                .map(Entry::getDN)
                                                .sorted()
                                                .collect(Collectors.joining("; ")))
                        .help("Write the distinguished name of the one that is meant"));
            }
        }
        return meant;
    }

    private <E extends Entry> List<E> hits(String name, List<E> candidates) {
        if (isDn(name)) {
            return distinct(
                    candidates.stream().filter(e -> sameDn(e.getDN(), name)).toList());
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

    private static boolean sameDn(String left, String right) {
        try {
            return new DN(left).equals(new DN(right));
        } catch (LDAPException e) {
            return left.equalsIgnoreCase(right);
        }
    }
}
