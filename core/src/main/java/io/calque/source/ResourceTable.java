package io.calque.source;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The data files that the program brings along: small tables beside the classes that use them. */
public final class ResourceTable {
    private ResourceTable() {}

    /** All rows of a CSV resource, each by the names of its columns. A missing or broken resource is a fault of the build. */
    public static List<Map<String, String>> rows(Class<?> beside, String resource) {
        InputStream in = beside.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the program lacks its data file " + resource);
        }
        try (CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().allowUnclosedQuote(false).ofNamedCsvRecord(in);
                Stream<NamedCsvRecord> records = reader.stream()) {
            return records.map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell that must be there. */
    public static String cell(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null) {
            throw new IllegalStateException("the data file lacks the column " + column);
        }
        return value;
    }
}
