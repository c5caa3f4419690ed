package org.minbar.documents;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** What stands on a page, in the order in which it was drawn, which says little about the order in which it is read. */
final class GlyphGathering extends PDFStreamEngine {

    private static final int MOST_GLYPHS = 40_000;
    private static final long LETTERS_OF_A_FONT = 1L << 20;
    private static final int DEEPEST_FORM = 12;
    private static final int MOST_STATES = 500;
    private static final int MOST_FORMS = 5_000;
    private static final char UNKNOWN = '\uFFFD';

    private final Allowance allowance;
    private final Map<Integer, List<Glyph>> byAngle = new TreeMap<>();
    private final Map<COSDictionary, Map<Integer, Float>> middles = new IdentityHashMap<>();
    private final Map<COSDictionary, Optional<CMap>> tables = new IdentityHashMap<>();
    private final Map<COSDictionary, Map<Integer, String>> letters = new IdentityHashMap<>();
    private final List<Glyph> instead = new ArrayList<>();
    private @Nullable String actual;
    private int nested;
    private PDRectangle sheet = PDRectangle.A4;
    private int angle;
    private int gathered;
    private int forms;
    private boolean picture;
    private boolean unknown;
    private boolean folded;
    private boolean swapped;
    private boolean cut;

    GlyphGathering(Allowance allowance) {
        this.allowance = allowance;
        List.of(
                        new BeginText(this),
                        new EndText(this),
                        new Concatenate(this),
                        new DrawObject(this),
                        new SetGraphicsStateParameters(this),
                        new Save(this),
                        new Restore(this),
                        new NextLine(this),
                        new SetCharSpacing(this),
                        new MoveText(this),
                        new MoveTextSetLeading(this),
                        new SetFontAndSize(this),
                        new ShowText(this),
                        new ShowTextAdjusted(this),
                        new SetTextLeading(this),
                        new SetMatrix(this),
                        new SetTextRenderingMode(this),
                        new SetTextRise(this),
                        new SetWordSpacing(this),
                        new SetTextHorizontalScaling(this),
                        new ShowTextLine(this),
                        new ShowTextLineAndSpace(this),
                        new BeginMarkedContentSequence(this),
                        new BeginMarkedContentSequenceWithProperties(this),
                        new EndMarkedContentSequence(this))
                .forEach(this::addOperator);
    }

    /** The glyphs of a page, those of each writing direction by themselves, the most first. */
    List<List<Glyph>> of(PDPage page) throws IOException {
        byAngle.clear();
        instead.clear();
        actual = null;
        nested = 0;
        gathered = 0;
        forms = 0;
        picture = false;
        sheet = page.getCropBox();
        processPage(page);
        List<List<Glyph>> directions = new ArrayList<>(byAngle.values());
        directions.sort((one, other) -> other.size() - one.size());
        return directions;
    }

    /** Whether the page that was read last has a picture. */
    boolean picture() {
        return picture;
    }

    boolean unknown() {
        return unknown;
    }

    boolean folded() {
        return folded;
    }

    boolean swapped() {
        return swapped;
    }

    boolean cut() {
        return cut;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        allowance.check();
        String name = operator.getName();
        if (name.equals("q") && getGraphicsStackSize() > MOST_STATES) {
            return;
        }
        if (name.equals("BI")) {
            picture = true;
        } else if (name.equals("Do") && !operands.isEmpty() && operands.get(0) instanceof COSName named) {
            boolean image = getResources() != null && getResources().isImageXObject(named);
            picture |= image;
            // Forms may show forms, themselves among them: a page of a few lines that has no end.
            if (!image && (getLevel() > DEEPEST_FORM || ++forms > MOST_FORMS)) {
                return;
            }
        } else if (name.equals("Tf") && !operands.isEmpty() && operands.get(0) instanceof COSName named) {
            lighten(named);
        }
        super.processOperator(operator, operands);
    }

    /** A table of letters of megabytes is not one. */
    private void lighten(COSName name) throws IOException {
        COSDictionary fonts =
                getResources() == null ? null : getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        COSDictionary font = fonts == null ? null : fonts.getCOSDictionary(name);
        if (font != null
                && !letters.containsKey(font)
                && font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream table) {
            try (var view = table.createView()) {
                if (view.length() > LETTERS_OF_A_FONT) {
                    font.removeItem(COSName.TO_UNICODE);
                    cut = true;
                }
            }
        }
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException damage) {
        // A damaged operator costs its own glyphs and no more.
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        String text = properties == null ? null : properties.getString(COSName.ACTUAL_TEXT);
        if (actual != null) {
            nested++;
        } else if (text != null) {
            actual = text;
            instead.clear();
        }
    }

    /** A word may say by itself what its shapes mean; a whole passage that does has no place in a line, and is read. */
    @Override
    public void endMarkedContentSequence() {
        if (actual == null || nested-- > 0) {
            return;
        }
        String text = actual;
        actual = null;
        nested = 0;
        List<Glyph> shapes = List.copyOf(instead);
        instead.clear();
        if (shapes.isEmpty()) {
            return;
        }
        Glyph widest = Collections.max(shapes, Comparator.comparing(shape -> shape.end() - shape.x()));
        boolean level = shapes.stream().allMatch(shape -> Math.abs(shape.y() - widest.y()) < widest.size());
        if (!level || text.length() > 20 || text.indexOf(' ') > 0) {
            shapes.stream().filter(shape -> !shape.text().isEmpty()).forEach(this::add);
            return;
        }
        float x = (float) shapes.stream().mapToDouble(Glyph::x).min().orElse(0);
        float end = (float) shapes.stream().mapToDouble(Glyph::end).max().orElse(0);
        // A bracket is meant as it looks here, as everywhere else; the reading order turns it.
        String letters = ReadingOrder.mirror(text).equals(widest.text()) ? widest.text() : letters(kept(text));
        if (!letters.isEmpty()) {
            add(new Glyph(letters, x, end, widest.y(), widest.size(), widest.middle()));
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector advance) throws IOException {
        allowance.check();
        if (++gathered > MOST_GLYPHS) {
            cut = true;
            return;
        }
        float px = matrix.getTranslateX();
        float py = matrix.getTranslateY();
        if (px < sheet.getLowerLeftX() - 2
                || px > sheet.getUpperRightX() + 2
                || py < sheet.getLowerLeftY() - 2
                || py > sheet.getUpperRightY() + 2) {
            return;
        }
        String text = spelt(font, code);
        if (text.isEmpty() && actual == null) {
            return;
        }
        double slope = Math.atan2(matrix.getShearY(), matrix.getScaleX());
        double cos = Math.cos(slope);
        double sin = Math.sin(slope);
        float along = (float) (px * cos + py * sin);
        float above = (float) (py * cos - px * sin);
        float scale = (float) Math.hypot(matrix.getScaleX(), matrix.getShearY());
        float size = (float) Math.hypot(matrix.getScaleY(), matrix.getShearX());
        float width = advance.getX() * scale;
        float middle =
                ArabicLetters.mark(text) || actual != null ? along + middle(font, code) * scale : along + width / 2;
        angle = (int) Math.round(Math.toDegrees(slope));
        Glyph glyph =
                new Glyph(text, Math.min(along, along + width), Math.max(along, along + width), above, size, middle);
        if (actual != null) {
            instead.add(glyph);
        } else {
            add(glyph);
        }
    }

    private void add(Glyph glyph) {
        unknown |= glyph.text().indexOf(UNKNOWN) >= 0;
        byAngle.computeIfAbsent(angle, each -> new ArrayList<>()).add(glyph);
    }

    private String letters(String spelt) {
        String text = ArabicLetters.fold(spelt);
        folded |= spelt.codePoints().anyMatch(ArabicLetters::shape);
        if (ArabicLetters.swapped(text)) {
            swapped = true;
            return new StringBuilder(text).reverse().toString();
        }
        return text;
    }

    private String spelt(PDFont font, int code) throws IOException {
        Map<Integer, String> known = letters.computeIfAbsent(font.getCOSObject(), each -> new HashMap<>());
        String text = known.get(code);
        if (text == null) {
            text = letters(spell(font, code));
            known.put(code, text);
        }
        return text;
    }

    private String spell(PDFont font, int code) throws IOException {
        String text = font.toUnicode(code);
        boolean guessed = text != null && text.length() == 1 && text.charAt(0) == code || !font.isEmbedded();
        if (font instanceof PDType0Font && guessed && !confirmed(font, code)) {
            text = null;
        }
        if (text == null) {
            return font.getDisplacement(code).getX() == 0 ? "" : String.valueOf(UNKNOWN);
        }
        return kept(text);
    }

    private static String kept(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL -> kept.append(c == '\t' ? " " : "");
                // The bullets of Symbol and Wingdings have no other number.
                case Character.PRIVATE_USE ->
                    kept.append(c >= 0xF0A7 && c <= 0xF0D8 || c == 0xF076 ? '\u2022' : UNKNOWN);
                case Character.SURROGATE, Character.UNASSIGNED -> kept.append(UNKNOWN);
                case Character.FORMAT ->
                    kept.append(c == 0x200C || c == 0x200D ? Character.toString(c) : c == 0xAD ? "-" : "");
                default -> kept.appendCodePoint(c);
            }
        });
        return kept.toString();
    }

    /**
     * The library takes the number of a glyph for a letter where the font's own table of letters leaves it out, and asks
     * another font where a font was not brought along.
     */
    private boolean confirmed(PDFont font, int code) {
        COSDictionary parts = font.getCOSObject();
        boolean numbers = parts.getNameAsString(COSName.ENCODING, "").startsWith("Identity");
        if (!(parts.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream table)) {
            return font.isEmbedded() || !numbers;
        }
        return tables.computeIfAbsent(parts, each -> table(table))
                .map(known -> known.toUnicode(code) != null)
                .orElse(false);
    }

    private static Optional<CMap> table(COSStream table) {
        try (var view = table.createView()) {
            return Optional.of(new CMapParser(true).parse(view));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    /** Where the ink of a glyph has its middle, in shares of the size. */
    private float middle(PDFont font, int code) {
        return middles.computeIfAbsent(font.getCOSObject(), each -> new HashMap<>())
                .computeIfAbsent(code, each -> {
                    try {
                        if (font instanceof PDVectorFont drawn && font.isEmbedded()) {
                            Rectangle2D ink = drawn.getPath(code).getBounds2D();
                            return ink.isEmpty()
                                    ? 0f
                                    : (float) (ink.getCenterX()
                                            * font.getFontMatrix().getScaleX());
                        }
                        if (font instanceof PDType3Font drawn && drawn.getCharProc(code) != null) {
                            PDRectangle ink = drawn.getCharProc(code).getGlyphBBox();
                            float middle = ink == null ? 0 : (ink.getLowerLeftX() + ink.getUpperRightX()) / 2;
                            return middle * font.getFontMatrix().getScaleX();
                        }
                        return font.getWidth(code) / 2000;
                    } catch (IOException | RuntimeException damaged) {
                        return 0f;
                    }
                });
    }
}
