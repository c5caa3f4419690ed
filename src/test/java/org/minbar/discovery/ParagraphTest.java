package org.minbar.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.Cast.AR;
import static org.minbar.Cast.FR;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.minbar.language.Language;

/** Headlines of both scripts, set in lines. */
class ParagraphTest {

    private static final Paragraph.Room ROOM = new Paragraph.Room(1000, 400, 4, 80, 40);
    private static final String LONG_AR =
            "مجلس النواب يصادق بالأغلبية على مشروع قانون المالية بعد نقاش طويل حول العدالة"
                    + " الجبائية والدعم الاجتماعي المباشر وتمويل ورش الحماية الاجتماعية وإصلاح المنظومة الصحية والتعليم"
                    + " العمومي في المناطق القروية والجبلية التي عانت من آثار الزلزال والجفاف المتواصل خلال السنوات الأخيرة"
                    + " وما تلاها من نقاش في لجنة المالية والتنمية الاقتصادية";

    private static Paragraph set(String words, Language language) {
        return Paragraph.fit(words, language, Typeface.bold(), ROOM);
    }

    /** How often a column without ink stands between columns that have some. */
    private static int gaps(String word) {
        BufferedImage sheet = new BufferedImage(1000, 200, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        new TextLayout(Typeface.bold().set(word, AR, 80).getIterator(), Paragraph.SOFT).draw(graphics, 50, 120);
        graphics.dispose();
        int gaps = 0;
        boolean before = false;
        for (int x = 0; x < sheet.getWidth(); x++) {
            boolean ink = false;
            for (int y = 0; y < sheet.getHeight(); y++) ink |= sheet.getRaster().getSample(x, y, 0) > 60;
            if (before && !ink) gaps++;
            before = ink;
        }
        return gaps;
    }

    @Test
    void arabic_letters_are_joined_to_words() {
        assertThat(gaps("محسن")).as("one stroke of the pen").isEqualTo(1);
        assertThat(gaps("م\u200cح\u200cس\u200cن")).as("letters kept apart").isEqualTo(4);
    }

    @Test
    void marks_over_letters_do_not_tear_a_word() {
        assertThat(gaps("مُحَسَّن")).isEqualTo(1);
    }

    private static double begins(TextLayout line, String words, String word) {
        int at = words.indexOf(word);
        return line.getLogicalHighlightShape(at, at + word.length())
                .getBounds2D()
                .getX();
    }

    @Test
    void a_latin_name_stands_where_it_is_read_in_an_arabic_headline() {
        String words = "مهرجان Timitar الدولي في أكادير";
        TextLayout line = set(words, AR).lines().get(0);
        assertThat(begins(line, words, "مهرجان")).isGreaterThan(begins(line, words, "Timitar"));
        assertThat(begins(line, words, "Timitar")).isGreaterThan(begins(line, words, "الدولي"));
        String latinFirst = "Timitar ينطلق مساء اليوم";
        TextLayout second = set(latinFirst, AR).lines().get(0);
        assertThat(begins(second, latinFirst, "Timitar")).isGreaterThan(begins(second, latinFirst, "ينطلق"));
    }

    @Test
    void an_arabic_name_is_read_from_its_right_in_a_french_headline() {
        String words = "Avec أمينة الوزاني à Rabat";
        TextLayout line = set(words, FR).lines().get(0);
        assertThat(begins(line, words, "Avec")).isLessThan(begins(line, words, "الوزاني"));
        assertThat(begins(line, words, "الوزاني")).isLessThan(begins(line, words, "أمينة"));
        assertThat(begins(line, words, "أمينة")).isLessThan(begins(line, words, "à Rabat"));
    }

    @Test
    void arabic_lines_end_at_the_right_edge_and_others_begin_at_the_left() {
        for (Language language : new Language[] {AR, FR}) {
            String words = language == AR ? LONG_AR : "Le festival commence ce soir à Agadir avec vingt-cinq pays";
            Paragraph paragraph = set(words, language);
            BufferedImage sheet = new BufferedImage(1200, 500, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D graphics = sheet.createGraphics();
            paragraph.draw(graphics, 100, 1100, 20);
            graphics.dispose();
            float leading = paragraph.height() / paragraph.lines().size();
            for (int line = 0; line < paragraph.lines().size(); line++) {
                int first = 1200;
                int last = 0;
                for (int y = Math.round(20 + line * leading + 4); y < 20 + (line + 1) * leading - 4; y++) {
                    for (int x = 0; x < 1200; x++) {
                        if (sheet.getRaster().getSample(x, y, 0) < 128) continue;
                        first = Math.min(first, x);
                        last = Math.max(last, x);
                    }
                }
                assertThat(language == AR ? 1100 - last : first - 100)
                        .as("line %s in %s", line, language)
                        .isBetween(-6, 12);
            }
        }
    }

    @Test
    void a_short_headline_is_large_and_a_long_one_small() {
        Paragraph brief = set("Séisme au large", FR);
        assertThat(brief.size()).isGreaterThan(78);
        assertThat(brief.lines()).hasSize(1);
        Paragraph longer = set(
                "Le tramway de Casablanca relie enfin l’autre rive après dix ans de chantier, de colère et de promesses que personne ne croyait plus tenir",
                FR);
        assertThat(longer.size()).isBetween(40f, 78f);
        assertThat(longer.width()).isLessThanOrEqualTo(1001);
        assertThat(longer.height()).isLessThanOrEqualTo(400);
    }

    @Test
    void lines_are_of_about_the_same_length() {
        Paragraph paragraph = set("Une semaine de pluie remplit les barrages du Nord, le Sud attend", FR);
        double shortest = paragraph.lines().stream()
                .mapToDouble(TextLayout::getVisibleAdvance)
                .min()
                .orElseThrow();
        assertThat(paragraph.lines().size()).isGreaterThan(1);
        assertThat(shortest).isGreaterThan(paragraph.width() * 0.6);
    }

    @Test
    void what_is_too_long_ends_after_a_whole_word_with_an_ellipsis() {
        Paragraph paragraph = set(LONG_AR, AR);
        assertThat(paragraph.lines()).hasSizeLessThanOrEqualTo(4);
        assertThat(paragraph.words()).endsWith("…");
        String kept = paragraph.words().substring(0, paragraph.words().length() - 1);
        assertThat(LONG_AR).startsWith(kept + " ");
        assertThat(kept.length()).isGreaterThan(150);
    }

    @Test
    void a_word_that_is_wider_than_the_room_is_made_smaller_and_not_broken() {
        Paragraph paragraph = set("a".repeat(120), FR);
        assertThat(paragraph.lines()).hasSize(1);
        assertThat(paragraph.words()).hasSize(120);
        assertThat(paragraph.width()).isLessThanOrEqualTo(1001);
    }

    @Test
    void nothing_is_drawn_that_no_face_has() {
        Typeface face = Typeface.bold();
        assertThat(face.drawable("Minbar 😀 ⵜⴰⵎⴰⵣⵉⵖⵜ 新聞")).isEqualTo("Minbar  ⵜⴰⵎⴰⵣⵉⵖⵜ ");
        assertThat(face.drawable("Qui\u202f? « Œuvre » d’Ağrı, Łódź – ḥ"))
                .matches("Qui\u00a0\\? « Œuvre » d’Ağrı, Łódź – h\u0323?");
        assertThat(set("😀", FR).lines()).isEmpty();
    }
}
