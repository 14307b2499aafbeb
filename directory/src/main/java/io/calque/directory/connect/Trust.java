package io.calque.directory.connect;

import java.nio.file.Path;
import java.util.List;

/** Which server certificates are believed. The host name is checked against the certificate in every case. */
public sealed interface Trust {
    /** Those that the Java runtime believes. */
    record Platform() implements Trust {}

    /** Those issued by an authority in a PEM file.
     *
     * @param file one certificate or more
     */
    record Bundle(Path file) implements Trust {}

    /**
     * Exactly these certificates, whoever issued them.
     *
     * @param pins the certificates' fingerprints; one for each controller
     */
    record Pinned(List<Pin> pins) implements Trust {
        public Pinned {
            pins = List.copyOf(pins);
            if (pins.isEmpty()) {
                throw new IllegalArgumentException("no pin");
            }
        }
    }
}
