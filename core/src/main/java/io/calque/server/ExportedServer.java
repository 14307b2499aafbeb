package io.calque.server;

import io.calque.state.Observed;
import java.util.function.Supplier;

/**
 * What was written down of a server: files of the management shell, a file of observed state, a directory. It can be read and never be
 * applied to.
 *
 * @param title what messages call it: {@code the export users.xml}
 * @param content reads it; called for each reading
 */
public record ExportedServer(String title, Supplier<Observed> content) implements Server {
    @Override
    public String id() {
        return title;
    }

    @Override
    public Observed read(Extent extent) {
        return content.get();
    }

    @Override
    public void close() {
        // Nothing is open between two readings.
    }
}
