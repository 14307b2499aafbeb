package io.calque.people;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.source.Bytes;
import io.calque.source.NearMiss;
import io.calque.source.Table;
import io.calque.source.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * People from a CSV file: {@code SamAccountName} (with or without {@code DOMAIN\}), {@code UserPrincipalName}, {@code SipAddress},
 * {@code DisplayName}, {@code DistinguishedName}, {@code OU}, {@code Groups} separated by {@code ;}, {@code TelephoneNumber},
 * {@code Enabled}, and any further columns as attributes.
 */
public final class CsvPeople implements PeopleSource {
    private final String name;
    private final Bytes bytes;

    /** People from a file that is opened anew for each reading. */
    public CsvPeople(String name, Bytes bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    @Override
    public void read(PeopleQuery interest, Consumer<Person> people, Findings findings) {
        Optional<Table> opened = Table.open(name, bytes, findings);
        if (opened.isEmpty()) {
            return;
        }
        try (Table table = opened.get()) {
            Columns columns = new Columns(table.header(), interest);
            if (!columns.anyIdentifier()) {
                tellNoIdentifier(table, findings);
                return;
            }
            tellUnknown(interest, columns, findings);
            table.nameRows(columns::name);
            for (Table.Row row = table.next(); row != null; row = table.next()) {
                Person person = person(row, columns, findings);
                if (person != null) {
                    people.accept(person);
                }
            }
        }
    }

    private @Nullable Person person(Table.Row row, Columns columns, Findings findings) {
        Identifiers ids = columns.identifiers(row);
        Place place = Place.line(name, row.line());
        if (ids.isEmpty()) {
            findings.add(Finding.of(Code.NAMELESS_PERSON, "the row names no person: every identifier is empty")
                    .at(place));
            return null;
        }
        String enabled = columns.get(row, columns.enabled);
        Optional<Boolean> flag = enabled == null ? Optional.of(true) : Words.flag(enabled);
        if (flag.isEmpty()) {
            findings.add(
                    Finding.of(Code.WRONG_SHAPE, ids.title() + ": Enabled must be true or false, not '" + enabled + "'")
                            .at(place));
            return null;
        }
        String unit = columns.get(row, columns.unit);
        return new Person(
                ids,
                unit != null ? unit : Person.unitOf(ids.distinguishedName()),
                groups(columns.get(row, columns.groups)),
                attribute -> columns.values(row, attribute),
                flag.get(),
                place);
    }

    private static Set<String> groups(@Nullable String cell) {
        return cell == null
                ? Set.of()
                : Arrays.stream(cell.split(";"))
                        .map(Fold::text)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
    }

    private void tellNoIdentifier(Table table, Findings findings) {
        if (!table.header().isEmpty()) {
            findings.add(Finding.of(Code.EMPTY_TABLE, "no column names people")
                    .help("One column at least must be named " + String.join(", ", IdentifierKind.columns()))
                    .at(Place.line(name, 1)));
        }
    }

    private void tellUnknown(PeopleQuery interest, Columns columns, Findings findings) {
        for (RequiredFact asked : interest.first(RequiredFact.Kind.ATTRIBUTE).values()) {
            if (columns.position(asked.name()) < 0) {
                findings.add(Finding.of(Code.UNKNOWN_ATTRIBUTE, name + " has no column '" + asked.name() + "'")
                        .help(NearMiss.help(asked.name(), columns.names))
                        .at(asked.place()));
            }
        }
        if (columns.groups < 0) {
            tellMissing(
                    interest.all(RequiredFact.Kind.GROUP),
                    "no column Groups, so that no person is in a group",
                    NearMiss.of("Groups", columns.names)
                            .map(near -> "Rename the column " + near + " to Groups")
                            .orElse("Add one, with the names of each person's groups separated by ';'"),
                    findings);
        }
        if (columns.unit < 0 && columns.distinguishedName < 0) {
            tellMissing(
                    interest.all(RequiredFact.Kind.UNIT),
                    "no column OU and no DistinguishedName, so that no person is in an organisational unit",
                    "Add one of the two",
                    findings);
        }
    }

    /** Once, however many rules ask: it is one thing to mend. */
    private void tellMissing(List<RequiredFact> asked, String lack, String help, Findings findings) {
        asked.stream()
                .findFirst()
                .ifPresent(first -> findings.add(Finding.of(Code.UNKNOWN_ATTRIBUTE, name + " has " + lack)
                        .help(help)
                        .at(first.place())));
    }

    /** The columns of a header by name, in any case. */
    private static final class Columns {
        private final List<String> names;
        private final Map<String, Integer> positions = new HashMap<>();
        private final int account;
        private final int domain;
        private final int userPrincipalName;
        private final int sipAddress;
        private final int displayName;
        private final int distinguishedName;
        private final int unit;
        private final int groups;
        private final int enabled;

        /** The columns that every row is asked for are looked up once. */
        Columns(List<String> header, PeopleQuery interest) {
            names = new ArrayList<>(header);
            for (int i = 0; i < header.size(); i++) {
                positions.putIfAbsent(header.get(i).toLowerCase(Locale.ROOT), i);
            }
            account = position("samaccountname");
            domain = position("domain");
            userPrincipalName = position("userprincipalname");
            sipAddress = position("sipaddress");
            displayName = position("displayname");
            distinguishedName = position("distinguishedname");
            unit = position("ou");
            groups = position("groups");
            enabled = position("enabled");
            interest.attributes().forEach(attribute -> positions.put(attribute, position(attribute)));
        }

        boolean anyIdentifier() {
            return IdentifierKind.columns().stream().anyMatch(column -> position(column) >= 0);
        }

        int position(String column) {
            Integer exact = positions.get(column);
            return exact != null ? exact : positions.getOrDefault(column.toLowerCase(Locale.ROOT), -1);
        }

        @Nullable
        String get(Table.Row row, int position) {
            String cell = position < 0 ? "" : row.get(position).strip();
            return cell.isEmpty() ? null : cell;
        }

        List<String> values(Table.Row row, String column) {
            String cell = get(row, position(column));
            return cell == null ? List.of() : List.of(cell);
        }

        /** The first name among the fields of a row that may be of another width. */
        Optional<String> name(List<String> fields) {
            return IntStream.range(0, Math.min(fields.size(), names.size()))
                    .filter(i -> IdentifierKind.ofColumn(names.get(i)).isPresent())
                    .mapToObj(i -> fields.get(i).strip())
                    .filter(name -> !name.isEmpty())
                    .findFirst();
        }

        Identifiers identifiers(Table.Row row) {
            String name = get(row, account);
            int backslash = name == null ? -1 : name.indexOf('\\');
            return new Identifiers(
                    name == null || backslash < 0 ? get(row, domain) : name.substring(0, backslash),
                    name == null || backslash < 0 ? name : name.substring(backslash + 1),
                    get(row, userPrincipalName),
                    get(row, sipAddress),
                    get(row, displayName),
                    get(row, distinguishedName));
        }
    }
}
