package io.calque.directory.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Where a copy is kept: two parts, each replaced as a whole or not at all. */
public interface CopyStore {
    /** The parts of a copy. */
    enum Part {
        /** All people at one time. */
        BASE,
        /** What changed since. */
        CHANGES
    }

    /** A part as it was last written; empty when there is none. */
    Optional<InputStream> open(Part part) throws IOException;

    /** The last bytes of a part, all of it where it has fewer; empty when there is none. */
    Optional<InputStream> openEnd(Part part, long bytes) throws IOException;

    /** Replaces a part; until {@link Draft#commit} it is as before. */
    Draft replace(Part part) throws IOException;

    /** Takes a part away. */
    void remove(Part part) throws IOException;

    /** A part being written. Closing it without a commit throws it away. */
    interface Draft extends AutoCloseable {
        /** Where its bytes go. */
        OutputStream out();

        /** Puts it in the part's place, safe against a crash. */
        void commit() throws IOException;

        @Override
        void close() throws IOException;
    }
}
