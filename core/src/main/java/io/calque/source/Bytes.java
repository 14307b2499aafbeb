package io.calque.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** A file's bytes, which may be opened more than once: a first look tells the encoding, a second reads. */
@FunctionalInterface
public interface Bytes {
    /** A new stream from the beginning; the caller closes it. */
    InputStream open() throws IOException;

    /** How many bytes there are, where that is known without reading them. */
    default OptionalLong size() throws IOException {
        return OptionalLong.empty();
    }
}
