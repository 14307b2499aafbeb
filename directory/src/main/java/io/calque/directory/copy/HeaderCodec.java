package io.calque.directory.copy;

import io.calque.directory.connect.Address;
import io.calque.directory.copy.Watermark.Change;
import io.calque.directory.copy.Watermark.History;
import io.calque.directory.copy.Watermark.Position;
import io.calque.directory.row.GroupTree;
import io.calque.directory.row.GroupTree.Group;
import io.calque.directory.row.Guid;
import io.calque.directory.row.Layout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** The frame at the head of a copy. */
final class HeaderCodec {
    /** Changes whenever the frames change; copies of other versions are read anew. */
    private static final String VERSION = "calque people 4";

    private static final int NOTHING = 0, DIRSYNC = 1, USN = 2;

    private HeaderCodec() {}

    static void write(CopyHeader header, Encoder out) throws IOException {
        out.text(VERSION);
        out.text(header.question());
        out.text(header.reader());
        out.text(header.domain());
        position(header.position(), out);
        texts(header.layout().attributes(), out);
        out.number(header.tree().groups().size());
        for (Group group : header.tree().groups()) {
            RowCodec.guid(group.guid(), out);
            out.text(group.dn());
            out.text(group.sam() == null ? "" : group.sam());
            out.number(group.rid() == null ? 0 : group.rid());
            texts(group.names(), out);
            out.number(group.parents().size());
            group.parents().forEach(out::number);
        }
        out.end();
    }

    static CopyHeader read(Decoder in) throws IOException, DamagedCopyException {
        if (!in.next() || !in.text().equals(VERSION)) {
            throw new DamagedCopyException("it was written by another version");
        }
        try {
            String question = in.text();
            String reader = in.text();
            String domain = in.text();
            return new CopyHeader(question, reader, domain, position(in), new Layout(texts(in)), tree(in));
        } catch (IllegalArgumentException e) {
            throw new DamagedCopyException("its head says what can't be: " + e.getMessage());
        }
    }

    /** Tells one copy from another. */
    static long fingerprint(CopyHeader header) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Encoder encoder = new Encoder(bytes);
        write(header, encoder);
        encoder.finish();
        CRC32C sum = new CRC32C();
        sum.update(bytes.toByteArray());
        return sum.getValue();
    }

    private static void position(Position position, Encoder out) {
        out.text(position.address().host());
        out.number(position.address().port());
        out.text(position.database());
        Instant at = position.at();
        out.text(at == null ? "" : at.toString());
        out.number(position.history().highest());
        out.number(position.history().latest().size());
        for (Change change : position.history().latest()) {
            RowCodec.guid(change.guid(), out);
            out.number(change.usn());
            out.text(change.when());
        }
        switch (position.mark()) {
            case Watermark.Nothing() -> out.number(NOTHING);
            case Watermark.DirSync(var cookie, var objectSecurity) -> {
                out.number(DIRSYNC);
                out.text(cookie);
                out.number(objectSecurity ? 1 : 0);
            }
            case Watermark.Usn(var number) -> {
                out.number(USN);
                out.number(number);
            }
        }
    }

    private static Position position(Decoder in) throws DamagedCopyException {
        Address address = new Address(in.text(), (int) in.number());
        String database = in.text();
        String at = in.text();
        History history = history(in);
        int kind = (int) in.number();
        Watermark mark = switch (kind) {
            case NOTHING -> new Watermark.Nothing();
            case DIRSYNC -> new Watermark.DirSync(in.text(), in.number() == 1);
            case USN -> new Watermark.Usn(in.number());
            default -> throw new DamagedCopyException("its watermark is of no known kind");
        };
        return new Position(address, database, mark, history, at.isEmpty() ? null : time(at));
    }

    private static History history(Decoder in) throws DamagedCopyException {
        long highest = in.number();
        int size = in.count();
        List<Change> latest = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            latest.add(new Change(RowCodec.guid(in), in.number(), in.text()));
        }
        return new History(highest, latest);
    }

    private static Instant time(String text) throws DamagedCopyException {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new DamagedCopyException("its time is none: " + e.getMessage());
        }
    }

    private static GroupTree tree(Decoder in) throws DamagedCopyException {
        int size = in.count();
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Guid guid = RowCodec.guid(in);
            String dn = in.text();
            String sam = in.text();
            long rid = in.number();
            List<String> names = texts(in);
            int above = in.count();
            List<Integer> parents = new ArrayList<>();
            for (int p = 0; p < above; p++) {
                parents.add((int) in.number());
            }
            groups.add(new Group(guid, dn, sam.isEmpty() ? null : sam, rid == 0 ? null : rid, names, parents));
        }
        return new GroupTree(groups);
    }

    private static void texts(List<String> texts, Encoder out) {
        out.number(texts.size());
        texts.forEach(out::text);
    }

    private static List<String> texts(Decoder in) throws DamagedCopyException {
        int size = in.count();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            texts.add(in.text());
        }
        return List.copyOf(texts);
    }
}
