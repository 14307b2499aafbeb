package io.calque.remoting.wsman;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes request envelopes: the headers of MS-WSMV 3.1.4.1, and the body that an operation asks for. */
final class EnvelopeWriter {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final String PROTOCOL_VERSION = "2.3";
    private static final int LONGEST_PREFIX_OF_ID = 64;

    private final String to;
    private final WsManSettings settings;
    private final String session = uuid(UUID.randomUUID());

    EnvelopeWriter(String to, WsManSettings settings) {
        this.to = to;
        this.settings = settings;
    }

    static String uuid(UUID id) {
        return id.toString().toUpperCase(Locale.ROOT);
    }

    /**
     * How many bytes of fragments fit into any envelope of that size: base64 makes four of three, the rest is ours.
     *
     * @param limit the size in bytes
     */
    int room(int limit) {
        var id = "x".repeat(LONGEST_PREFIX_OF_ID);
        var nothing = new byte[0];
        var create = write(new Operation.Create(id, nothing), null, limit, settings.poll()).length;
        var command = write(new Operation.Command(id, nothing), id, limit, settings.poll()).length;
        var send = write(new Operation.Send(id, "stdin", nothing), id, limit, settings.poll()).length;
        return (limit - Math.max(create, Math.max(command, send))) / 4 * 3;
    }

    byte[] write(Operation operation, @Nullable String shell, int limit, Duration timeout) {
        var out = new ByteArrayOutputStream(2_048);
        try {
            var xml = FACTORY.createXMLStreamWriter(out, "UTF-8");
            start(xml);
            xml.writeStartElement(Uris.SOAP, "Header");
            headers(xml, operation, limit, timeout);
            options(xml, operation);
            if (shell != null) {
                xml.writeStartElement(Uris.WSMAN, "SelectorSet");
                named(xml, "Selector", "ShellId", shell);
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeStartElement(Uris.SOAP, "Body");
            body(xml, operation);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an envelope could not be written to memory", e);
        }
        return out.toByteArray();
    }

    private static void start(XMLStreamWriter xml) throws XMLStreamException {
        xml.setPrefix("s", Uris.SOAP);
        xml.setPrefix("a", Uris.ADDRESSING);
        xml.setPrefix("w", Uris.WSMAN);
        xml.setPrefix("p", Uris.MICROSOFT);
        xml.setPrefix("rsp", Uris.SHELL);
        xml.writeStartElement(Uris.SOAP, "Envelope");
        xml.writeNamespace("s", Uris.SOAP);
        xml.writeNamespace("a", Uris.ADDRESSING);
        xml.writeNamespace("w", Uris.WSMAN);
        xml.writeNamespace("p", Uris.MICROSOFT);
        xml.writeNamespace("rsp", Uris.SHELL);
    }

    private void headers(XMLStreamWriter xml, Operation operation, int limit, Duration timeout)
            throws XMLStreamException {
        element(xml, Uris.ADDRESSING, "To", to);
        must(xml, Uris.WSMAN, "ResourceURI", settings.resourceUri());
        xml.writeStartElement(Uris.ADDRESSING, "ReplyTo");
        must(xml, Uris.ADDRESSING, "Address", Uris.ANONYMOUS);
        xml.writeEndElement();
        must(xml, Uris.ADDRESSING, "Action", operation.action());
        must(xml, Uris.WSMAN, "MaxEnvelopeSize", Integer.toString(limit));
        element(xml, Uris.ADDRESSING, "MessageID", "uuid:" + uuid(UUID.randomUUID()));
        locale(xml, Uris.WSMAN, "Locale");
        locale(xml, Uris.MICROSOFT, "DataLocale");
        xml.writeStartElement(Uris.MICROSOFT, "SessionId");
        xml.writeAttribute("s", Uris.SOAP, "mustUnderstand", "false");
        xml.writeCharacters("uuid:" + session);
        xml.writeEndElement();
        element(xml, Uris.WSMAN, "OperationTimeout", "PT" + timeout.toSeconds() + "S");
    }

    private static void options(XMLStreamWriter xml, Operation operation) throws XMLStreamException {
        switch (operation) {
            case Operation.Create c -> {
                optionSet(xml);
                xml.writeStartElement(Uris.WSMAN, "Option");
                xml.writeAttribute("Name", "protocolversion");
                xml.writeAttribute("MustComply", "true");
                xml.writeCharacters(PROTOCOL_VERSION);
                xml.writeEndElement();
                xml.writeEndElement();
            }
            case Operation.Receive r -> {
                optionSet(xml);
                named(xml, "Option", "WSMAN_CMDSHELL_OPTION_KEEPALIVE", "True");
                xml.writeEndElement();
            }
            case Operation.Command c -> {
                optionSet(xml);
                named(xml, "Option", "WINRS_SKIP_CMD_SHELL", "False");
                xml.writeEndElement();
            }
            case Operation.Send s -> {
                // no option
            }
            case Operation.Signal s -> {
                // no option
            }
            case Operation.Delete d -> {
                // no option
            }
        }
    }

    private static void body(XMLStreamWriter xml, Operation operation) throws XMLStreamException {
        switch (operation) {
            case Operation.Create create -> {
                xml.writeStartElement(Uris.SHELL, "Shell");
                xml.writeAttribute("ShellId", create.shell());
                element(xml, Uris.SHELL, "InputStreams", "stdin pr");
                element(xml, Uris.SHELL, "OutputStreams", "stdout");
                xml.writeStartElement("creationXml");
                xml.writeDefaultNamespace(Uris.POWERSHELL);
                xml.writeCharacters(base64(create.fragments()));
                xml.writeEndElement();
                xml.writeEndElement();
            }
            case Operation.Command command -> {
                xml.writeStartElement(Uris.SHELL, "CommandLine");
                xml.writeAttribute("CommandId", command.command());
                xml.writeEmptyElement(Uris.SHELL, "Command");
                element(xml, Uris.SHELL, "Arguments", base64(command.fragments()));
                xml.writeEndElement();
            }
            case Operation.Send send -> {
                xml.writeStartElement(Uris.SHELL, "Send");
                stream(xml, "Stream", send.command(), send.stream(), base64(send.fragments()));
                xml.writeEndElement();
            }
            case Operation.Receive receive -> {
                xml.writeStartElement(Uris.SHELL, "Receive");
                stream(xml, "DesiredStream", receive.command(), null, "stdout");
                xml.writeEndElement();
            }
            case Operation.Signal signal -> {
                xml.writeStartElement(Uris.SHELL, "Signal");
                xml.writeAttribute("CommandId", signal.command());
                element(xml, Uris.SHELL, "Code", signal.code().uri());
                xml.writeEndElement();
            }
            case Operation.Delete d -> {
                // the selector says it all
            }
        }
    }

    private static void stream(
            XMLStreamWriter xml, String element, @Nullable String command, @Nullable String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(Uris.SHELL, element);
        if (name != null) {
            xml.writeAttribute("Name", name);
        }
        if (command != null) {
            xml.writeAttribute("CommandId", command);
        }
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String base64(byte[] fragments) {
        return Base64.getEncoder().encodeToString(fragments);
    }

    private void locale(XMLStreamWriter xml, String namespace, String name) throws XMLStreamException {
        xml.writeEmptyElement(namespace, name);
        xml.writeAttribute("s", Uris.SOAP, "mustUnderstand", "false");
        xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", settings.locale());
    }

    private static void optionSet(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(Uris.WSMAN, "OptionSet");
        xml.writeAttribute("s", Uris.SOAP, "mustUnderstand", "true");
    }

    private static void named(XMLStreamWriter xml, String element, String name, String text) throws XMLStreamException {
        xml.writeStartElement(Uris.WSMAN, element);
        xml.writeAttribute("Name", name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void must(XMLStreamWriter xml, String namespace, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(namespace, name);
        xml.writeAttribute("s", Uris.SOAP, "mustUnderstand", "true");
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String namespace, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(namespace, name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
