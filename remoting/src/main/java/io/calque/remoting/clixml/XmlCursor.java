package io.calque.remoting.clixml;

import java.io.CharConversionException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.BitSet;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks over XML from one element to the next. No document type, no entity but the five of XML itself, nothing fetched; the text is counted
 * against a budget.
 */
final class XmlCursor {
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private final StringBuilder text = new StringBuilder();
    private long budget;

    XmlCursor(Reader source, long budget) {
        this.budget = budget;
        try {
            xml = FACTORY.createXMLStreamReader(new XmlText(source));
        } catch (XMLStreamException e) {
            throw new MalformedCliXml(reason(e), 0, 0, e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // The JDK's own limit of 100 is less than 50 objects, each in a list or dictionary, need.
        factory.setProperty("jdk.xml.maxElementDepth", "200");
        // The JDK counts &amp; and its kin as entities; others are refused, and the budget bounds the whole.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.entityExpansionLimit", "0");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity");
        });
        return factory;
    }

    /** Starts a new budget of characters. */
    void budget(long chars) {
        budget = chars;
    }

    /**
     * Moves to the next element that starts inside the current one, over any text.
     *
     * @return false at the end of the current element, or of the document
     */
    boolean child() {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    spend(xml.getTextLength());
                default -> refuseForeign();
            }
        }
    }

    /** The text of the current element, and moves to its end. Elements inside it are passed over with what they hold. */
    String text() {
        text.setLength(0);
        while (true) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    spend(xml.getTextLength());
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                case XMLStreamConstants.START_ELEMENT -> skip();
                case XMLStreamConstants.END_ELEMENT -> {
                    return text.toString();
                }
                default -> refuseForeign();
            }
        }
    }

    /** Moves to the end of the current element. */
    void skip() {
        int open = 1;
        while (open > 0) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    spend(xml.getTextLength());
                default -> refuseForeign();
            }
        }
    }

    /** Notes every object that a reference inside the current element points to, and moves to its end. Counts against no budget. */
    void references(BitSet referred) {
        int open = 1;
        while (open > 0) {
            budget = Long.MAX_VALUE;
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open++;
                    if (name().equals("Ref")) {
                        note(referred, attribute("RefId"));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    // Text points to nothing.
                }
                default -> refuseForeign();
            }
        }
    }

    private static void note(BitSet referred, @Nullable String id) {
        if (id != null && id.matches("[0-9]{1,9}")) {
            referred.set(Integer.parseInt(id));
        }
    }

    /** The name of the current element. */
    String name() {
        return xml.getLocalName();
    }

    /** An attribute of the current element; null when it has none of that name. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                String value = xml.getAttributeValue(i);
                spend(value.length());
                return value;
            }
        }
        return null;
    }

    /** A complaint about the current place. */
    MalformedCliXml malformed(String message) {
        return new MalformedCliXml(
                message, xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber());
    }

    private int next() {
        try {
            spend(1);
            return xml.next();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            int column =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNumber());
            throw new MalformedCliXml(reason(e), line, column, e);
        } catch (MissingResourceException e) {
            // Java's parser lacks the text of one of its own errors (a bad character in a document type) and then
            // throws this.
            throw new MalformedCliXml("the XML is not well-formed", 0, 0, e);
        }
    }

    private void spend(long chars) {
        budget -= chars;
        if (budget < 0) {
            throw malformed("a value is larger than the reader's limit");
        }
    }

    private void refuseForeign() {
        switch (xml.getEventType()) {
            case XMLStreamConstants.DTD -> throw malformed("a document type declaration is not allowed");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw malformed("an entity reference is not allowed");
            case XMLStreamConstants.END_DOCUMENT -> throw malformed("the XML ends too early");
            default -> {
                // Comments and processing instructions say nothing.
            }
        }
    }

    private static String reason(XMLStreamException e) {
        Throwable cause = e.getNestedException();
        if (cause instanceof CharacterCodingException || cause instanceof CharConversionException) {
            return "the text is not in the encoding that its first bytes announce";
        }
        String message = String.valueOf(e.getMessage());
        int start = message.lastIndexOf("Message: ");
        String problem = (start < 0 ? message : message.substring(start + 9)).strip();
        return "not well-formed XML: "
                + (problem.contains("within the same entity")
                        ? "it breaks off in the middle"
                        : problem.replaceFirst("\\.$", ""));
    }
}
