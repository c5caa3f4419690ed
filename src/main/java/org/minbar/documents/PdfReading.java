package org.minbar.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.minbar.language.Refusal;
import org.minbar.language.Refusal.Reason;

/** One PDF, from its bytes to its paragraphs. */
final class PdfReading {

    /** Held here so that it stays quiet: the library writes a line for every fault, and a hostile file has millions. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
        FontMappers.set(new OneFont());
    }

    private static final int MOST_PAGES = 500;
    private static final int MOST_PARTS = 400_000;

    private static final Set<COSName> RUNNING = Set.of(
            COSName.JS,
            COSName.getPDFName("JavaScript"),
            COSName.EMBEDDED_FILES,
            COSName.EF,
            COSName.getPDFName("XFA"));
    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "ImportData", "Rendition");
    /** The structure tree is large, leads back to everything, and holds no actions. */
    private static final Set<COSName> PASSED_OVER =
            Set.of(COSName.STRUCT_TREE_ROOT, COSName.PARENT, COSName.P, COSName.getPDFName("StructParent"));

    private final Path file;
    private final Allowance allowance = new Allowance();
    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    private final List<Line> lines = new ArrayList<>();
    private int pictures;
    private int emptyPages;

    PdfReading(Path file) {
        this.file = file;
    }

    Extract read() {
        try (RandomAccessReadBufferedFile source = new RandomAccessReadBufferedFile(file)) {
            WeighingParser parser = new WeighingParser(source, allowance);
            try (PDDocument document = parser.parse()) {
                return read(document, parser);
            }
        } catch (InvalidPasswordException | LinkageError locked) {
            // Encryption for certificates needs classes that the library does not bring.
            throw new Refusal(Reason.MALFORMED, "document-locked");
        } catch (Allowance.Spent | OutOfMemoryError heavy) {
            throw new Refusal(Reason.TOO_LARGE, "document-too-heavy");
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            throw new Refusal(Reason.MALFORMED, "document-damaged");
        }
    }

    private Extract read(PDDocument document, WeighingParser parser) {
        refuseWhatRuns(document);
        List<PDPage> pages = new ArrayList<>();
        Set<COSBase> once = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PDPage page : document.getPages()) {
            if (once.add(page.getCOSObject())) {
                pages.add(page);
            }
        }
        GlyphGathering gathering = new GlyphGathering(allowance);
        gather(pages, gathering);
        Paragraphs paragraphs = new Paragraphs(lines, Math.min(pages.size(), MOST_PAGES));
        String text = cut(paragraphs.text());
        doubt(Doubt.NO_TEXT, pictures > 0 && (text.isBlank() || emptyPages * 2 > pages.size()));
        doubt(Doubt.LETTERS_MENDED, gathering.folded());
        doubt(Doubt.ORDER_MENDED, gathering.swapped() || paragraphs.turned());
        doubt(Doubt.ORDER_UNSURE, paragraphs.unsure());
        doubt(Doubt.LETTERS_UNKNOWN, gathering.unknown());
        doubt(Doubt.CUT, gathering.cut() || parser.emptied());
        return new Extract(text, pages.size(), title(document), Collections.unmodifiableSet(doubts));
    }

    private void doubt(Doubt doubt, boolean holds) {
        if (holds) {
            doubts.add(doubt);
        }
    }

    /** Looks at everything that a reader could be led to, wherever it hangs: fields, pages, notes, names. */
    private void refuseWhatRuns(PDDocument document) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> next = new ArrayDeque<>();
        next.push(document.getDocument().getTrailer());
        while (!next.isEmpty()) {
            COSBase part = next.pop();
            COSBase value = part instanceof COSObject reference ? reference.getObject() : part;
            if (value == null || !seen.add(value)) {
                continue;
            }
            allowance.check();
            if (seen.size() > MOST_PARTS) {
                throw new Refusal(Reason.TOO_LARGE, "document-too-heavy");
            }
            if (value instanceof COSArray array) {
                array.forEach(each -> put(next, each));
            } else if (value instanceof COSDictionary dictionary) {
                if (runs(dictionary)) {
                    throw new Refusal(Reason.WRONG_TYPE, "document-active");
                }
                dictionary.entrySet().stream()
                        .filter(entry -> !PASSED_OVER.contains(entry.getKey()))
                        .forEach(entry -> put(next, entry.getValue()));
            }
        }
    }

    private static void put(Deque<COSBase> next, COSBase part) {
        if (part instanceof COSObject || part instanceof COSArray || part instanceof COSDictionary) {
            next.push(part);
        }
    }

    private static boolean runs(COSDictionary dictionary) {
        return RUNNING.stream().anyMatch(dictionary::containsKey)
                || ACTIONS.contains(dictionary.getNameAsString(COSName.S, ""))
                || "RichMedia".equals(dictionary.getNameAsString(COSName.SUBTYPE));
    }

    private void gather(List<PDPage> pages, GlyphGathering gathering) {
        int characters = 0;
        try {
            for (int i = 0; i < pages.size(); i++) {
                if (i >= MOST_PAGES || characters > DocumentText.MOST_CHARACTERS) {
                    doubts.add(Doubt.CUT);
                    return;
                }
                int before = lines.size();
                page(pages.get(i), i, gathering);
                pictures += gathering.picture() ? 1 : 0;
                emptyPages += lines.size() == before && gathering.picture() ? 1 : 0;
                characters += lines.stream()
                        .skip(before)
                        .mapToInt(line -> line.cells().size())
                        .sum();
            }
        } catch (Allowance.Spent late) {
            if (lines.isEmpty()) {
                throw late;
            }
            doubts.add(Doubt.CUT);
        }
    }

    private void page(PDPage page, int number, GlyphGathering gathering) {
        List<List<Glyph>> directions;
        try {
            directions = gathering.of(page);
        } catch (IOException damaged) {
            doubts.add(Doubt.CUT);
            return;
        }
        for (List<Glyph> glyphs : directions) {
            int column = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).column() + 1;
            lines.addAll(Layout.of(glyphs, number, column, allowance));
        }
    }

    private String cut(String text) {
        if (text.length() <= DocumentText.MOST_CHARACTERS) {
            return text;
        }
        doubts.add(Doubt.CUT);
        int end = text.lastIndexOf(' ', DocumentText.MOST_CHARACTERS);
        return text.substring(0, end > 0 ? end : DocumentText.MOST_CHARACTERS);
    }

    private static Optional<String> title(PDDocument document) {
        return DocxReading.title(document.getDocumentInformation().getTitle());
    }
}
