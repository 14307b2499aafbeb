package io.calque.directory.ldif;

import com.unboundid.ldap.sdk.Entry;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.directory.read.Scope;
import io.calque.directory.row.GroupTree;
import io.calque.directory.row.Guid;
import io.calque.directory.row.Layout;
import io.calque.directory.row.PersonRow;
import io.calque.directory.row.Persons;
import io.calque.directory.row.RowReader;
import io.calque.directory.row.UnitNames;
import io.calque.people.PeopleQuery;
import io.calque.people.PeopleSource;
import io.calque.people.Person;
import io.calque.people.RequiredFact;
import io.calque.source.Bytes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * People from an LDIF file (RFC 2849), as {@code ldifde}, {@code ldapsearch} and {@code ldbsearch} write it: folded lines, base64,
 * comments. The file is read once for its groups, when rules name some, and once for its people; it is never held in memory.
 */
public final class LdifPeople implements PeopleSource {
    private static final Set<String> PEOPLE = Set.of("person", "user", "inetorgperson", "organizationalperson");

    /** The type of such accounts (MS-SAMR 2.2.1.9, SAM_TRUST_ACCOUNT). */
    private static final int TRUST_TYPE = 0x30000002;

    private final String name;
    private final Bytes bytes;
    private final @Nullable String domain;

    /** People from a file that is opened anew for each reading; {@code domain} is the short name of their domain where it is known. */
    public LdifPeople(String name, Bytes bytes, @Nullable String domain) {
        this.name = name;
        this.bytes = bytes;
        this.domain = domain;
    }

    @Override
    public void read(PeopleQuery interest, Consumer<Person> people, Findings findings) {
        List<RequiredFact> asked = interest.all(RequiredFact.Kind.GROUP);
        LdifGroups groups = new LdifGroups(name, asked, domain);
        if (!asked.isEmpty()) {
            new LdifRecords(name, bytes).each(groups::see, new Findings());
        }
        GroupTree tree = groups.tree(findings);
        Map<String, List<String>> memberships = groups.memberships(tree);
        Layout layout = Layout.of(interest);
        RowReader rows = new RowReader(layout, tree);
        Persons persons = new Persons(layout, tree, domain);
        boolean[] seen = new boolean[layout.attributes().size()];
        Set<String> units = new TreeSet<>();
        Set<String> shown = new TreeSet<>(layout.attributes());
        if (!asked.isEmpty()) {
            shown.add(RowReader.MEMBER_OF);
        }
        new LdifRecords(name, bytes)
                .each(
                        (raw, line) -> {
                            Entry entry = RangedValues.joined(raw);
                            if (isPerson(entry)) {
                                reportGaps(raw, shown, line, findings);
                                PersonRow row = rows.row(
                                        entry,
                                        guid(entry, line),
                                        memberships.getOrDefault(GroupTree.key(entry.getDN()), List.of()));
                                for (int i = 0; i < seen.length; i++) {
                                    seen[i] |= !row.values().get(i).isEmpty();
                                }
                                above(row.dn(), units);
                                people.accept(persons.person(
                                        row, new Place(name, (int) Math.min(line, Integer.MAX_VALUE), 0)));
                            } else if (entry.hasObjectClass("organizationalUnit")) {
                                units.add(entry.getDN());
                                above(entry.getDN(), units);
                            }
                        },
                        findings);
        new UnitNames(name).check(interest.all(RequiredFact.Kind.UNIT), units, findings::add);
        tellUnknown(interest, layout, seen, findings);
    }

    /** Adds all units that a name lies in. */
    private static void above(String dn, Set<String> units) {
        String unit = Person.unitOf(dn);
        while (unit != null && units.add(unit)) {
            unit = Person.unitOf(unit);
        }
    }

    private void reportGaps(Entry entry, Set<String> shown, long line, Findings findings) {
        for (String attribute : shown) {
            RangedValues.gap(entry, attribute)
                    .ifPresent(gap ->
                            findings.add(Finding.of(Code.LDIF_VALUES_MISSING, "of " + entry.getDN() + " " + gap)
                                    .help(
                                            "Export all values of the attribute in one record, in as many parts as the server gives")
                                    .at(Place.line(name, (int) Math.min(line, Integer.MAX_VALUE)))));
        }
    }

    /** The identity of an entry; its line where the file tells none, which is as good within one file. */
    private static Guid guid(Entry entry, long line) {
        return Guid.in(entry).orElseGet(() -> new Guid(0, line));
    }

    /** Accounts of other domains' trust look like people, but for this bit (MS-ADTS 2.2.16, ADS_UF_INTERDOMAIN_TRUST_ACCOUNT). */
    private static boolean isTrust(Entry entry) {
        Integer control = entry.getAttributeValueAsInteger("userAccountControl");
        Integer type = entry.getAttributeValueAsInteger("sAMAccountType");
        return (control != null && (control & Scope.TRUST_ACCOUNT) != 0) || (type != null && type == TRUST_TYPE);
    }

    private static boolean isPerson(Entry entry) {
        if (isTrust(entry)) {
            return false;
        }
        String[] classes = entry.getObjectClassValues();
        boolean person = false;
        if (classes != null) {
            for (String each : classes) {
                String lower = each.toLowerCase(Locale.ROOT);
                if (lower.equals("computer")) {
                    return false;
                }
                person |= PEOPLE.contains(lower);
            }
        }
        return person;
    }

    private void tellUnknown(PeopleQuery interest, Layout layout, boolean[] seen, Findings findings) {
        for (RequiredFact asked : interest.first(RequiredFact.Kind.ATTRIBUTE).values()) {
            String attribute = asked.name().toLowerCase(Locale.ROOT);
            if (layout.further().stream().anyMatch(attribute::equalsIgnoreCase) && !seen[layout.position(attribute)]) {
                findings.add(Finding.of(
                                Code.UNKNOWN_ATTRIBUTE,
                                "no person in " + name + " has the attribute '" + asked.name() + "'")
                        .help("Check its name, and that the file was exported with it")
                        .at(asked.place()));
            }
        }
    }
}
