package io.calque.directory.copy;

import io.calque.directory.copy.CopyStore.Draft;
import io.calque.directory.copy.CopyStore.Part;
import io.calque.directory.row.PersonRow;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a new copy. Until it is committed the old one stays. One thread at a time. */
public final class CopyWriter implements AutoCloseable {
    private final CopyStore store;
    private final Draft draft;
    private final Encoder encoder;
    private final CopyHeader header;
    private final Identities identities = new Identities();
    private long written;

    /** Begins a copy. */
    public CopyWriter(CopyStore store, CopyHeader header) throws IOException {
        this.store = store;
        this.header = header;
        this.draft = store.replace(Part.BASE);
        this.encoder = new Encoder(draft.out());
        HeaderCodec.write(header, encoder);
    }

    /** Adds a person. */
    public void add(PersonRow row) {
        try {
            RowCodec.write(row, encoder);
            identities.add(row.guid());
            written++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many people were added. */
    public long written() {
        return written;
    }

    /** Puts the copy in the place of the old one. */
    public void commit() throws IOException {
        encoder.finish();
        identities.write(header, draft.out());
        draft.commit();
        store.remove(Part.CHANGES);
    }

    @Override
    public void close() throws IOException {
        draft.close();
    }
}
