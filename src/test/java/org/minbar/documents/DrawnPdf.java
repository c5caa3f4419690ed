package org.minbar.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * A PDF of which every glyph stands where a test puts it. Its font has no outlines, only a number for each letter, the
 * letter's own: half a size wide, marks without width.
 */
final class DrawnPdf implements AutoCloseable {

    private static final HexFormat HEX = HexFormat.of();

    final PDDocument document = new PDDocument();
    private final COSDictionary font = font();
    private StringBuilder content = new StringBuilder();
    private int emptiness;

    /** Draws from the left, one glyph for each character, in the order in which they are given. */
    DrawnPdf line(String seen, float x, float y, float size) {
        content.append("BT /F ")
                .append(size)
                .append(" Tf ")
                .append(x)
                .append(' ')
                .append(y)
                .append(" Td <");
        seen.chars().forEach(c -> content.append(HEX.toHexDigits((char) c)));
        content.append("> Tj ET\n");
        return this;
    }

    /** Lines of 12 points, from the top left. */
    DrawnPdf lines(String... seen) {
        for (int i = 0; i < seen.length; i++) {
            line(seen[i], 60, 760 - 18 * i, 12);
        }
        return this;
    }

    /** A line that ends at the right edge of the measure. */
    DrawnPdf right(String seen, float y) {
        return line(seen, 540 - 6 * seen.codePointCount(0, seen.length()), y, 12);
    }

    DrawnPdf raw(String operators) {
        content.append(operators).append('\n');
        return this;
    }

    /** So many megabytes of nothing before what is drawn on this page. */
    DrawnPdf emptiness(int megabytes) {
        emptiness = megabytes;
        return this;
    }

    DrawnPdf endPage() {
        PDPage page = new PDPage(PDRectangle.A4);
        PDResources resources = new PDResources();
        COSDictionary fonts = new COSDictionary();
        fonts.setItem("F", font);
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        page.setResources(resources);
        PDStream stream = new PDStream(document);
        stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
        try (OutputStream out = new DeflaterOutputStream(stream.getCOSObject().createRawOutputStream())) {
            byte[] nothing = " ".repeat(1 << 20).getBytes(StandardCharsets.ISO_8859_1);
            for (; emptiness > 0; emptiness--) {
                out.write(nothing);
            }
            out.write(content.toString().getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        page.setContents(stream);
        document.addPage(page);
        content = new StringBuilder();
        return this;
    }

    Path save(Path folder) {
        try {
            if (!content.isEmpty() || document.getNumberOfPages() == 0) {
                endPage();
            }
            Path file = folder.resolve("drawn.pdf");
            document.save(file.toFile());
            return file;
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The glyph with this number is said to be these letters, or nothing at all. */
    DrawnPdf says(int glyph, String letters) {
        font.setItem(COSName.TO_UNICODE, letters(glyph, letters));
        return this;
    }

    private COSDictionary font() {
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);
        COSDictionary shapes = new COSDictionary();
        shapes.setItem(COSName.TYPE, COSName.FONT);
        shapes.setItem(COSName.SUBTYPE, COSName.getPDFName("CIDFontType2"));
        shapes.setName(COSName.BASE_FONT, "Drawn");
        shapes.setItem(COSName.CIDSYSTEMINFO, system);
        shapes.setInt(COSName.DW, 500);
        COSArray widths = new COSArray();
        for (int mark : new int[] {0x64B, 0x670}) {
            widths.add(COSInteger.get(mark));
            widths.add(COSInteger.get(mark == 0x64B ? 0x65F : mark));
            widths.add(COSInteger.ZERO);
        }
        shapes.setItem(COSName.W, widths);
        COSArray descendants = new COSArray();
        descendants.add(shapes);
        COSDictionary whole = new COSDictionary();
        whole.setItem(COSName.TYPE, COSName.FONT);
        whole.setItem(COSName.SUBTYPE, COSName.TYPE0);
        whole.setName(COSName.BASE_FONT, "Drawn");
        whole.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        whole.setItem(COSName.DESCENDANT_FONTS, descendants);
        whole.setItem(COSName.TO_UNICODE, letters(-1, ""));
        return whole;
    }

    private COSStream letters(int glyph, String letters) {
        StringBuilder map = new StringBuilder("begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        map.append("257 beginbfrange\n");
        for (int row = 0; row < 256; row++) {
            int from = row << 8;
            int to = from | 0xFF;
            if (glyph >> 8 == row) {
                map.append("<%04X> <%04X> <%04X>%n".formatted(from, glyph - 1, from));
                map.append("<%04X> <%04X> <%04X>%n".formatted(glyph + 1, to, glyph + 1));
            } else {
                map.append("<%04X> <%04X> <%04X>%n".formatted(from, to, from));
            }
        }
        map.append("endbfrange\n");
        if (!letters.isEmpty()) {
            StringBuilder hex = new StringBuilder();
            letters.chars().forEach(c -> hex.append("%04X".formatted(c)));
            map.append("1 beginbfchar <%04X> <%s> endbfchar%n".formatted(glyph, hex));
        }
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream()) {
            out.write(map.append("endcmap").toString().getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return stream;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
