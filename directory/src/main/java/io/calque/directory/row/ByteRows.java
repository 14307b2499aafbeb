package io.calque.directory.row;

import io.calque.directory.wire.Ber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns search result entries (RFC 4511, 4.5.2) into rows, just as {@link RowReader} does, with values copied as bytes. Not
 * thread-safe.
 */
public final class ByteRows {
    /** What an entry can turn out to be. */
    public interface Listener {
        /** A row. */
        void row(PersonRow row);

        /** Somebody with more values of an attribute than the server gives at once; to be read again with all of them. */
        void partial(Guid guid);

        /** An entry that does not show its identity. */
        void unidentified(String dn);
    }

    private final RowReader reader;
    private final int width;
    private final byte[][] names;
    private final byte[][] lower;
    private final byte[][] parts;
    /** Where a row shows what it is also made of, because a rule names that; -1 where none does. */
    private final int guidToo;

    private final int membershipsToo;
    /** Where in the entry the values of each attribute are; both 0 where there are none. */
    private final int[] begins;

    private final int[] ends;
    private final PackedBytes packed = new PackedBytes(1024);

    ByteRows(Layout layout, RowReader reader) {
        this.reader = reader;
        this.width = layout.attributes().size();
        List<String> all = Stream.concat(layout.attributes().stream(), Stream.of(RowReader.GUID, RowReader.MEMBER_OF))
                .toList();
        this.names = all.stream()
                .map(name -> name.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        this.lower = all.stream().map(ByteRows::lower).toArray(byte[][]::new);
        this.parts = all.stream().map(name -> lower(name + ";range=")).toArray(byte[][]::new);
        this.guidToo = layout.position(RowReader.GUID);
        this.membershipsToo = layout.position(RowReader.MEMBER_OF);
        this.begins = new int[names.length];
        this.ends = new int[names.length];
    }

    private static byte[] lower(String name) {
        return name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads one entry, whose name is next. */
    public void read(Ber entry, Listener listener) {
        String dn = entry.text();
        boolean partial = locate(entry);
        Guid guid = guid(entry);
        if (guid == null) {
            listener.unidentified(dn);
        } else if (partial) {
            listener.partial(guid);
        } else {
            int[] starts = new int[width];
            packed.clear();
            for (int i = 0; i < width; i++) {
                starts[i] = packed.length();
                pack(entry, i);
            }
            listener.row(new PersonRow(guid, dn, new PackedValues(packed.copy(), starts), memberships(entry)));
        }
    }

    /** Finds the attributes; true when only some values of one are there. */
    private boolean locate(Ber entry) {
        Arrays.fill(begins, 0);
        Arrays.fill(ends, 0);
        boolean partial = false;
        int end = entry.open(Ber.SEQUENCE);
        while (entry.position() < end) {
            int next = entry.open(Ber.SEQUENCE);
            int name = entry.open(Ber.OCTETS);
            int index = index(entry, name);
            partial |= index < 0 && isPart(entry, name);
            entry.position(name);
            if (index >= 0) {
                ends[index] = entry.open(Ber.SET);
                begins[index] = entry.position();
                entry.position(ends[index]);
            }
            entry.close(next);
        }
        entry.close(end);
        share(guidToo, width);
        share(membershipsToo, width + 1);
        return partial;
    }

    /** The same values for both uses of an attribute: the entry shows them once. */
    private void share(int shown, int used) {
        if (shown >= 0) {
            int from = begins[used] == ends[used] ? shown : used;
            int to = from == used ? shown : used;
            begins[to] = begins[from];
            ends[to] = ends[from];
        }
    }

    /** Servers write names as their schema does, nearly always; comparing them just so first spares folding their case. */
    private int index(Ber entry, int end) {
        for (int i = 0; i < names.length; i++) {
            if (entry.is(names[i], end)) {
                return i;
            }
        }
        for (int i = 0; i < lower.length; i++) {
            if (lower[i].length == end - entry.position() && entry.begins(lower[i], end)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isPart(Ber entry, int end) {
        for (byte[] part : parts) {
            if (entry.begins(part, end)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Guid guid(Ber entry) {
        if (begins[width] == ends[width]) {
            return null;
        }
        entry.position(begins[width]);
        byte[] guid = new byte[16];
        int end = entry.open(Ber.OCTETS);
        if (end - entry.position() != guid.length) {
            return null;
        }
        entry.copy(end, guid, 0);
        entry.close(ends[width]);
        return Guid.of(guid);
    }

    private void pack(Ber entry, int attribute) {
        int count = 0;
        for (entry.position(begins[attribute]); entry.position() < ends[attribute]; entry.skip()) {
            count++;
        }
        entry.close(ends[attribute]);
        packed.number(count);
        entry.position(begins[attribute]);
        for (int i = 0; i < count; i++) {
            int end = entry.open(Ber.OCTETS);
            int size = end - entry.position();
            packed.number(size);
            int at = packed.reserve(size);
            entry.copy(end, packed.raw(), at);
        }
    }

    private List<Integer> memberships(Ber entry) {
        List<String> direct = texts(entry, width + 1);
        return direct.isEmpty() ? List.of() : reader.memberships(direct, List.of());
    }

    private List<String> texts(Ber entry, int attribute) {
        if (begins[attribute] == ends[attribute]) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        entry.position(begins[attribute]);
        while (entry.position() < ends[attribute]) {
            texts.add(entry.text());
        }
        entry.close(ends[attribute]);
        return texts;
    }
}
