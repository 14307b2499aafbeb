package io.calque.engine.folder;

import io.calque.diagnostic.Fault;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a file holds already, as far as it tells whether a new answer may take its place: both begin alike. Documents, which all begin
 * alike whoever wrote them, must say besides that Calque did.
 */
final class EarlierAnswer {
    /** Enough for the first keys of JSON, the first columns of a table, the first line of a script. */
    private static final int BEGINNING = 16;

    /** Enough to tell one kind of document from another; what follows may be the time of writing. */
    private static final int KIND = 4;

    private static final int DOCUMENT = 1 << 20;

    private final byte[] beginning;
    private final boolean ours;

    private EarlierAnswer(byte[] beginning, boolean ours) {
        this.beginning = beginning;
        this.ours = ours;
    }

    static EarlierAnswer in(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(DOCUMENT);
            String text = new String(start, StandardCharsets.ISO_8859_1);
            boolean document =
                    text.startsWith("%PDF") || text.startsWith("PK") || text.regionMatches(true, 0, "<!doctype", 0, 9);
            return new EarlierAnswer(
                    Arrays.copyOf(start, Math.min(document ? KIND : BEGINNING, start.length)),
                    !document || text.contains("Calque") || saysSo(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stream in the place of another, which fails before it passes anything on when the new answer begins otherwise. */
    Checked check(OutputStream out, Supplier<Fault> refused) {
        return new Checked(out, refused);
    }

    /** A workbook names its application in one of the files that are packed in it. */
    private static boolean saysSo(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry application = zip.getEntry("docProps/app.xml");
            if (application == null) {
                return false;
            }
            try (InputStream in = zip.getInputStream(application)) {
                return new String(in.readNBytes(DOCUMENT), StandardCharsets.UTF_8).contains("Calque");
            }
        } catch (IOException _) {
            return false;
        }
    }

    /** Holds the beginning of the new answer back until it is known to be like the old one. */
    final class Checked extends FilterOutputStream {
        private final byte[] start = new byte[beginning.length];
        private final Supplier<Fault> refused;
        private int held;

        private Checked(OutputStream out, Supplier<Fault> refused) {
            super(out);
            this.refused = refused;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int taken = Math.min(length, start.length - held);
            if (taken > 0) {
                System.arraycopy(bytes, offset, start, held, taken);
                held += taken;
                if (held == start.length) {
                    pass();
                }
            }
            out.write(bytes, offset + taken, length - taken);
        }

        /** Ends an answer that may be shorter than the beginning of the old one. */
        void end() {
            if (held < start.length) {
                throw refused.get();
            }
        }

        private void pass() throws IOException {
            if (!ours || !Arrays.equals(start, beginning)) {
                throw refused.get();
            }
            out.write(start);
        }
    }
}
