package io.calque.directory.row;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.people.RequiredFact;
import io.calque.source.NearMiss;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The organisational units that rules name. One that does not exist has nobody below it, and everybody is outside it. */
public final class UnitNames {
    private final String source;

    /** Units of a source, which messages name. */
    public UnitNames(String source) {
        this.source = source;
    }

    /** Reports each place where a unit is named that is not among the known ones. */
    public void check(Collection<RequiredFact> required, Collection<String> known, Consumer<Finding> remarks) {
        Map<String, String> byKey =
                known.stream().collect(Collectors.toMap(GroupTree::key, dn -> dn, (a, b) -> a, TreeMap::new));
        required.stream()
                .filter(fact -> !byKey.containsKey(GroupTree.key(fact.name())))
                .forEach(fact ->
                        remarks.accept(unknown(fact.name(), byKey.values()).at(fact.place())));
    }

    private Finding unknown(String name, Collection<String> known) {
        return Finding.of(Code.UNIT_NOT_FOUND, "there is no organisational unit " + name + " in " + source)
                .help(
                        near(name, known)
                                .map(near -> "Did you mean " + near + "?")
                                .orElse(
                                        "Write its distinguished name, as OU=Sales,DC=contoso,DC=com; nobody is below it, and everybody is outside it"));
    }

    /** The unit that is probably meant: one with nearly that name at the same place, else one with nearly that name anywhere. */
    private static Optional<String> near(String name, Collection<String> known) {
        return first(name).flatMap(word -> {
            List<String> beside =
                    known.stream().filter(dn -> parent(dn).equals(parent(name))).toList();
            return Stream.of(beside, known)
                    .flatMap(some -> nearest(word, some).stream())
                    .findFirst();
        });
    }

    private static Optional<String> nearest(String word, Iterable<String> some) {
        Map<String, String> byWord = new TreeMap<>();
        some.forEach(dn -> first(dn).ifPresent(first -> byWord.putIfAbsent(first, dn)));
        return NearMiss.of(word, byWord.keySet()).map(byWord::get);
    }

    private static Optional<String> first(String dn) {
        try {
            return Optional.ofNullable(new DN(dn).getRDN())
                    .map(RDN::getAttributeValues)
                    .map(values -> values[0]);
        } catch (LDAPException e) {
            return Optional.of(dn);
        }
    }

    private static String parent(String dn) {
        try {
            DN parent = new DN(dn).getParent();
            return parent == null ? "" : GroupTree.key(parent.toString());
        } catch (LDAPException e) {
            return "";
        }
    }
}
