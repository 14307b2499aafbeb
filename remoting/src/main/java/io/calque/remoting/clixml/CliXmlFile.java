package io.calque.remoting.clixml;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * A file that {@code Export-Clixml} wrote, of any length: hands over one object at a time and keeps only those that others refer to. UTF-8 or
 * UTF-16, known by its byte-order mark or its first bytes.
 */
public final class CliXmlFile {
    private static final String MARKER = "#< CLIXML";

    private CliXmlFile() {}

    /**
     * Hands over the objects of a file in order. The file is read twice: first to learn which objects are referred to later.
     *
     * @param file the file
     * @param sink takes each object; what it throws goes through
     * @throws IOException when the file can't be read
     * @throws MalformedCliXml when it is not CLIXML; the sink may have been given objects from before the place of the fault
     */
    public static void read(Path file, Consumer<CliXml> sink) throws IOException {
        BitSet referred = new BitSet();
        try (Reader source = open(file)) {
            XmlCursor xml = root(source);
            xml.references(referred);
        }
        try (Reader source = open(file)) {
            XmlCursor xml = root(source);
            ValueReader values = new ValueReader(xml, Limits.FILE, referred::get);
            while (xml.child()) {
                CliXml value = values.top();
                if (value != null) {
                    sink.accept(value);
                }
                xml.budget(Limits.FILE.chars());
            }
        }
    }

    private static XmlCursor root(Reader source) {
        XmlCursor xml = new XmlCursor(source, Limits.FILE.chars());
        if (!xml.child() || !xml.name().equals("Objs")) {
            throw xml.malformed("this is not a file that Export-Clixml wrote: its outermost element is not <Objs>");
        }
        return xml;
    }

    /** The text behind any byte-order mark and behind the line that PowerShell's own processes put first. */
    private static Reader open(Path file) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        PushbackReader text = new PushbackReader(
                new BufferedReader(new InputStreamReader(bytes, charset(bytes).newDecoder()), 1 << 16),
                MARKER.length());
        char[] head = new char[MARKER.length()];
        int length = text.read(head);
        if (length > 0 && !MARKER.equals(new String(head, 0, length))) {
            text.unread(head, 0, length);
        }
        return text;
    }

    private static Charset charset(InputStream bytes) throws IOException {
        bytes.mark(4);
        int first = bytes.read();
        int second = bytes.read();
        if (first == 0xEF && second == 0xBB && bytes.read() == 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (first == 0xFF && second == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (first == 0xFE && second == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        bytes.reset();
        if (second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }
}
