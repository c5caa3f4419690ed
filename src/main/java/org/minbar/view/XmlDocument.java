package org.minbar.view;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.NullMarked;

/**
 * An XML 1.0 document in UTF-8, written from the top down. Names may carry a prefix ({@code atom:link}) that the root
 * has declared; attributes are given as name, value, name, value. Every value passes through {@link Printable}, so the
 * document parses whatever was typed. The stream is flushed at the end and left open.
 */
@NullMarked
public final class XmlDocument {

    private final XMLStreamWriter writer;
    private final Map<String, String> namespaces = new HashMap<>();

    public XmlDocument(OutputStream out) throws IOException {
        // A server may bring a StAX of its own; the JDK's is asked for by name so that the bytes, and with them the
        // ETags, are the same everywhere. The characters go through a Writer, which never parts a surrogate pair.
        BufferedWriter characters = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(characters);
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw cause(e);
        }
    }

    /** Declares a namespace on the element just opened; the empty prefix is the default one. */
    public XmlDocument namespace(String prefix, String uri) throws IOException {
        namespaces.put(prefix, uri);
        return write(() -> {
            if (prefix.isEmpty()) {
                writer.writeDefaultNamespace(uri);
            } else {
                writer.writeNamespace(prefix, uri);
            }
        });
    }

    public XmlDocument open(String name, String... attributes) throws IOException {
        return write(() -> {
            int colon = name.indexOf(':');
            if (colon < 0) {
                writer.writeStartElement(name);
            } else {
                String prefix = name.substring(0, colon);
                writer.writeStartElement(prefix, name.substring(colon + 1), uri(prefix));
            }
            for (int i = 0; i < attributes.length; i += 2) {
                writeAttribute(attributes[i], attributes[i + 1]);
            }
        });
    }

    /** One more attribute on the element just opened. */
    public XmlDocument attribute(String name, String value) throws IOException {
        return write(() -> writeAttribute(name, value));
    }

    public XmlDocument close() throws IOException {
        return write(writer::writeEndElement);
    }

    /** An element that holds nothing but text, with its line ends. */
    public XmlDocument text(String name, String text, String... attributes) throws IOException {
        open(name, attributes);
        write(() -> writer.writeCharacters(Printable.text(text)));
        return close();
    }

    /** An element that holds one line: a title, a name. */
    public XmlDocument line(String name, String text, String... attributes) throws IOException {
        return text(name, Printable.line(text), attributes);
    }

    public XmlDocument empty(String name, String... attributes) throws IOException {
        return open(name, attributes).close();
    }

    /** Closes what is open and hands everything to the stream. */
    public void finish() throws IOException {
        write(() -> {
            writer.writeEndDocument();
            writer.flush();
        });
    }

    private void writeAttribute(String name, String value) throws XMLStreamException {
        String line = Printable.line(value);
        int colon = name.indexOf(':');
        if (colon < 0) {
            writer.writeAttribute(name, line);
        } else {
            String prefix = name.substring(0, colon);
            writer.writeAttribute(prefix, uri(prefix), name.substring(colon + 1), line);
        }
    }

    private String uri(String prefix) {
        if (prefix.equals(XMLConstants.XML_NS_PREFIX)) {
            return XMLConstants.XML_NS_URI;
        }
        String uri = namespaces.get(prefix);
        if (uri == null) {
            throw new IllegalArgumentException("no namespace for the prefix " + prefix);
        }
        return uri;
    }

    private XmlDocument write(Step step) throws IOException {
        try {
            step.take();
            return this;
        } catch (XMLStreamException e) {
            throw cause(e);
        }
    }

    private static IOException cause(XMLStreamException e) {
        return e.getNestedException() instanceof IOException lost ? lost : new IOException(e);
    }

    @FunctionalInterface
    private interface Step {
        void take() throws XMLStreamException;
    }
}
