package io.calque.source;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How large a file of one kind may be. It is judged before the first byte is read, because telling the encoding reads the whole file.
 *
 * @param bytes the most that is read
 * @param help what to do about a larger file
 */
public record SizeLimit(long bytes, String help) {
    /** Tables of people: a hundred times as many people as the largest pool has. */
    public static final SizeLimit TABLE = new SizeLimit(4_000_000_000L, "Split the list, or check what wrote it");

    /** Directory exports, which hold far more of each person. */
    public static final SizeLimit LDIF =
            new SizeLimit(64_000_000_000L, "Export fewer attributes, or check what wrote it");

    /** The finding for a file that is larger; empty where it is not, or its size is unknown. */
    public Optional<Finding> judge(String name, Bytes file) throws IOException {
        OptionalLong size = file.size();
        return size.isPresent() && size.getAsLong() > bytes
                ? Optional.of(Finding.of(
                                Code.FILE_TOO_LARGE,
                                "the file has " + size.getAsLong() + " bytes; at most " + bytes + " are read")
                        .help(help)
                        .at(Place.of(name)))
                : Optional.empty();
    }
}
