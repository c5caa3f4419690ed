package org.minbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minbar.language.Refusal;

class DocumentTextDocxTest {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String HEAD = "<w:document xmlns:w='" + WORD
            + "' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>";
    private static final String FOOT = "</w:body></w:document>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{بلاغ صحفي}{(UNESCO) الصويرة} | بلاغ صحفي¶¶(UNESCO) الصويرة",
                "<w:p><w:r><w:t>un</w:t><w:br/><w:t>deux</w:t><w:tab/><w:t>trois</w:t></w:r></w:p> | un¶deux→trois",
                "<w:p><w:pPr><w:tabs><w:tab/></w:tabs><w:numPr/></w:pPr><w:r><w:t>point</w:t></w:r></w:p> | • point",
                "<w:tbl><w:tr><w:tc>{a}{b}</w:tc><w:tc>{c}</w:tc></w:tr><w:tr><w:tc>{}</w:tc><w:tc>{d}</w:tc></w:tr></w:tbl>{e} | a b→c¶→d¶¶e",
                "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r><w:r><w:t>vu</w:t></w:r></w:p> | vu",
                "<w:p><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>vu</w:t></w:r></w:p> | vu",
                "<w:p><w:del><w:r><w:delText>ancien</w:delText></w:r></w:del><w:ins><w:r><w:t>neuf</w:t></w:r></w:ins></w:p> | neuf",
                "<w:p><w:moveFrom><w:r><w:t>parti</w:t></w:r></w:moveFrom><w:r><w:t>resté</w:t></w:r></w:p> | resté",
                "<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>texte</w:t></w:r></w:p> | texte",
                "<w:p><w:r><mc:AlternateContent><mc:Choice>{boîte}</mc:Choice><mc:Fallback>{boîte}</mc:Fallback></mc:AlternateContent></w:r></w:p> | boîte",
                "{ﺑﻼﻍ مديـــنة} | بلاغ مدينة",
                "{مهر&#x202B;جان&#x202C;} | مهرجان",
            })
    void a_body_becomes_paragraphs(String body, String text) throws IOException {
        assertThat(read(body).text()).isEqualTo(text.replace('¶', '\n').replace('→', '\t'));
    }

    @Test
    void footnotes_follow_the_text_and_the_title_comes_from_the_properties() throws IOException {
        Map<String, String> parts = parts(paragraphs("{Texte}"));
        parts.put(
                "word/footnotes.xml",
                "<w:footnotes xmlns:w='" + WORD + "'><w:footnote w:type='separator'>" + paragraphs("{non}")
                        + "</w:footnote><w:footnote>" + paragraphs("{Note}") + "</w:footnote></w:footnotes>");
        parts.put(
                "docProps/core.xml", "<c xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title> بلاغ </dc:title></c>");
        Extract extract = DocumentText.ofDocx(zip(parts));
        assertThat(extract.text()).isEqualTo("Texte\n\nNote");
        assertThat(extract.title()).contains("بلاغ");
        assertThat(extract.pages()).isZero();
        assertThat(extract.doubts()).isEmpty();
    }

    @Test
    void the_main_part_may_have_another_name() throws IOException {
        Map<String, String> parts = parts("");
        parts.put("word/document2.xml", HEAD + paragraphs("{Ici}") + FOOT);
        parts.put("[Content_Types].xml", types("/word/document2.xml", "document.main"));
        assertThat(DocumentText.ofDocx(zip(parts)).text()).isEqualTo("Ici");
    }

    @Test
    void a_long_text_is_cut_and_says_so() throws IOException {
        Extract extract = read("{" + "mot ".repeat(100_000) + "}");
        assertThat(extract.text().length()).isLessThanOrEqualTo(DocumentText.MOST_CHARACTERS);
        assertThat(extract.doubts()).containsExactly(Doubt.CUT);
    }

    @Test
    void a_zip_that_unpacks_beyond_measure_is_refused() throws IOException {
        Path file = folder.resolve("bomb.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "[Content_Types].xml", types("/word/document.xml", "document.main"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(HEAD.getBytes(StandardCharsets.UTF_8));
            byte[] spaces = " ".repeat(600_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 60; i++) {
                zip.write(spaces);
            }
        }
        assertRefused(file, "document-too-heavy");
    }

    @Test
    void a_zip_of_too_many_parts_is_refused() throws IOException {
        Map<String, String> parts = parts(paragraphs("{x}"));
        for (int i = 0; i < 5_001; i++) {
            parts.put("word/media/" + i, "");
        }
        assertRefused(zip(parts), "document-too-heavy");
    }

    @Test
    void macros_are_refused_by_their_file_and_by_their_type() throws IOException {
        Map<String, String> parts = parts(paragraphs("{x}"));
        parts.put("word/vbaProject.bin", "");
        assertRefused(zip(parts), "document-active");
        parts.remove("word/vbaProject.bin");
        parts.put("[Content_Types].xml", types("/word/document.xml", "document.macroEnabled.main"));
        assertRefused(zip(parts), "document-active");
    }

    @Test
    void nothing_is_fetched_or_multiplied_for_a_document() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        Map<String, String> parts = parts("");
        for (String entity : new String[] {"SYSTEM '" + secret.toUri() + "'", "'AAAAAAAAAA'"}) {
            parts.put(
                    "word/document.xml",
                    "<!DOCTYPE x [<!ENTITY a " + entity + ">]>" + HEAD + paragraphs("{&a;}") + FOOT);
            assertRefused(zip(parts), "document-damaged");
        }
    }

    @Test
    void what_is_no_docx_is_refused_with_what_to_do() throws IOException {
        assertRefused(
                Files.write(folder.resolve("a"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}),
                "document-old-or-locked");
        assertRefused(Files.writeString(folder.resolve("b"), "PK and no more"), "document-damaged");
        assertRefused(zip(new LinkedHashMap<>(Map.of("other.txt", "x"))), "document-damaged");
        Map<String, String> parts = parts("<w:p><w:r><w:t>open");
        assertRefused(zip(parts), "document-damaged");
    }

    private Extract read(String body) throws IOException {
        return DocumentText.ofDocx(zip(parts(paragraphs(body))));
    }

    private static String paragraphs(String body) {
        return body.replace("{", "<w:p><w:r><w:t>").replace("}", "</w:t></w:r></w:p>");
    }

    private static Map<String, String> parts(String body) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", types("/word/document.xml", "document.main"));
        parts.put("word/document.xml", HEAD + body + FOOT);
        return parts;
    }

    private static String types(String part, String kind) {
        return "<Types><Override PartName='" + part
                + "' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml." + kind
                + "+xml'/></Types>";
    }

    private Path zip(Map<String, String> parts) throws IOException {
        Path file = folder.resolve("written.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                part(zip, part.getKey(), part.getValue());
            }
        }
        return file;
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        OutputStream out = zip;
        out.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(Path file, String kind) {
        assertThatThrownBy(() -> DocumentText.ofDocx(file))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
