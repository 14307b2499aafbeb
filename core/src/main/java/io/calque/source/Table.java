package io.calque.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table from a CSV file (RFC 4180), read row by row: comma, semicolon or tab, told by the header; any encoding of
 * {@link Encoding}. A row whose width is not the header's is a finding with its line, and reading goes on. Not thread-safe.
 */
public final class Table implements AutoCloseable {
    private static final int LOOK_AHEAD = 1 << 16;

    private final String name;
    private final Findings findings;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private Function<List<String>, Optional<String>> names = _ -> Optional.empty();
    private boolean broken;
    private long lastRead;

    private Table(String name, CsvReader<CsvRecord> reader, Findings findings) {
        this.name = name;
        this.findings = findings;
        this.reader = reader;
        this.records = reader.iterator();
        CsvRecord first = fetch();
        this.header = first == null
                ? List.of()
                : first.getFields().stream().map(String::strip).toList();
        if (first == null && !broken) {
            findings.add(Finding.of(Code.EMPTY_TABLE, "the file is empty")
                    .help("The first line names the columns")
                    .at(Place.of(name)));
        }
        tellRepeatedColumns();
    }

    /** Opens a table; empty, with a finding, when the file can't be read. */
    public static Optional<Table> open(String name, Bytes bytes, Findings findings) {
        try {
            Optional<Finding> tooLarge = SizeLimit.TABLE.judge(name, bytes);
            if (tooLarge.isPresent()) {
                findings.add(tooLarge.get());
                return Optional.empty();
            }
            BufferedReader text = new BufferedReader(Encoding.reader(bytes), LOOK_AHEAD);
            char separator = separator(text);
            return Optional.of(new Table(
                    name,
                    CsvReader.builder()
                            .fieldSeparator(separator)
                            .allowUnclosedQuote(false)
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .skipEmptyLines(true)
                            .ofCsvRecord((Reader) text),
                    findings));
        } catch (IOException e) {
            findings.add(Encoding.unreadable(name, e));
            return Optional.empty();
        }
    }

    /** The file's name, as findings show it. */
    public String name() {
        return name;
    }

    /** The names of the columns, in file order; empty when the file is. */
    public List<String> header() {
        return header;
    }

    /** From now on a row of another width is reported with the name that a function finds among its fields. */
    public void nameRows(Function<List<String>, Optional<String>> newNames) {
        names = newNames;
    }

    /** The next good row; null at the end. */
    public @Nullable Row next() {
        while (true) {
            CsvRecord next = fetch();
            if (next == null) {
                return null;
            }
            if (next.getFieldCount() == header.size()) {
                return new Row(next);
            }
            findings.add(Finding.of(
                            Code.ROW_WIDTH,
                            names.apply(next.getFields())
                                            .map(name -> "the row of '" + name + "'")
                                            .orElse("the row")
                                    + " has " + next.getFieldCount()
                                    + (next.getFieldCount() == 1 ? " field" : " fields")
                                    + ", the header " + header.size())
                    .help(
                            next.getFieldCount() < header.size()
                                    ? "Complete it; an empty value needs its separator too"
                                    : "A value with a separator or a quote in it must stand in quotes")
                    .at(Place.line(name, (int) next.getStartingLineNumber())));
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row; fields by the position of their column. */
    public static final class Row {
        private final CsvRecord fields;

        private Row(CsvRecord fields) {
            this.fields = fields;
        }

        /** The field in a column, counted from 0. */
        public String get(int column) {
            return fields.getField(column);
        }

        /** The line on which the row begins, counted from 1. */
        public int line() {
            return (int) fields.getStartingLineNumber();
        }
    }

    private @Nullable CsvRecord fetch() {
        try {
            CsvRecord next = records.hasNext() ? records.next() : null;
            lastRead = next == null ? lastRead : next.getStartingLineNumber();
            return next;
        } catch (CsvParseException e) {
            broken(BrokenTable.finding(name, e, lastRead));
        } catch (UncheckedIOException e) {
            broken(BrokenTable.finding(name, e));
        }
        return null;
    }

    private void broken(Finding finding) {
        broken = true;
        findings.add(finding);
    }

    /** Columns are found whatever their case, so two that differ in nothing else are one column twice. */
    private void tellRepeatedColumns() {
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!column.isEmpty() && !seen.add(column.toLowerCase(Locale.ROOT))) {
                findings.add(Finding.of(Code.DUPLICATE_KEY, "the column '" + column + "' stands in the header twice")
                        .at(Place.line(name, 1)));
            }
        }
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(LOOK_AHEAD);
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        int read = 0;
        for (int c = text.read(); c >= 0 && c != '\n' && c != '\r' && ++read < LOOK_AHEAD - 1; c = text.read()) {
            commas += c == ',' ? 1 : 0;
            semicolons += c == ';' ? 1 : 0;
            tabs += c == '\t' ? 1 : 0;
        }
        text.reset();
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}
