package io.calque.cli;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stream that remembers what it could not write. Printing goes on whatever happens to the stream, so that somebody must ask in the
 * end: an answer that a full disk cut off is no answer.
 */
final class StandardOutput extends FilterOutputStream {
    private @Nullable IOException trouble;

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            if (trouble == null) {
                trouble = e;
            }
            throw e;
        }
    }

    /** What is lost, if anything is. Whoever reads a pipe may stop when they have seen enough, as head does; that is no trouble. */
    Optional<Finding> trouble() {
        IOException e = trouble;
        if (e == null || String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.of(Code.FILE_NOT_USABLE, "the answer could not be written to the end: " + e.getMessage())
                        .help("Check that the disk is not full; what was written is not whole"));
    }
}
