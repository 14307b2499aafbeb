package io.calque.source;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Tells how a text file is encoded: by its byte order mark (UTF-8, UTF-16 in both orders), or as UTF-16 by a null beside its first
 * character, else UTF-8 when every byte fits,
 * else Windows-1252, which is what spreadsheets on Windows write. Nothing is ever replaced silently.
 */
public final class Encoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Encoding() {}

    /** A reader behind the byte order mark that fails on bytes which are no text in the encoding found. */
    public static Reader reader(Bytes bytes) throws IOException {
        Charset charset;
        int mark;
        byte[] start;
        try (InputStream in = bytes.open()) {
            start = in.readNBytes(3);
            charset = byMark(start);
            mark = charset.equals(StandardCharsets.UTF_8) ? 3 : 2;
            if (charset.equals(WINDOWS)) {
                mark = 0;
            }
        }
        if (mark == 0) {
            charset = withoutMark(start, bytes);
        }
        InputStream in = bytes.open();
        in.skipNBytes(mark);
        return new InputStreamReader(in, strict(charset));
    }

    /** The whole text of a small file. */
    public static SourceText text(String name, Bytes bytes) {
        try (Reader reader = reader(bytes)) {
            return new SourceText(name, reader.readAllAsString());
        } catch (IOException e) {
            throw new Fault(unreadable(name, e));
        }
    }

    /** What a person is told when a file's bytes can't be had, or are no text. */
    static Finding unreadable(String name, IOException e) {
        return (e instanceof CharacterCodingException
                        ? Finding.of(Code.UNREADABLE_FILE, "holds bytes that are no text in its encoding")
                                .help("Save it as UTF-8")
                        : Finding.of(Code.UNREADABLE_FILE, "can't be read: " + e.getMessage()))
                .at(Place.of(name));
    }

    private static Charset byMark(byte[] start) {
        if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return WINDOWS;
    }

    /** No text begins with a null character, so a null among the first two bytes is half of a UTF-16 one. */
    private static Charset withoutMark(byte[] start, Bytes bytes) throws IOException {
        if (start.length >= 2 && (start[0] == 0) != (start[1] == 0)) {
            return start[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        try (InputStream in = bytes.open()) {
            return Utf8.holds(in) ? StandardCharsets.UTF_8 : WINDOWS;
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
