package io.calque.remoting.clixml;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads the one value of a message. Thread-safe: it has no state. */
public final class CliXmlReader {
    private CliXmlReader() {}

    /**
     * Reads one value.
     *
     * @param utf8 the XML in UTF-8, with or without a byte-order mark
     * @throws MalformedCliXml when it is no CLIXML or more than the limits allow
     */
    public static CliXml read(byte[] utf8, Limits limits) {
        int start =
                utf8.length >= 3 && utf8[0] == (byte) 0xEF && utf8[1] == (byte) 0xBB && utf8[2] == (byte) 0xBF ? 3 : 0;
        ByteArrayInputStream bytes = new ByteArrayInputStream(utf8, start, utf8.length - start);
        XmlCursor xml =
                new XmlCursor(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), limits.chars());
        ValueReader values = new ValueReader(xml, limits, _ -> true);
        if (!xml.child()) {
            throw xml.malformed("there is no value");
        }
        CliXml value = values.top();
        if (value == null) {
            throw xml.malformed("the outermost element is none of CLIXML");
        }
        if (xml.child()) {
            throw xml.malformed("there is more than one value");
        }
        return value;
    }

    /** Reads one value of a text. */
    public static CliXml read(String text, Limits limits) {
        return read(text.getBytes(StandardCharsets.UTF_8), limits);
    }
}
