package io.calque.directory.copy;

import io.calque.directory.copy.CopyStore.Part;
import io.calque.directory.row.Guid;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * The identities of a base's people by themselves, at its end: a run after a few changes asks who was known, and how many there are, and
 * need not read everybody for that. They are 16 bytes for each person, then what base they belong to, their number, and a checksum of all
 * that. Not thread-safe.
 */
final class Identities {
    private static final int EACH = 2 * Long.BYTES;
    private static final int TAIL = 3 * Long.BYTES;
    private static final int CHUNK = 1 << 16;

    private byte[] bytes = new byte[CHUNK];
    private int length;

    /** Adds a person. */
    void add(Guid guid) {
        if (bytes.length - length < EACH) {
            bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
        }
        ByteBuffer.wrap(bytes, length, EACH).putLong(guid.high()).putLong(guid.low());
        length += EACH;
    }

    /** Writes all that were added behind a base. */
    void write(CopyHeader base, OutputStream out) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        byte[] tail = ByteBuffer.allocate(TAIL)
                .putLong(HeaderCodec.fingerprint(base))
                .putLong(length / EACH)
                .array();
        sum.update(tail, 0, TAIL - Long.BYTES);
        ByteBuffer.wrap(tail).putLong(TAIL - Long.BYTES, sum.getValue());
        out.write(bytes, 0, length);
        out.write(tail);
        out.flush();
    }

    /**
     * What was found behind a base.
     *
     * @param people how many people are in it
     * @param known those of the people one looked for who are among them
     */
    record Found(long people, Set<Guid> known) {}

    /**
     * Looks for people among those of a base.
     *
     * @throws DamagedCopyException when what is there can't be used
     */
    static Found find(CopyStore store, CopyHeader base, Collection<Guid> guids)
            throws IOException, DamagedCopyException {
        ByteBuffer tail = ByteBuffer.wrap(read(store, TAIL, TAIL));
        long belongs = tail.getLong();
        long people = tail.getLong();
        if (belongs != HeaderCodec.fingerprint(base) || people < 0 || people > Long.MAX_VALUE / EACH - TAIL) {
            throw new DamagedCopyException("the list at its end is not its own");
        }
        CRC32C sum = new CRC32C();
        Set<Guid> known = new HashSet<>();
        Set<Guid> wanted = Set.copyOf(guids);
        boolean[] firsts = new boolean[1 << Short.SIZE];
        wanted.forEach(guid -> firsts[(int) (guid.high() >>> (Long.SIZE - Short.SIZE))] = true);
        try (DataInputStream in = new DataInputStream(open(store, people * EACH + TAIL))) {
            byte[] chunk = new byte[CHUNK];
            for (long left = people * EACH; left > 0; ) {
                int size = (int) Math.min(left, CHUNK);
                in.readFully(chunk, 0, size);
                sum.update(chunk, 0, size);
                search(chunk, size, firsts, wanted, known);
                left -= size;
            }
        } catch (EOFException e) {
            throw new DamagedCopyException("it ends too early");
        }
        sum.update(tail.array(), 0, TAIL - Long.BYTES);
        if (sum.getValue() != tail.getLong()) {
            throw new DamagedCopyException("the checksum of the list at its end does not fit");
        }
        return new Found(people, known);
    }

    /** Nearly all are passed over by their first two bytes alone. */
    private static void search(byte[] chunk, int size, boolean[] firsts, Set<Guid> wanted, Set<Guid> known) {
        for (int i = 0; i < size; i += EACH) {
            if (firsts[(chunk[i] & 0xFF) << Byte.SIZE | (chunk[i + 1] & 0xFF)]) {
                ByteBuffer at = ByteBuffer.wrap(chunk, i, EACH);
                Guid guid = new Guid(at.getLong(), at.getLong());
                if (wanted.contains(guid)) {
                    known.add(guid);
                }
            }
        }
    }

    private static byte[] read(CopyStore store, long fromEnd, int size) throws IOException, DamagedCopyException {
        try (InputStream in = open(store, fromEnd)) {
            byte[] read = in.readNBytes(size);
            if (read.length < size) {
                throw new DamagedCopyException("it ends too early");
            }
            return read;
        }
    }

    private static InputStream open(CopyStore store, long fromEnd) throws IOException {
        return store.openEnd(Part.BASE, fromEnd).orElseThrow(() -> new IOException("the copy was taken away"));
    }
}
