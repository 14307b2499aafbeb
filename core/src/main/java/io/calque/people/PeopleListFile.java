package io.calque.people;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.source.Bytes;
import io.calque.source.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list of people from a CSV file: a header, and one column of names: {@code SamAccountName}, {@code UserPrincipalName},
 * {@code SipAddress}, {@code DisplayName} or {@code Name}; a single column of another name holds Windows logon names.
 *
 * @param file the file's name
 * @param entries the names, in file order
 * @param header the header as a name, where it is not the name of an identifier: perhaps there is no header, and it is the first name
 */
public record PeopleListFile(String file, List<Entry> entries, Optional<Entry> header) {
    public PeopleListFile {
        entries = List.copyOf(entries);
    }

    /**
     * One name.
     *
     * @param ids the name as the identifier that the column says it is
     * @param text the name as it stands in the file
     * @param line the line, counted from 1
     */
    public record Entry(Identifiers ids, String text, int line) implements Identified {}

    /**
     * Reads a list; empty, with findings, when there is no column of names. Bad rows are findings and left out.
     *
     * @param domain the domain of logon names that stand without one; null where it must be told by the names
     */
    public static Optional<PeopleListFile> read(String file, Bytes bytes, @Nullable String domain, Findings findings) {
        Optional<Table> opened = Table.open(file, bytes, findings);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (Table table = opened.get()) {
            int column = column(table.header());
            if (column < 0) {
                if (!table.header().isEmpty()) {
                    findings.add(Finding.of(Code.EMPTY_TABLE, "no column names people")
                            .help("One column must be named " + String.join(", ", IdentifierKind.columns())
                                    + " or Name")
                            .at(Place.line(file, 1)));
                }
                return Optional.empty();
            }
            String heading = table.header().get(column).strip();
            Optional<IdentifierKind> told = IdentifierKind.ofColumn(heading);
            IdentifierKind kind = told.orElse(IdentifierKind.SAM_ACCOUNT_NAME);
            Optional<Entry> header = told.isPresent()
                    ? Optional.empty()
                    : Optional.of(new Entry(ids(kind, heading, domain), heading, 1));
            return Optional.of(new PeopleListFile(file, entries(table, column, kind, domain, findings), header));
        }
    }

    private static List<Entry> entries(
            Table table, int column, IdentifierKind kind, @Nullable String domain, Findings findings) {
        List<Entry> entries = new ArrayList<>();
        table.nameRows(fields -> column < fields.size() ? Optional.of(fields.get(column)) : Optional.empty());
        for (Table.Row row = table.next(); row != null; row = table.next()) {
            String name = row.get(column).strip();
            if (name.isEmpty()) {
                findings.add(Finding.of(Code.NAMELESS_PERSON, "the row names no person")
                        .at(Place.line(table.name(), row.line())));
            } else {
                entries.add(new Entry(ids(kind, name, domain), name, row.line()));
            }
        }
        return entries;
    }

    private static int column(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            if (IdentifierKind.ofColumn(header.get(i)).isPresent()) {
                return i;
            }
        }
        return header.size() == 1 ? 0 : -1;
    }

    private static Identifiers ids(IdentifierKind kind, String name, @Nullable String domain) {
        return switch (kind) {
            case SIP_ADDRESS -> new Identifiers(null, null, null, name, null, null);
            case USER_PRINCIPAL_NAME -> new Identifiers(null, null, name, null, null, null);
            case DISTINGUISHED_NAME -> new Identifiers(null, null, null, null, null, name);
            case DISPLAY_NAME -> new Identifiers(null, null, null, null, name, null);
            case SAM_ACCOUNT_NAME, DOMAIN_AND_SAM -> {
                int backslash = name.indexOf('\\');
                yield backslash < 0
                        ? new Identifiers(domain, name, null, null, null, null)
                        : new Identifiers(
                                name.substring(0, backslash), name.substring(backslash + 1), null, null, null, null);
            }
        };
    }
}
