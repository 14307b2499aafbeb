package io.calque.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for a CSV file that breaks off, from the parser's own. */
final class BrokenTable {
    private static final Pattern LINE = Pattern.compile(" ?\\(?(?:in )?record starting at line (\\d+)\\)?");
    private static final Pattern LIMIT = Pattern.compile("(?:max field size|maximum buffer size) of (\\d+)");

    private BrokenTable() {}

    /**
     * What is told of a row that can't be parsed: a quote that never closes, text behind one, a field without end.
     *
     * @param lastRead the line on which the last good row begins, 0 for none
     */
    static Finding finding(String file, CsvParseException e, long lastRead) {
        String message = String.valueOf(e.getMessage());
        Matcher line = LINE.matcher(message);
        Place place = Place.line(file, line.find() ? Integer.parseInt(line.group(1)) : (int) lastRead);
        Matcher limit = LIMIT.matcher(message);
        String problem;
        if (message.startsWith("Unclosed quote")) {
            problem = "a quote opens in this row and never closes";
        } else if (limit.find()) {
            problem = "a field in or behind this row is longer than " + limit.group(1)
                    + " characters; perhaps a quote opens there and never closes";
        } else {
            problem = "this row can't be read: " + line.reset().replaceAll("").strip();
        }
        return Finding.of(Code.TABLE_BROKEN, problem)
                .help("Correct the quotes there; nothing after that line was read")
                .at(place);
    }

    /** What is told when bytes can't be had any more, or are no text, somewhere in the file. */
    static Finding finding(String file, UncheckedIOException e) {
        return (e.getCause() instanceof CharacterCodingException
                        ? Finding.of(Code.TABLE_BROKEN, "bytes that are no text in the file's encoding")
                                .help("Save it as UTF-8; nothing behind those bytes was read")
                        : Finding.of(Code.TABLE_BROKEN, "reading stops: " + e.getMessage()))
                .at(Place.of(file));
    }
}
