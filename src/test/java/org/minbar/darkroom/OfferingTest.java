package org.minbar.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferingTest {

    private static final byte[] PHOTOGRAPH = Drawn.file(Drawn.photograph(40, 30), "jpeg");
    private static final String CAPTION = "مهرجان كناوة بالصويرة";

    @TempDir
    Path folder;

    @Test
    void an_agency_tells_caption_credit_copyright_place_and_day() throws IOException {
        Offered offered = iptc(
                true,
                StandardCharsets.UTF_8,
                120,
                CAPTION,
                80,
                "سلمى الإدريسي",
                110,
                "وكالة الساحل",
                116,
                "© الساحل",
                90,
                "الصويرة",
                101,
                "المغرب",
                55,
                "20260621");
        assertThat(offered)
                .isEqualTo(new Offered(
                        Optional.of(CAPTION),
                        Optional.of("سلمى الإدريسي / وكالة الساحل"),
                        Optional.of("© الساحل"),
                        Optional.of("الصويرة، المغرب"),
                        Optional.of(LocalDate.of(2026, 6, 21))));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, مهرجان كناوة بالصويرة", "windows-1256, مهرجان كناوة بالصويرة",
        "ISO-8859-1, Fête de l'été à Témara", "UTF-8, Fête de l'été à Témara"
    })
    void words_are_read_whatever_they_were_written_with(String charset, String caption) throws IOException {
        assertThat(iptc(false, Charset.forName(charset), 120, caption).caption())
                .contains(caption);
    }

    @Test
    void xmp_is_read_where_there_is_no_iptc() throws IOException {
        Offered offered = xmp("<photoshop:City>Essaouira</photoshop:City><photoshop:Country>Maroc</photoshop:Country>"
                + "<photoshop:Credit>Agence du Littoral</photoshop:Credit>"
                + "<photoshop:DateCreated>2026-06-21T18:30:00+01:00</photoshop:DateCreated>"
                + "<dc:creator><rdf:Seq><rdf:li>Salma Idrissi</rdf:li></rdf:Seq></dc:creator>"
                + "<dc:rights><rdf:Alt><rdf:li xml:lang='x-default'>© Littoral</rdf:li></rdf:Alt></dc:rights>"
                + "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>Fête</rdf:li></rdf:Alt></dc:description>");
        assertThat(offered)
                .isEqualTo(new Offered(
                        Optional.of("Fête"),
                        Optional.of("Salma Idrissi / Agence du Littoral"),
                        Optional.of("© Littoral"),
                        Optional.of("Essaouira, Maroc"),
                        Optional.of(LocalDate.of(2026, 6, 21))));
    }

    @Test
    void a_camera_tells_its_owner_and_the_day_and_never_where_it_stood() throws IOException {
        for (byte[] sent : new byte[][] {
            Drawn.withSegment(PHOTOGRAPH, 0xe1, Drawn.joined(Drawn.latin("Exif\0\0"), camera())),
            Drawn.withChunk(Drawn.file(Drawn.photograph(40, 30), "png"), "eXIf", camera()),
            Drawn.extended(
                    8, 40, 30, Drawn.parts(Drawn.webp(Drawn.photograph(40, 30), false)), Drawn.part("EXIF", camera()))
        }) {
            assertThat(offered(sent))
                    .isEqualTo(new Offered(
                            Optional.of(CAPTION),
                            Optional.of("Salma"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(LocalDate.of(2026, 6, 21))));
        }
    }

    private static byte[] camera() {
        return Drawn.exif(1, CAPTION, "Salma", "2026:06:21 18:30:00");
    }

    @ParameterizedTest
    @CsvSource({"0000:00:00 00:00:00", "2026:13:41 00:00:00", "yesterday", "1601:01:01 00:00:00", "''"})
    void a_clock_that_was_never_set_tells_no_day(String taken) throws IOException {
        byte[] exif = Drawn.joined(Drawn.latin("Exif\0\0"), Drawn.exif(1, "", "", taken));
        assertThat(offered(Drawn.withSegment(PHOTOGRAPH, 0xe1, exif))).isEqualTo(Offered.NOTHING);
    }

    @Test
    void words_come_without_control_signs_and_not_without_end() throws IOException {
        Offered offered =
                iptc(true, StandardCharsets.UTF_8, 120, " A\u0000\u0007\n\u202eB " + "ي".repeat(9_000), 80, "\u0001 ");
        assertThat(offered.caption().orElseThrow()).startsWith("A B يي").hasSize(2_000);
        assertThat(offered.credit()).isEmpty();
    }

    @Test
    void what_cannot_be_read_offers_nothing_and_harms_nothing() throws IOException {
        String laughs = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>";
        assertThat(offered(Drawn.withSegment(
                        PHOTOGRAPH,
                        0xe1,
                        Drawn.joined(
                                Drawn.latin("http://ns.adobe.com/xap/1.0/\0" + laughs),
                                Drawn.xmp("<photoshop:Credit>&b;</photoshop:Credit>")))))
                .isEqualTo(Offered.NOTHING);
        assertThat(xmp("<photoshop:Credit>unclosed")).isEqualTo(Offered.NOTHING);
        byte[] loop = Drawn.exif(1, "x", "y", "z");
        loop[7] = 0;
        assertThat(offered(Drawn.withSegment(PHOTOGRAPH, 0xe1, Drawn.joined(Drawn.latin("Exif\0\0"), loop))))
                .isEqualTo(Offered.NOTHING);
        byte[] records = Drawn.iptc(true, 120, Drawn.latin("cut"));
        records[records.length - 7] = (byte) 0xff;
        assertThat(offered(Drawn.withSegment(PHOTOGRAPH, 0xed, records)).credit())
                .isEmpty();
    }

    private Offered iptc(boolean saysUtf8, Charset charset, Object... pairs) throws IOException {
        Object[] encoded = pairs.clone();
        for (int i = 1; i < encoded.length; i += 2) encoded[i] = ((String) encoded[i]).getBytes(charset);
        return offered(Drawn.withSegment(PHOTOGRAPH, 0xed, Drawn.iptc(saysUtf8, encoded)));
    }

    private Offered xmp(String properties) throws IOException {
        byte[] segment = Drawn.joined(Drawn.latin("http://ns.adobe.com/xap/1.0/\0"), Drawn.xmp(properties));
        return offered(Drawn.withSegment(PHOTOGRAPH, 0xe1, segment));
    }

    private Offered offered(byte[] sent) throws IOException {
        Path incoming = Files.write(folder.resolve("incoming"), sent);
        return new Darkroom()
                .accept(incoming, new Sniffing().sniff(incoming), folder.resolve("master"))
                .offered();
    }
}
