package io.calque.remoting.wsman;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads answer envelopes. No document type, no entities, nothing fetched; depth is capped, size is by the HTTP layer. Elements that
 * are not known are passed over, wherever they stand.
 */
final class EnvelopeReader {
    private static final XMLInputFactory FACTORY = factory();
    private static final int DEEPEST = 64;

    private final XMLStreamReader xml;
    private final ByteArrayOutputStream fragments = new ByteArrayOutputStream();
    private boolean created;
    private boolean described;
    private boolean received;
    private boolean done;
    private boolean failed;
    private @Nullable String shell;
    private @Nullable String command;
    private long code;
    private String subcode = "";
    private String reason = "";
    private String detail = "";

    private EnvelopeReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(DEEPEST));
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity");
        });
        return factory;
    }

    static Answer read(byte[] envelope) throws MalformedAnswer {
        try {
            var xml = FACTORY.createXMLStreamReader(new StringReader(text(envelope)));
            try {
                return new EnvelopeReader(xml).answer();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | IllegalArgumentException | MissingResourceException e) {
            // The last is how Java's parser fails when it lacks the text of one of its own errors.
            throw new MalformedAnswer("the answer is not a well-formed envelope", e);
        }
    }

    /** UTF-8, as we ask for it. Decoded here, because Java's parser writes of bytes that are none to standard error. */
    private static String text(byte[] envelope) throws MalformedAnswer {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(envelope))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MalformedAnswer("the answer is not UTF-8", e);
        }
    }

    private Answer answer() throws XMLStreamException, MalformedAnswer {
        if (!nextElement() || !xml.getLocalName().equals("Envelope") || !Uris.SOAP.equals(xml.getNamespaceURI())) {
            throw new MalformedAnswer("the answer is not a SOAP 1.2 envelope");
        }
        while (nextElement()) {
            element(xml.getLocalName());
        }
        if (failed) {
            return new Answer.Failed(new WsManFault(code, subcode, oneLine(detail.isBlank() ? reason : detail)));
        }
        if (received) {
            return new Answer.Output(fragments.toByteArray(), done);
        }
        if (command != null) {
            return new Answer.Started(command);
        }
        if (created) {
            if (shell == null) {
                throw new MalformedAnswer("the answer to Create names no shell");
            }
            return new Answer.Created(shell, described);
        }
        return new Answer.Acknowledged();
    }

    private void element(String name) throws XMLStreamException {
        switch (name) {
            case "ResourceCreated" -> created = true;
            case "Shell" -> described = true;
            case "Selector" -> {
                if ("ShellId".equals(xml.getAttributeValue(null, "Name"))) {
                    shell = text();
                }
            }
            case "CommandId" -> command = text();
            case "ReceiveResponse" -> received = true;
            case "Stream" -> fragments.writeBytes(Base64.getMimeDecoder().decode(text()));
            case "CommandState" -> {
                var state = xml.getAttributeValue(null, "State");
                done = state != null && state.endsWith("/Done");
            }
            case "Fault" -> failed = true;
            case "Subcode" -> subcode = local(firstText());
            case "Text" -> reason = reason.isEmpty() ? text() : reason;
            case "WSManFault" -> code = number(xml.getAttributeValue(null, "Code"));
            case "Message" -> {
                var said = mixed();
                detail = said.isBlank() ? detail : said;
            }
            default -> {
                // not ours to understand
            }
        }
    }

    private boolean nextElement() throws XMLStreamException {
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("a document type or entity");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    private String text() throws XMLStreamException {
        return xml.getElementText();
    }

    /** The text of the first element inside this one. */
    private String firstText() throws XMLStreamException {
        return nextElement() ? text() : "";
    }

    /** All text inside this element, elements passed over but for the code of an inner fault: providers nest their own in it. */
    private String mixed() throws XMLStreamException {
        var all = new StringBuilder();
        for (int open = 1; open > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open++;
                    if (xml.getLocalName().equals("WSManFault") && code == 0) {
                        code = number(xml.getAttributeValue(null, "Code"));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> all.append(xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD ->
                    throw new XMLStreamException("a document type or entity");
                default -> {
                    // comments and the like
                }
            }
        }
        return all.toString();
    }

    private static String local(String name) {
        return name.strip().substring(name.strip().indexOf(':') + 1);
    }

    private static long number(@Nullable String digits) {
        return digits != null && digits.matches("[0-9]{1,10}") ? Long.parseLong(digits) : 0;
    }

    private static String oneLine(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= 500 ? line : line.substring(0, 500) + "…";
    }
}
