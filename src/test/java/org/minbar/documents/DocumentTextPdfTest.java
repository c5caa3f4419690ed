package org.minbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.ArabicShaping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minbar.language.Refusal;

class DocumentTextPdfTest {

    private static final String RELEASE =
            "تعلن الجمعية عن تنظيم الدورة السابعة (الصويرة) يوم 21 يونيو على الساعة 18:30";
    private static final Path OURS = Path.of("src/test/resources/documents");

    @TempDir
    Path folder;

    private final DrawnPdf pdf = new DrawnPdf();

    @AfterEach
    void close() throws IOException {
        pdf.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"press-release.pdf", "two-columns.pdf"})
    void a_release_printed_by_a_browser_comes_back_word_for_word_and_paragraph_for_paragraph(String name)
            throws IOException {
        String written = Files.readString(OURS.resolve("press-release.txt")).strip();
        Extract extract = DocumentText.ofPdf(OURS.resolve(name));
        assertThat(extract.text())
                .isEqualTo(written.replaceAll("\n• ", "\n\n• ").replace("\n\n\n", "\n\n"));
        assertThat(extract.pages()).isEqualTo(1);
        assertThat(extract.title()).contains("بلاغ");
        assertThat(extract.doubts()).containsExactly(Doubt.LETTERS_MENDED);
    }

    @Test
    void letters_whose_dots_are_glyphs_of_their_own_are_whole_letters() {
        assertThat(DocumentText.ofPdf(OURS.resolve("drawn-letters.pdf")).text())
                .isEqualTo("بلاغ صحفي\n\nتنعقد الندوة الافتتاحية يوم الخميس على الساعة 18:30 (دار الصويري).");
    }

    @Test
    void rows_of_a_table_stay_rows() {
        assertThat(DocumentText.ofPdf(OURS.resolve("table.pdf")).text())
                .contains(
                        "الساعة\tالنشاط\tالقاعة\n10:00\tورشة الحكاية\tبرج باب مراكش\n18:30\tالندوة الافتتاحية\tدار الصويري")
                .endsWith("\n\nالدخول مجاني.");
    }

    @Test
    void shapes_of_letters_in_the_order_in_which_they_are_seen_become_letters_again() throws Exception {
        Extract extract = drawn(pdf.lines(ReadingOrderTest.seen(shaped(RELEASE), true)));
        assertThat(extract.text()).isEqualTo(RELEASE);
        assertThat(extract.doubts()).containsExactly(Doubt.LETTERS_MENDED);
    }

    @Test
    void letters_printed_back_to_front_are_turned_and_it_is_said() {
        Extract extract = drawn(pdf.lines(RELEASE));
        assertThat(extract.text()).isEqualTo(RELEASE);
        assertThat(extract.doubts()).contains(Doubt.ORDER_MENDED).doesNotContain(Doubt.LETTERS_MENDED);
    }

    @ParameterizedTest
    @CsvSource({
        "ﷲ, الله",
        "ﷺ دمحم, محمد ﷺ",
        "ﻼﻛ, كلا",
        "ـهـ 1447, 1447 ـهـ",
        "ةنيـــدم, مدينة",
        "(UNESCO) ةيلودلا ةمظنملا, المنظمة الدولية (UNESCO)",
        "%23 ىلإ, إلى 23%",
        "ﬁn de l'oﬃce, fin de l'office",
        "la ville (Essaouira) ةريوصلا, la ville (Essaouira) الصويرة",
    })
    void what_files_do_to_letters_is_undone(String seen, String read) {
        assertThat(drawn(pdf.lines(seen)).text()).isEqualTo(read);
    }

    @Test
    void marks_go_to_the_letter_that_they_sit_on_wherever_they_are_drawn() {
        // Shadda is drawn over the lam, which stands third from the left, and before any letter.
        Extract extract = drawn(pdf.line("\u0651", 60 + 2.5f * 6, 700, 12).line("ةملعم", 60, 700, 12));
        assertThat(extract.text()).isEqualTo("معلّمة");
    }

    @Test
    void a_lam_alef_that_is_named_the_wrong_way_round_is_turned() {
        pdf.says(0x180, "ال");
        Extract extract = drawn(pdf.lines("مƀس"));
        assertThat(extract.text()).isEqualTo("سلام");
        assertThat(extract.doubts()).containsExactly(Doubt.ORDER_MENDED);
    }

    @Test
    void a_glyph_without_a_letter_is_said_and_marked() {
        pdf.says(0x180, "");
        Extract extract = drawn(pdf.lines("Essaouira vƀus attend"));
        assertThat(extract.text()).isEqualTo("Essaouira v\uFFFDus attend");
        assertThat(extract.doubts()).containsExactly(Doubt.LETTERS_UNKNOWN);
    }

    @Test
    void two_columns_are_read_one_after_the_other_and_not_line_by_line() {
        List<String> left = List.of("La ville attend tous", "ses visiteurs et se", "prépare à la fête");
        List<String> right = List.of("Les concerts ont", "lieu sur la place", "devant le port.");
        pdf.line("Un titre qui va d'un bord à l'autre de la page", 60, 760, 12);
        for (int i = 0; i < 3; i++) {
            pdf.line(left.get(i), 60, 730 - 18 * i, 12).line(right.get(i), 200, 730 - 18 * i, 12);
        }
        assertThat(drawn(pdf).text())
                .isEqualTo(
                        "Un titre qui va d'un bord à l'autre de la page\n\n"
                                + "La ville attend tous ses visiteurs et se prépare à la fête Les concerts ont lieu sur la place devant le port.");
    }

    @Test
    void a_short_line_a_wider_gap_and_a_bullet_end_a_paragraph() {
        pdf.lines(
                "La conférence se tiendra jeudi à Dar Souiri devant",
                "le public.",
                "Les concerts ont lieu chaque soir sur la place qui",
                "donne sur le port.");
        pdf.line("Le lendemain, les troupes reviennent sur la place.", 60, 660, 12);
        pdf.line("\u2022 premier point", 60, 642, 12);
        assertThat(drawn(pdf).text().split("\n\n"))
                .containsExactly(
                        "La conférence se tiendra jeudi à Dar Souiri devant le public.",
                        "Les concerts ont lieu chaque soir sur la place qui donne sur le port.",
                        "Le lendemain, les troupes reviennent sur la place.",
                        "\u2022 premier point");
    }

    @ParameterizedTest
    @CsvSource({
        "les organisa-|teurs sont là, les organisateurs sont là",
        "nous a-t-|elle déclaré, nous a-t-elle déclaré",
        "vers Casa-|Settat demain, vers Casa-Settat demain",
    })
    void words_divided_at_the_end_of_a_line_are_whole(String lines, String read) {
        assertThat(drawn(pdf.lines(lines.split("\\|"))).text()).isEqualTo(read);
    }

    @Test
    void what_stands_on_every_page_is_left_out_with_the_numbers_of_the_pages() {
        List<String> texts = List.of("Une page.", "Deux villes se parlent.", "Trois soirs de musique.");
        for (int i = 0; i < 3; i++) {
            pdf.line("Association Marafi", 60, 800, 10).line(texts.get(i), 60, 700, 12);
            pdf.line("Page " + (i + 1) + "/3", 280, 30, 10).endPage();
        }
        Extract extract = drawn(pdf);
        assertThat(extract.text()).isEqualTo(String.join("\n\n", texts));
        assertThat(extract.pages()).isEqualTo(3);
    }

    @Test
    void a_paragraph_goes_on_over_the_page() {
        for (int i = 0; i < 2; i++) {
            pdf.lines(
                    "Les concerts ont lieu chaque soir sur la place et",
                    "les visiteurs y viennent de tous les pays pour le",
                    "seul plaisir de la musique et de la mer, qui est " + i);
            pdf.endPage();
        }
        assertThat(drawn(pdf).text()).doesNotContain("\n").contains("qui est 0 Les concerts");
    }

    @Test
    void a_scan_has_no_text_and_says_so() {
        Extract extract = drawn(pdf.raw("BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI"));
        assertThat(extract.text()).isEmpty();
        assertThat(extract.doubts()).containsExactly(Doubt.NO_TEXT);
    }

    @Test
    void text_is_cut_where_it_is_more_than_is_taken() {
        for (int page = 0; page < 60; page++) {
            for (int line = 0; line < 60; line++) {
                pdf.line("mot %04d ".formatted(page * 60 + line).repeat(11), 10, 800 - 13 * line, 8);
            }
            pdf.endPage();
        }
        Extract extract = drawn(pdf);
        assertThat(extract.text().length()).isBetween(250_000, DocumentText.MOST_CHARACTERS);
        assertThat(extract.pages()).isEqualTo(60);
        assertThat(extract.doubts()).contains(Doubt.CUT);
    }

    @Test
    void pages_after_the_five_hundredth_are_not_read() {
        for (int page = 1; page <= 501; page++) {
            pdf.line("Chapitre" + "x".repeat(page % 7), 60, 700 - page, 12).endPage();
        }
        Extract extract = drawn(pdf);
        assertThat(extract.pages()).isEqualTo(501);
        assertThat(extract.doubts()).containsExactly(Doubt.CUT);
    }

    @Test
    void a_pdf_that_only_its_owner_may_change_opens_and_one_with_a_password_does_not() throws IOException {
        pdf.lines("Ouvert")
                .endPage()
                .document
                .protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
        assertThat(drawn(pdf).text()).isEqualTo("Ouvert");
        try (DrawnPdf closed = new DrawnPdf()) {
            closed.lines("x")
                    .endPage()
                    .document
                    .protect(new StandardProtectionPolicy("o", "u", new AccessPermission()));
            assertRefused(closed.save(folder), "document-locked");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OpenAction", "AA", "Names", "Annots", "EmbeddedFiles", "Next"})
    void a_pdf_that_would_run_something_or_brings_files_along_is_refused(String where) {
        COSDictionary catalog =
                pdf.lines("x").endPage().document.getDocumentCatalog().getCOSObject();
        COSDictionary action = new COSDictionary();
        action.setName(COSName.S, where.equals("AA") ? "Launch" : "JavaScript");
        COSDictionary holder = new COSDictionary();
        holder.setItem(COSName.A, action);
        COSArray list = new COSArray();
        list.add(holder);
        switch (where) {
            case "Annots" -> pdf.document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, list);
            case "Next" -> {
                COSDictionary first = new COSDictionary();
                first.setName(COSName.S, "URI");
                first.setItem(COSName.NEXT, action);
                catalog.setItem(COSName.OPEN_ACTION, first);
            }
            case "EmbeddedFiles" -> {
                COSDictionary names = new COSDictionary();
                names.setItem(COSName.EMBEDDED_FILES, new COSDictionary());
                catalog.setItem(COSName.NAMES, names);
            }
            default -> catalog.setItem(COSName.getPDFName(where), action);
        }
        assertRefused(pdf.save(folder), "document-active");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%PDF-1.7\n",
                "%PDF-1.7\n1 0 obj\n<<",
                "not a PDF at all",
                "%PDF-1.4\ntrailer<</Root 1 0 R>>\n%%EOF"
            })
    void what_is_no_whole_pdf_is_refused(String bytes) throws IOException {
        Path file = Files.writeString(folder.resolve("damaged.pdf"), bytes, StandardCharsets.ISO_8859_1);
        assertRefused(file, "document-damaged");
    }

    @Test
    void a_pdf_that_is_encrypted_for_certificates_is_locked() throws IOException {
        StringBuilder bytes = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        List<String> parts = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[]/Count 0>>",
                "<</Filter/Adobe.PubSec/V 4/Length 128/SubFilter/adbe.pkcs7.s5/Recipients[<00>]>>");
        for (String part : parts) {
            places.append("%010d 00000 n \n".formatted(bytes.length()));
            bytes.append(parts.indexOf(part) + 1)
                    .append(" 0 obj\n")
                    .append(part)
                    .append("\nendobj\n");
        }
        int table = bytes.length();
        bytes.append(places).append("trailer\n<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>\nstartxref\n");
        bytes.append(table).append("\n%%EOF\n");
        assertRefused(Files.writeString(folder.resolve("certified.pdf"), bytes), "document-locked");
    }

    @Test
    void a_pdf_cut_off_anywhere_is_read_or_refused_and_nothing_else() throws IOException {
        byte[] whole = Files.readAllBytes(OURS.resolve("table.pdf"));
        for (int length = 0; length < whole.length; length += 997) {
            Path file = Files.write(folder.resolve("cut.pdf"), java.util.Arrays.copyOf(whole, length));
            try {
                assertThat(DocumentText.ofPdf(file).text()).isNotNull();
            } catch (Refusal refusal) {
                assertThat(refusal.kind()).startsWith("document-");
            }
        }
    }

    @Test
    void a_page_that_unpacks_beyond_measure_is_left_empty() {
        pdf.emptiness(64).lines("Never seen").endPage().lines("Seen");
        Extract extract = drawn(pdf);
        assertThat(extract.text()).isEqualTo("Seen");
        assertThat(extract.doubts()).contains(Doubt.CUT);
    }

    @Test
    void forms_within_themselves_and_page_trees_that_bite_their_tails_come_to_an_end() throws IOException {
        pdf.lines("Avant").raw("/X Do").endPage();
        PDFormXObject form = new PDFormXObject(pdf.document);
        form.setResources(pdf.document.getPage(0).getResources());
        try (var out = form.getStream().createOutputStream()) {
            out.write("/X Do /X Do /X Do".getBytes(StandardCharsets.ISO_8859_1));
        }
        COSDictionary forms = new COSDictionary();
        forms.setItem("X", form.getCOSObject());
        pdf.document.getPage(0).getResources().getCOSObject().setItem(COSName.XOBJECT, forms);
        COSDictionary root = pdf.document.getPages().getCOSObject();
        root.getCOSArray(COSName.KIDS).add(root);
        Extract extract = drawn(pdf);
        assertThat(extract.text()).isEqualTo("Avant");
    }

    private Extract drawn(DrawnPdf drawn) {
        return DocumentText.ofPdf(drawn.save(folder));
    }

    private static String shaped(String text) throws Exception {
        return new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.TEXT_DIRECTION_LOGICAL).shape(text);
    }

    private static void assertRefused(Path file, String kind) {
        assertThatThrownBy(() -> DocumentText.ofPdf(file))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
