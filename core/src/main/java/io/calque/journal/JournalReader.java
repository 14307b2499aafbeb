package io.calque.journal;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.source.BrokenJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a journal and checks its chain. The first line that does not fit the one before it is a fault that names it; a last line
 * without its end is what a crash in the middle of writing leaves, and is no fault: nothing was done on its strength.
 */
public final class JournalReader {
    /** Longer than any line that a journal has; what is longer is no journal. */
    private static final int LONGEST = 256 << 20;

    private static final JsonFactory JSON = new JsonFactory();

    private final String name;
    private final @Nullable Head head;
    private final Consumer<Entry> entries;
    private long number;
    private String hash = Chain.BEGINNING;
    private long bytes;

    private JournalReader(String name, @Nullable Head head, Consumer<Entry> entries) {
        this.name = name;
        this.head = head;
        this.entries = entries;
    }

    /**
     * Where a journal ends.
     *
     * @param chain the chain, to go on behind the last whole line
     * @param bytes how many bytes the whole lines have
     * @param torn whether more bytes stand behind them, from a write that never ended
     */
    public record End(Chain chain, long bytes, boolean torn) {}

    /** Reads all whole lines, telling each entry once it is checked; the stream stays open. */
    public static End read(String name, InputStream in, Consumer<Entry> entries) {
        return read(name, in, null, entries);
    }

    /** The same for a journal that must reach to its head at least. */
    public static End read(String name, InputStream in, @Nullable Head head, Consumer<Entry> entries) {
        JournalReader reader = new JournalReader(name, head, entries);
        try {
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private End read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            int from = 0;
            for (int i = 0; i < length; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, from, i - from);
                    line(line.toByteArray());
                    line.reset();
                    from = i + 1;
                }
            }
            line.write(buffer, from, length - from);
            if (line.size() > LONGEST) {
                throw broken("the line has no end");
            }
        }
        if (head != null && number < head.number()) {
            throw broken("entries up to " + head.number() + " were written, and it ends before: it was cut off");
        }
        return new End(new Chain(number, hash), bytes, line.size() > 0);
    }

    private void line(byte[] line) {
        int body = line.length - Chain.TAIL;
        if (body <= 0) {
            throw broken("the line is too short to hold a hash");
        }
        String actual = Chain.hash(line, body);
        if (!new String(line, body, Chain.TAIL, StandardCharsets.ISO_8859_1).equals(Chain.tail(actual))) {
            throw broken("the line was changed after it was written: its hash does not fit");
        }
        EntryReader reader;
        Entry entry;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            reader = new EntryReader(json, this::broken);
            entry = reader.read();
        } catch (JacksonException e) {
            throw broken(BrokenJson.words(e));
        }
        if (!reader.previous().equals(hash) || entry.number() != number + 1) {
            throw broken("the line does not follow the one before it: lines were taken out, put in or moved");
        }
        if (head != null && head.number() == number + 1 && !head.hash().equals(actual)) {
            throw broken("it is not the entry that the run wrote");
        }
        number++;
        hash = actual;
        bytes += line.length + 1L;
        entries.accept(entry);
    }

    private Fault broken(String why) {
        int line = (int) Math.min(number + 1, Integer.MAX_VALUE);
        return new Fault(Finding.of(Code.JOURNAL_BROKEN, "the journal is broken at entry " + line + ": " + why)
                .help("Entries after it can't be trusted; take the file from a backup, or look at the server itself")
                .at(Place.line(name, line)));
    }
}
