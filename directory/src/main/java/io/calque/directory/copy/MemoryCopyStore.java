package io.calque.directory.copy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Keeps a copy for the length of a run, where there is no workspace to keep it in. Not thread-safe. */
public final class MemoryCopyStore implements CopyStore {
    private final Map<Part, byte[]> parts = new EnumMap<>(Part.class);

    /** An empty store. */
    public MemoryCopyStore() {}

    @Override
    public Optional<InputStream> open(Part part) {
        return Optional.ofNullable(parts.get(part)).map(ByteArrayInputStream::new);
    }

    @Override
    public Optional<InputStream> openEnd(Part part, long bytes) {
        return Optional.ofNullable(parts.get(part)).map(all -> {
            int size = (int) Math.min(all.length, bytes);
            return new ByteArrayInputStream(all, all.length - size, size);
        });
    }

    @Override
    public Draft replace(Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return new Draft() {
            @Override
            public OutputStream out() {
                return bytes;
            }

            @Override
            public void commit() {
                parts.put(part, bytes.toByteArray());
            }

            @Override
            public void close() {
                // Memory needs no clearing up.
            }
        };
    }

    @Override
    public void remove(Part part) {
        parts.remove(part);
    }
}
