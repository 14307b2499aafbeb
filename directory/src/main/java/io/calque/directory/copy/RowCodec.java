package io.calque.directory.copy;

import io.calque.directory.row.Guid;
import io.calque.directory.row.PackedValues;
import io.calque.directory.row.PersonRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The frame of a person. */
final class RowCodec {
    private RowCodec() {}

    static void write(PersonRow row, Encoder out) throws IOException {
        guid(row.guid(), out);
        out.text(row.dn());
        if (row.values() instanceof PackedValues packed) {
            out.bytes(packed.bytes());
        } else {
            for (List<String> values : row.values()) {
                out.number(values.size());
                values.forEach(out::text);
            }
        }
        out.number(row.groups().size());
        for (int group : row.groups()) {
            out.number(group);
        }
        out.end();
    }

    /** The frame of a person who is gone: the identity alone. */
    static void writeGone(Guid guid, Encoder out) throws IOException {
        guid(guid, out);
        out.end();
    }

    static void guid(Guid guid, Encoder out) {
        out.fixed(guid.high());
        out.fixed(guid.low());
    }

    static Guid guid(Decoder in) throws DamagedCopyException {
        return new Guid(in.fixed(), in.fixed());
    }

    /**
     * The rest of a person's frame.
     *
     * @param width the number of attributes
     * @param groups what each stored group index means now; -1 for a group that matters no more
     */
    static PersonRow row(Guid guid, Decoder in, int width, int[] groups) throws DamagedCopyException {
        String dn = in.text();
        List<List<String>> values = values(in, width);
        int count = in.count();
        if (count == 0) {
            return new PersonRow(guid, dn, values, List.of());
        }
        List<Integer> memberships = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int stored = in.index(groups.length);
            if (groups[stored] >= 0) {
                memberships.add(groups[stored]);
            }
        }
        memberships.sort(null);
        return new PersonRow(guid, dn, values, List.copyOf(memberships));
    }

    private static List<List<String>> values(Decoder in, int width) throws DamagedCopyException {
        int begin = in.position();
        int[] starts = new int[width];
        for (int i = 0; i < width; i++) {
            starts[i] = in.position() - begin;
            for (int left = in.count(); left > 0; left--) {
                in.skipText();
            }
        }
        return new PackedValues(in.since(begin), starts);
    }

    /** Groups that mean what they say. */
    static int[] identity(int size) {
        return IntStream.range(0, size).toArray();
    }
}
