package org.minbar.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Refusal;
import org.minbar.language.Refusal.Reason;

/** A DOCX (ECMA-376, WordprocessingML), of which only the words are wanted. */
final class DocxReading {

    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_UNPACKED = 24L << 20;
    private static final Set<String> NAMESPACES = Set.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main");
    private static final byte[] OLD_WORD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** What a text box says a second time for older readers, what was moved away, and the runs that are not shown. */
    private static final Set<String> PASSED_OVER = Set.of("Fallback", "moveFrom", "del");

    private final XMLStreamReader xml;
    private final Deque<StringBuilder> open = new ArrayDeque<>();
    private final StringBuilder text;
    private final Set<Doubt> doubts;
    private boolean inText;
    private boolean hidden;
    private int run;

    private DocxReading(XMLStreamReader xml, StringBuilder text, Set<Doubt> doubts) {
        this.xml = xml;
        this.text = text;
        this.doubts = doubts;
    }

    static Extract read(Path file) {
        try {
            refuseOldWord(file);
            try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
                return read(zip);
            }
        } catch (XMLStreamException damaged) {
            if (damaged.getNestedException() instanceof TooMuch) {
                throw new Refusal(Reason.TOO_LARGE, "document-too-heavy");
            }
            throw new Refusal(Reason.MALFORMED, "document-damaged");
        } catch (TooMuch heavy) {
            throw new Refusal(Reason.TOO_LARGE, "document-too-heavy");
        } catch (IOException | IllegalArgumentException damaged) {
            throw new Refusal(Reason.MALFORMED, "document-damaged");
        }
    }

    private static void refuseOldWord(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (Arrays.equals(in.readNBytes(OLD_WORD.length), OLD_WORD)) {
                throw new Refusal(Reason.WRONG_TYPE, "document-old-or-locked");
            }
        }
    }

    private static Extract read(ZipFile zip) throws IOException, XMLStreamException {
        if (zip.size() > MOST_ENTRIES) {
            throw new TooMuch();
        }
        if (zip.stream()
                .anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
            throw new Refusal(Reason.WRONG_TYPE, "document-active");
        }
        Measured.Left left = new Measured.Left();
        StringBuilder text = new StringBuilder();
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        String main = mainPart(zip, left);
        part(zip, main, left, text, doubts);
        String notes = main.substring(0, main.lastIndexOf('/') + 1) + "footnotes.xml";
        if (zip.getEntry(notes) != null) {
            part(zip, notes, left, text, doubts);
        }
        String title = title(zip, left);
        return new Extract(cut(text, doubts), 0, title(title), Collections.unmodifiableSet(doubts));
    }

    private static String cut(StringBuilder text, Set<Doubt> doubts) {
        String letters = ArabicLetters.fold(text.toString().strip());
        if (!letters.contentEquals(text.toString().strip())) {
            doubts.add(Doubt.LETTERS_MENDED);
        }
        String clean = Paragraphs.clean(letters);
        return clean.length() > DocumentText.MOST_CHARACTERS ? clean.substring(0, DocumentText.MOST_CHARACTERS) : clean;
    }

    /** As the list of contents names it; Word itself has called it document2.xml. */
    private static String mainPart(ZipFile zip, Measured.Left left) throws IOException, XMLStreamException {
        ZipEntry types = zip.getEntry("[Content_Types].xml");
        if (types == null) {
            throw new Refusal(Reason.WRONG_TYPE, "document-damaged");
        }
        try (InputStream in = new Measured(zip.getInputStream(types), left)) {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (next(xml) == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Override")) {
                    String type = String.valueOf(xml.getAttributeValue(null, "ContentType"));
                    if (type.contains("macroEnabled")) {
                        throw new Refusal(Reason.WRONG_TYPE, "document-active");
                    }
                    if (type.endsWith("wordprocessingml.document.main+xml")) {
                        return String.valueOf(xml.getAttributeValue(null, "PartName"))
                                .replaceFirst("^/", "");
                    }
                }
            }
        }
        return "word/document.xml";
    }

    private static void part(ZipFile zip, String name, Measured.Left left, StringBuilder text, Set<Doubt> doubts)
            throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Refusal(Reason.MALFORMED, "document-damaged");
        }
        try (InputStream in = new Measured(zip.getInputStream(entry), left)) {
            new DocxReading(factory().createXMLStreamReader(in), text, doubts).blocks();
        }
    }

    private static Optional<String> titleText(String title) {
        String line = title.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.isEmpty() ? Optional.empty() : Optional.of(line.substring(0, Math.min(300, line.length())));
    }

    /** A title as a document's properties have it, on one line, if there is one. */
    static Optional<String> title(@Nullable String title) {
        return title == null ? Optional.empty() : titleText(Paragraphs.clean(ArabicLetters.fold(title)));
    }

    private static @Nullable String title(ZipFile zip, Measured.Left left) throws IOException {
        ZipEntry entry = zip.getEntry("docProps/core.xml");
        if (entry == null) {
            return null;
        }
        try (InputStream in = new Measured(zip.getInputStream(entry), left)) {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (next(xml) == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("title")) {
                    return xml.getElementText();
                }
            }
        } catch (XMLStreamException damaged) {
            return null; // A text without its title is still a text.
        }
        return null;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** No word processor writes a DTD; whoever does wants something. */
    private static int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Refusal(Reason.MALFORMED, "document-damaged");
        }
        return event;
    }

    private void blocks() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS -> {
                    if (inText && !hidden && !open.isEmpty()) {
                        write(xml.getText());
                    }
                }
                default -> {}
            }
            if (text.length() + (open.isEmpty() ? 0 : open.peek().length()) > DocumentText.MOST_CHARACTERS) {
                doubts.add(Doubt.CUT);
                while (!open.isEmpty()) {
                    close(open.size() > 1 ? " " : "\n\n");
                }
                return;
            }
        }
    }

    private void start() throws XMLStreamException {
        String name = xml.getLocalName();
        if (PASSED_OVER.contains(name) || separator()) {
            passOver();
            return;
        }
        if (!NAMESPACES.contains(String.valueOf(xml.getNamespaceURI()))) {
            return;
        }
        switch (name) {
            case "p", "tbl", "tr", "tc" -> open.push(new StringBuilder());
            case "t" -> inText = true;
            case "r" -> run++;
            case "vanish" -> hidden |= run > 0 && !Set.of("0", "false").contains(value());
            case "tab" -> write(run > 0 ? "\t" : "");
            case "br", "cr" -> write("\n");
            case "noBreakHyphen" -> write("\u2011");
            case "numPr" -> write("• ");
            default -> {}
        }
    }

    /** The rule above footnotes is kept as a footnote itself. */
    private boolean separator() {
        return xml.getLocalName().equals("footnote")
                && !NAMESPACES.stream().allMatch(space -> xml.getAttributeValue(space, "type") == null);
    }

    private String value() {
        return NAMESPACES.stream()
                .map(space -> xml.getAttributeValue(space, "val"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private void passOver() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = next(xml);
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void end() {
        if (!NAMESPACES.contains(String.valueOf(xml.getNamespaceURI()))) {
            return;
        }
        switch (xml.getLocalName()) {
            case "t" -> inText = false;
            case "r" -> {
                run--;
                hidden = false;
            }
            case "p", "tbl" -> close("\n\n");
            case "tr" -> close("\n");
            case "tc" -> close("\t");
            default -> {}
        }
    }

    /** What ends becomes part of what it stands in; within a cell everything is one line. */
    private void close(String after) {
        if (open.isEmpty()) {
            return;
        }
        String inner = open.pop().toString();
        // An empty first cell keeps its tab, so that a row's cells stay under their heads.
        String kept = after.equals("\t") ? inner.replaceAll("\\s+", " ").strip() : inner.stripTrailing();
        StringBuilder outer = open.isEmpty() ? text : open.peek();
        if (!kept.isBlank() && !kept.equals("•") || after.equals("\t")) {
            outer.append(kept).append(after);
        }
    }

    private void write(String words) {
        if (!open.isEmpty()) {
            words.codePoints()
                    .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c) && !direction(c))
                    .forEach(open.element()::appendCodePoint);
        }
    }

    /** Embeddings, overrides and isolates: the order of the letters says it already. */
    private static boolean direction(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0xAD || c == 0xFEFF || c == 0x200B;
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts what comes out of the archive, all parts together. */
    private static final class Measured extends FilterInputStream {

        private static final class Left {
            private long bytes = MOST_UNPACKED;
        }

        private final Left left;

        Measured(InputStream in, Left left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            return b < 0 ? b : counted(1, b);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            return read < 0 ? read : counted(read, read);
        }

        private int counted(int bytes, int answer) throws IOException {
            left.bytes -= bytes;
            if (left.bytes < 0) {
                throw new TooMuch();
            }
            return answer;
        }
    }
}
