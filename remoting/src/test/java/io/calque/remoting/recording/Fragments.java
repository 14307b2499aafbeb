package io.calque.remoting.recording;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The bytes of PSRP in a recording, stream by stream in the order they went. */
public final class Fragments {
    private final Map<String, ByteArrayOutputStream> streams = new TreeMap<>();
    private String command = "";

    private Fragments() {}

    /**
     * The bytes of every stream of a recording. The name of a stream says its direction, the pipeline it belongs to and what the server calls
     * it.
     */
    public static Map<String, byte[]> of(Recording recording) {
        Fragments fragments = new Fragments();
        int shell = 0;
        for (Exchange exchange : recording.exchanges()) {
            if (exchange.isPowerShell()) {
                // A recording may open several shells, one after the other.
                shell += exchange.request().contains("transfer/Create<") ? 1 : 0;
                fragments.request(shell, exchange);
                fragments.read("server " + shell, exchange.response());
            }
        }
        Map<String, byte[]> bytes = new TreeMap<>();
        fragments.streams.forEach((name, stream) -> bytes.put(name, stream.toByteArray()));
        return bytes;
    }

    private void request(int shell, Exchange exchange) {
        // An old server gives a command another id than the client asked for, and further input goes by that.
        command = between(exchange.response(), "CommandId>", "<");
        read("client " + shell, exchange.request());
        command = "";
    }

    private void read(String direction, String soap) {
        if (soap.isBlank()) {
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(soap));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    element(direction, xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a recording holds SOAP that can't be read", e);
        }
    }

    private void element(String direction, XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "creationXml", "connectXml" -> add(direction + " pool stdin", xml.getElementText());
            case "connectResponseXml" -> add(direction + " pool connect", xml.getElementText());
            case "Arguments" ->
                add(direction + " " + command.toUpperCase(Locale.ROOT) + " stdin", xml.getElementText());
            case "Stream" -> {
                @Nullable String id = xml.getAttributeValue(null, "CommandId");
                String owner = id == null ? "pool" : id.toUpperCase(Locale.ROOT);
                add(direction + " " + owner + " " + xml.getAttributeValue(null, "Name"), xml.getElementText());
            }
            default -> {
                // Holds no fragments.
            }
        }
    }

    private void add(String stream, String base64) {
        streams.computeIfAbsent(stream, _ -> new ByteArrayOutputStream())
                .writeBytes(Base64.getMimeDecoder().decode(base64));
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before);
        int end = start < 0 ? -1 : text.indexOf(after, start + before.length());
        return end < 0 ? "" : text.substring(start + before.length(), end);
    }
}
