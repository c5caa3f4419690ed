package org.minbar.discovery;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.minbar.language.Language;
import org.minbar.view.Printable;

/**
 * The type that cards are set in: the faces of the site, from files of the house, so that a server without a single font
 * draws the same. A letter is taken from the first face that has it; what none has is left out, since an empty box tells
 * nobody anything.
 */
final class Typeface {

    private static final System.Logger LOG = System.getLogger(Typeface.class.getName());

    /** Among Arabic letters, Roman capitals and digits of the same size would shout. */
    private static final float AMONG_ARABIC = 0.88f;

    private static final int NO_BREAK_SPACE = 0x00a0;

    private final List<Font> faces;

    private Typeface(int weight) {
        faces = List.of(
                face("newsreader-latin-" + weight),
                face("newsreader-latin-ext-" + weight),
                face("noto-naskh-arabic-arabic-" + weight),
                face("noto-sans-tifinagh-400"));
    }

    /** Whether this machine can draw type at all; found out once. */
    static boolean works() {
        return Trial.WORKS;
    }

    static Typeface bold() {
        return Cut.BOLD;
    }

    static Typeface regular() {
        return Cut.REGULAR;
    }

    private static final class Cut {
        static final Typeface BOLD = new Typeface(700);
        static final Typeface REGULAR = new Typeface(400);
    }

    private static final class Trial {
        static final boolean WORKS = works();

        private static boolean works() {
            try {
                return regular()
                                .faces
                                .get(0)
                                .getStringBounds("M", Paragraph.SOFT)
                                .getWidth()
                        > 0;
            } catch (RuntimeException | LinkageError | InternalError cannot) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "No cards for shared links: Java can''t draw type here; install fontconfig and FreeType. {0}",
                        cannot);
                return false;
            }
        }
    }

    private static Font face(String name) {
        try (InputStream file = Typeface.class.getResourceAsStream(name + "-normal.ttf")) {
            if (file == null) throw new IllegalStateException("No face " + name);
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (FontFormatException broken) {
            throw new IllegalStateException("No face " + name, broken);
        }
    }

    /** The letters that can be drawn, on one line. */
    String drawable(String words) {
        StringBuilder drawable = new StringBuilder();
        Printable.line(words).codePoints().forEach(letter -> {
            if (face(letter).isPresent()) {
                drawable.appendCodePoint(letter);
            } else if (Character.isSpaceChar(letter)) {
                drawable.appendCodePoint(NO_BREAK_SPACE);
            } else if (Character.getType(letter) == Character.DASH_PUNCTUATION) {
                drawable.append('-');
            } else {
                parts(letter).filter(part -> face(part).isPresent()).forEach(drawable::appendCodePoint);
            }
        });
        return drawable.toString();
    }

    /** Words to be laid out along the language's direction, whatever the direction of the first letter. */
    AttributedString set(String drawable, Language language, float size) {
        AttributedString text = new AttributedString(drawable);
        boolean arabic = language.rightToLeft();
        text.addAttribute(
                TextAttribute.RUN_DIRECTION,
                arabic ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        text.addAttribute(TextAttribute.KERNING, TextAttribute.KERNING_ON);
        text.addAttribute(TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON);
        int begin = 0;
        Font here = faces.get(0);
        for (int i = 0; i < drawable.length(); ) {
            int letter = drawable.codePointAt(i);
            Font next = follows(letter) && here.canDisplay(letter)
                    ? here
                    : face(letter).orElse(here);
            if (!next.equals(here)) {
                paint(text, here, begin, i, arabic, size);
                begin = i;
                here = next;
            }
            i += Character.charCount(letter);
        }
        paint(text, here, begin, drawable.length(), arabic, size);
        return text;
    }

    private void paint(AttributedString text, Font face, int begin, int end, boolean arabic, float size) {
        if (begin == end) return;
        boolean roman = faces.indexOf(face) < 2;
        text.addAttribute(
                TextAttribute.FONT, face.deriveFont(arabic && roman ? size * AMONG_ARABIC : size), begin, end);
    }

    /** A letter and its marks: where the dotted h is not there, the h is. */
    private static IntStream parts(int letter) {
        return Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .codePoints();
    }

    private Optional<Font> face(int letter) {
        return faces.stream().filter(face -> face.canDisplay(letter)).findFirst();
    }

    /** Marks and joiners belong to the letter before them: in another face they would tear the word apart. */
    private static boolean follows(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }
}
