package io.calque.directory.ldif;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldif.DuplicateValueBehavior;
import com.unboundid.ldif.LDIFAddChangeRecord;
import com.unboundid.ldif.LDIFChangeRecord;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import com.unboundid.ldif.LDIFRecord;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.directory.ldif.LdifLines.ForeignValueException;
import io.calque.source.Bytes;
import io.calque.source.Encoding;
import io.calque.source.SizeLimit;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** The records of an LDIF file, one after the other, each with the line where it begins. */
final class LdifRecords {
    private final String name;
    private final Bytes bytes;

    LdifRecords(String name, Bytes bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** Takes an entry and the line where it begins. */
    interface Taker {
        void take(Entry entry, long line);
    }

    /** All entries; records that can't be read are findings and left out. */
    void each(Taker taker, Findings findings) {
        judgeSize();
        try (LdifLines lines = new LdifLines(new LineLimit(Encoding.reader(bytes)));
                LDIFReader reader = new LDIFReader(lines)) {
            reader.setDuplicateValueBehavior(DuplicateValueBehavior.STRIP);
            boolean more = true;
            while (more) {
                more = next(reader, lines, taker, findings);
            }
        } catch (ForeignValueException e) {
            throw new Fault(Finding.of(Code.LDIF_RECORD, String.valueOf(e.getMessage()))
                    .help("Export the value itself")
                    .at(Place.line(name, (int) e.line())));
        } catch (CharacterCodingException e) {
            throw new Fault(Finding.of(Code.UNREADABLE_FILE, "holds bytes that are no text in its encoding")
                    .help("Save it as UTF-8")
                    .at(Place.of(name)));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void judgeSize() {
        try {
            SizeLimit.LDIF.judge(name, bytes).ifPresent(tooLarge -> {
                throw new Fault(tooLarge);
            });
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Fault unreadable(IOException e) {
        return new Fault(Finding.of(Code.UNREADABLE_FILE, "can't be read: " + e.getMessage())
                .at(Place.of(name)));
    }

    private boolean next(LDIFReader reader, LdifLines lines, Taker taker, Findings findings) throws IOException {
        try {
            LDIFRecord record = reader.readLDIFRecord();
            switch (record) {
                case null -> {
                    return false;
                }
                case Entry entry -> taker.take(entry, lines.recordLine());
                case LDIFAddChangeRecord added -> taker.take(added.getEntryToAdd(), lines.recordLine());
                case LDIFChangeRecord change ->
                    findings.add(Finding.of(
                                    Code.LDIF_RECORD,
                                    change.getDN() + ": a change ("
                                            + change.getChangeType().getName() + ") is not an entry")
                            .help("Export entries, not changes")
                            .at(Place.line(name, (int) lines.recordLine())));
                default -> throw new IllegalStateException("a record of an unknown kind");
            }
            return true;
        } catch (LDIFException e) {
            Finding finding = Finding.of(Code.LDIF_RECORD, named(e) + reason(e))
                    .at(Place.line(name, (int) Math.max(1, e.getLineNumber())));
            if (!e.mayContinueReading()) {
                throw new Fault(finding);
            }
            findings.add(finding);
            return true;
        }
    }

    /** The name of the record that can't be read, where its first line holds one as plain text. */
    private static String named(LDIFException e) {
        return e.getDataLines() == null
                ? ""
                : e.getDataLines().stream()
                        .map(String::valueOf)
                        .filter(line -> line.startsWith("dn: "))
                        .map(line -> line.substring("dn: ".length()).strip() + ": ")
                        .findFirst()
                        .orElse("");
    }

    private static String reason(LDIFException e) {
        String message = e.getMessage() == null ? "the record is not LDIF" : e.getMessage();
        return message.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }
}
