package io.calque.remoting.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An envelope, recorded or received, as tests look at it; read by another parser than the product's. */
record Envelope(Element root) {
    static Envelope parse(String text) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new Envelope(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement());
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("no envelope: " + text.substring(0, Math.min(200, text.length())), e);
        }
    }

    List<Element> all(String localName) {
        var nodes = root.getElementsByTagNameNS("*", localName);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    Optional<Element> first(String localName) {
        return all(localName).stream().findFirst();
    }

    private String text(String localName) {
        return first(localName).map(Element::getTextContent).orElse("").strip();
    }

    /** The last part of the action: {@code Create}, {@code Receive} … */
    String action() {
        var action = text("Action");
        return action.substring(action.lastIndexOf('/') + 1);
    }

    String resource() {
        return text("ResourceURI");
    }

    /** The command that a request is about; empty for the shell. */
    String command() {
        for (var name : List.of("CommandLine", "DesiredStream", "Stream", "Signal")) {
            var element = first(name);
            if (element.isPresent()) {
                return element.get().getAttribute("CommandId");
            }
        }
        return "";
    }

    /** The stream that a Send leads to. */
    String stream() {
        return first("Stream").map(e -> e.getAttribute("Name")).orElse("stdin");
    }

    String shell() {
        return all("Selector").stream()
                .filter(e -> e.getAttribute("Name").equals("ShellId"))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    /** Options, in order, as {@code name=value}. */
    List<String> options() {
        return all("Option").stream()
                .map(e -> e.getAttribute("Name") + "=" + e.getTextContent())
                .toList();
    }

    String signal() {
        return text("Code");
    }

    /** All fragments that it carries, back to back. */
    byte[] fragments() {
        var bytes = new ByteArrayOutputStream();
        for (var name : List.of("creationXml", "Arguments", "Stream")) {
            all(name).forEach(e -> bytes.writeBytes(Base64.getMimeDecoder().decode(e.getTextContent())));
        }
        return bytes.toByteArray();
    }

    boolean done() {
        return first("CommandState")
                .filter(e -> e.getAttribute("State").endsWith("/Done"))
                .isPresent();
    }

    boolean fault() {
        return first("Fault").isPresent();
    }

    /** The number that Microsoft's servers give a fault. */
    long faultCode() {
        return first("WSManFault")
                .map(e -> Long.parseLong(e.getAttribute("Code")))
                .orElse(0L);
    }
}
