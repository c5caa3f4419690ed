package org.minbar.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minbar.darkroom.Drawn.box;
import static org.minbar.darkroom.Drawn.joined;
import static org.minbar.darkroom.Drawn.latin;
import static org.minbar.darkroom.Drawn.zip;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.minbar.language.Refusal;

class SniffingTest {

    private static final BufferedImage PICTURE = Drawn.photograph(40, 30);
    private static final String WORD =
            "<Override ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/>";
    private static final byte[] WEBM = {
        0x1a, 0x45, (byte) 0xdf, (byte) 0xa3, (byte) 0x9f, 0x42, (byte) 0x82, (byte) 0x84
    };

    @TempDir
    Path folder;

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of(FileType.JPEG, Drawn.file(PICTURE, "jpeg")),
                Arguments.of(FileType.PNG, Drawn.file(PICTURE, "png")),
                Arguments.of(FileType.GIF, Drawn.file(PICTURE, "gif")),
                Arguments.of(FileType.WEBP, Drawn.webp(PICTURE, false)),
                Arguments.of(FileType.JPEG, joined(Drawn.file(PICTURE, "jpeg"), zip("evil.js", "alert(1)"))),
                Arguments.of(FileType.PDF, latin("%PDF-1.7\n1 0 obj<<>>endobj")),
                Arguments.of(FileType.DOCX, zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>")),
                Arguments.of(FileType.DOCX, zip("a.xml", "", "word/document.xml", "", "[Content_Types].xml", "")),
                Arguments.of(FileType.MP3, joined(latin("ID3"), new byte[] {3, 0, 0, 0, 0, 0, 0}, new byte[99])),
                Arguments.of(FileType.MP3, joined(frame(), frame())),
                Arguments.of(FileType.WAV, joined(latin("RIFF"), new byte[4], latin("WAVEfmt "), new byte[99])),
                Arguments.of(FileType.OGG, ogg("\1vorbis")),
                Arguments.of(FileType.OGG, ogg("OpusHead")),
                Arguments.of(FileType.MP4, film("isom", "soun", "vide")),
                Arguments.of(FileType.M4A, film("isom", "soun")),
                Arguments.of(FileType.M4A, film("M4A ", "soun")),
                Arguments.of(FileType.WEBM, joined(WEBM, latin("webm"), new byte[99])),
                Arguments.of(
                        FileType.VTT, "WEBVTT\n\n00:01.000 --> 00:02.000\nسلام\n".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void a_file_is_what_its_bytes_say(FileType type, byte[] bytes) throws IOException {
        assertThat(new Sniffing().sniff(written(bytes))).isEqualTo(type);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("file-empty", new byte[0]),
                Arguments.of(
                        "picture-svg", latin("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>")),
                Arguments.of(
                        "picture-svg",
                        latin("<?xml version='1.0'?>\n<!-- . -->\n<svg xmlns='http://www.w3.org/2000/svg'/>")),
                Arguments.of("picture-from-phone", film("heic")),
                Arguments.of("picture-from-phone", film("avif")),
                Arguments.of("picture-other-kind", joined(latin("II*\0\10\0\0\0"), new byte[60])),
                Arguments.of("picture-other-kind", Drawn.file(PICTURE, "bmp")),
                Arguments.of("file-with-scripts", latin("<!DOCTYPE html><html><script>alert(1)</script>")),
                Arguments.of("file-with-scripts", latin("<html><script>1</script>\n%PDF-1.4\n1 0 obj")),
                Arguments.of("file-with-macros", zip("[Content_Types].xml", WORD, "word/document.xml", "")),
                Arguments.of(
                        "file-with-macros",
                        zip("[Content_Types].xml", "", "word/document.xml", "", "word/vbaProject.bin", "")),
                Arguments.of("file-packed", zip("a.txt", "a")),
                Arguments.of("file-packed", zip("[Content_Types].xml", "", "xl/workbook.xml", "")),
                Arguments.of("file-packed", latin("PK\3\4 and then nothing")),
                Arguments.of("film-other-kind", film("qt  ", "vide")),
                Arguments.of("film-other-kind", joined(WEBM, latin("matroska"), new byte[99])),
                Arguments.of("film-other-kind", ogg("\200theora")),
                Arguments.of("file-unknown", ogg("fishead")),
                Arguments.of("file-unknown", joined(frame(), new byte[900])),
                Arguments.of("file-unknown", latin("just a few words\n")),
                Arguments.of("file-unknown", new byte[5_000]));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_is_not_taken_is_refused_by_name(String key, byte[] bytes) {
        assertThatThrownBy(() -> new Sniffing().sniff(written(bytes)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(key));
    }

    /** The name lies, always. */
    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("holiday.svg.exe"), bytes);
    }

    private static byte[] frame() {
        return joined(new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0x64}, new byte[413]);
    }

    private static byte[] ogg(String first) {
        return joined(latin("OggS\0\2"), new byte[22], latin(first), new byte[99]);
    }

    private static byte[] film(String brand, String... tracks) {
        byte[] all = box("ftyp", latin(brand + "\0\0\2\0" + (brand.equals("M4A ") ? "isom" : brand)));
        byte[] film = new byte[0];
        for (String track : tracks) {
            byte[] kind = box("hdlr", new byte[8], latin(track), new byte[12]);
            film = joined(film, box("trak", box("tkhd", new byte[20]), box("mdia", kind)));
        }
        return joined(all, box("mdat", new byte[5_000]), box("moov", film));
    }
}
