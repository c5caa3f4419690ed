package org.minbar.darkroom;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_4BYTE_ABGR;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AcceptingTest {

    private static final String SECRET = "Salma-was-in-Sidi-Ifni";

    @TempDir
    Path folder;

    private final Darkroom darkroom = new Darkroom();

    static Stream<Arguments> kinds() {
        BufferedImage fields = Drawn.fields(64, 48, TYPE_3BYTE_BGR);
        BufferedImage palette = Drawn.fields(64, 48, BufferedImage.TYPE_BYTE_INDEXED);
        return Stream.of(
                Arguments.of("JPEG", Drawn.file(fields, "jpeg"), FileType.JPEG),
                Arguments.of("progressive JPEG", Drawn.progressive(fields), FileType.JPEG),
                Arguments.of("PNG", Drawn.file(fields, "png"), FileType.PNG),
                Arguments.of("PNG with a palette", Drawn.file(palette, "png"), FileType.PNG),
                Arguments.of("PNG of 16 bits", Drawn.file(deep(fields), "png"), FileType.PNG),
                Arguments.of(
                        "PNG, opaque, with alpha",
                        Drawn.file(Drawn.fields(64, 48, TYPE_4BYTE_ABGR), "png"),
                        FileType.PNG),
                Arguments.of("GIF", Drawn.file(palette, "gif"), FileType.PNG),
                Arguments.of("WebP", Drawn.webp(fields, false), FileType.JPEG),
                Arguments.of("WebP without loss", Drawn.webp(fields, true), FileType.JPEG));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void every_kind_of_picture_keeps_its_colours(String what, byte[] sent, FileType kept) throws IOException {
        Negative negative = accept(sent);
        assertThat(negative).isEqualTo(new Negative(kept, 64, 48, false, false, Offered.NOTHING));
        BufferedImage picture = master();
        assertColour(picture, 16, 12, Drawn.RED);
        assertColour(picture, 48, 12, Drawn.GREEN);
        assertColour(picture, 16, 36, Drawn.BLUE);
        assertColour(picture, 48, 36, Drawn.WHITE);
    }

    @ParameterizedTest
    @CsvSource({"jpeg", "png"})
    void grey_is_neither_brighter_nor_darker_afterwards(String format) throws IOException {
        BufferedImage grey = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 64; x++)
            for (int y = 0; y < 48; y++) grey.getRaster().setSample(x, y, 0, 100);
        accept(Drawn.file(grey, format));
        assertColour(master(), 30, 20, new Color(100, 100, 100));
    }

    @Test
    void printing_inks_become_colours_of_the_screen() throws IOException {
        // No cyan, all magenta, all yellow, no black; then the same as light and two differences.
        for (byte[] sent : List.of(Drawn.inks(64, 48, 0, 255, 0, 0, 255), Drawn.inks(64, 48, 2, 179, 170, 0, 255))) {
            accept(sent);
            Color red = new Color(master().getRGB(30, 20));
            assertThat(red.getRed()).isGreaterThan(180);
            assertThat(red.getGreen()).isLessThan(90);
            assertThat(red.getBlue()).isLessThan(90);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, ABCD", "2, BADC", "3, DCBA", "4, CDAB", "5, ACBD", "6, CADB", "7, DBCA", "8, BDAC"})
    void a_camera_may_be_held_in_eight_ways(int orientation, String upright) throws IOException {
        byte[] exif = Drawn.joined(Drawn.latin("Exif\0\0"), Drawn.exif(orientation, "", "", ""));
        byte[] sent = Drawn.withSegment(Drawn.file(Drawn.fields(64, 32, TYPE_3BYTE_BGR), "jpeg"), 0xe1, exif);
        Negative negative = accept(sent);
        int width = orientation > 4 ? 32 : 64;
        assertThat(negative.dimensions()).isEqualTo(new Dimensions(width, 96 - width));
        Map<Character, Color> corners = Map.of('A', Drawn.RED, 'B', Drawn.GREEN, 'C', Drawn.BLUE, 'D', Drawn.WHITE);
        for (int i = 0; i < 4; i++) {
            int x = i % 2 == 0 ? 8 : width - 8;
            int y = i < 2 ? 8 : 96 - width - 8;
            assertColour(master(), x, y, corners.get(upright.charAt(i)));
        }
    }

    @Test
    void a_picture_read_in_several_strips_has_no_seams_and_is_turned_too() throws IOException {
        BufferedImage wide = Drawn.fields(3_000, 2_000, TYPE_3BYTE_BGR);
        byte[] exif = Drawn.joined(Drawn.latin("Exif\0\0"), Drawn.exif(6, "", "", ""));
        Negative negative = accept(Drawn.withSegment(Drawn.file(wide, "jpeg"), 0xe1, exif));
        assertThat(negative.dimensions()).isEqualTo(new Dimensions(2_000, 3_000));
        BufferedImage picture = master();
        for (int y = 20; y < 1_480; y += 7) assertColour(picture, 1_500, y, Drawn.RED);
        for (int y = 1_520; y < 2_980; y += 7) assertColour(picture, 500, y, Drawn.WHITE);
    }

    static Stream<Arguments> displayP3() {
        double[] red = {0.51512, 0.2412, -0.00105};
        double[] green = {0.29198, 0.69225, 0.04189};
        double[] blue = {0.1571, 0.06657, 0.78407};
        byte[] profile = Drawn.profile(red, green, blue, "Wide");
        // What is pure red on an ordinary screen has these numbers on a wide one.
        BufferedImage wide = Drawn.filled(64, 48, TYPE_3BYTE_BGR, new Color(234, 51, 35));
        byte[] jpeg = Drawn.joined(Drawn.latin("ICC_PROFILE\0\1\1"), profile);
        byte[] png = Drawn.joined(Drawn.latin("Wide\0\0"), compressed(profile));
        return Stream.of(
                Arguments.of("JPEG", Drawn.withSegment(Drawn.file(wide, "jpeg"), 0xe2, jpeg)),
                Arguments.of("PNG", Drawn.withChunk(Drawn.file(wide, "png"), "iCCP", png)),
                Arguments.of(
                        "WebP",
                        Drawn.extended(
                                0x20, 64, 48, Drawn.part("ICCP", profile), Drawn.parts(Drawn.webp(wide, true)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("displayP3")
    void a_picture_from_a_wider_screen_is_brought_to_srgb(String what, byte[] sent) throws IOException {
        accept(sent);
        Color colour = new Color(master().getRGB(30, 20));
        assertThat(colour.getRed()).isGreaterThan(248);
        assertThat(colour.getGreen()).isLessThan(25);
        assertThat(colour.getBlue()).isLessThan(25);
    }

    @Test
    void what_is_transparent_stays_so() throws IOException {
        BufferedImage logo = new BufferedImage(64, 48, TYPE_4BYTE_ABGR);
        for (int x = 0; x < 32; x++) for (int y = 0; y < 48; y++) logo.setRGB(x, y, Drawn.RED.getRGB());
        for (byte[] sent : List.of(Drawn.file(logo, "png"), Drawn.webp(logo, true), Drawn.file(logo, "gif"))) {
            Negative negative = accept(sent);
            assertThat(negative.transparent()).isTrue();
            assertThat(negative.type()).isEqualTo(FileType.PNG);
            assertThat(new Color(master().getRGB(50, 20), true).getAlpha()).isZero();
            assertColour(master(), 10, 20, Drawn.RED);
        }
    }

    @Test
    void one_colour_of_a_png_may_be_declared_transparent() throws IOException {
        byte[] white = {0, (byte) 255, 0, (byte) 255, 0, (byte) 255};
        byte[] sent = Drawn.withChunk(Drawn.file(Drawn.fields(64, 48, TYPE_3BYTE_BGR), "png"), "tRNS", white);
        assertThat(accept(sent).transparent()).isTrue();
        assertThat(new Color(master().getRGB(50, 40), true).getAlpha()).isZero();
    }

    @Test
    void of_what_moves_the_first_picture_is_kept() throws IOException {
        BufferedImage first = Drawn.filled(64, 48, BufferedImage.TYPE_BYTE_INDEXED, Drawn.GREEN);
        BufferedImage second = Drawn.filled(64, 48, BufferedImage.TYPE_BYTE_INDEXED, Drawn.RED);
        byte[] frame = Drawn.joined(
                new byte[6],
                new byte[] {63, 0, 0, 47, 0, 0},
                new byte[4],
                Drawn.parts(Drawn.webp(Drawn.filled(64, 48, TYPE_3BYTE_BGR, Drawn.GREEN), true)));
        byte[] webp = Drawn.extended(2, 64, 48, Drawn.part("ANIM", new byte[6]), Drawn.part("ANMF", frame));
        for (byte[] sent : List.of(Drawn.moving(first, second), webp)) {
            assertThat(accept(sent).animated()).isTrue();
            assertColour(master(), 30, 20, Drawn.GREEN);
        }
        assertThat(accept(Drawn.file(first, "gif")).animated()).isFalse();
        byte[] still = Drawn.file(first, "png");
        assertThat(accept(Drawn.withChunk(still, "acTL", new byte[8])).animated())
                .isTrue();
    }

    @Test
    void a_photograph_is_kept_as_jpeg_even_when_it_came_as_png() throws IOException {
        assertThat(accept(Drawn.file(Drawn.photograph(300, 200), "png")).type()).isEqualTo(FileType.JPEG);
    }

    @Test
    void more_than_sixteen_megapixels_are_taken_in_smaller() throws IOException {
        BufferedImage large = new BufferedImage(6_001, 4_003, BufferedImage.TYPE_BYTE_GRAY);
        // Lines of one pixel: whoever leaves out every second one gets black or white.
        for (int y = 0; y < 4_003; y += 2) {
            for (int x = 0; x < 6_001; x++) large.getRaster().setSample(x, y, 0, 255);
        }
        Negative negative = accept(Drawn.file(large, "png"));
        assertThat(negative.dimensions()).isEqualTo(new Dimensions(3_000, 2_001));
        assertColour(master(), 1_500, 1_000, new Color(128, 128, 128));
    }

    @Test
    void nothing_the_sender_wrote_is_left_in_what_is_kept_or_shown() throws IOException {
        byte[] photograph = Drawn.file(Drawn.photograph(400, 300), "jpeg");
        byte[] exif = Drawn.exif(1, SECRET, SECRET, "2026:06:21 18:30:00");
        byte[] xmp = Drawn.xmp("<dc:title>" + SECRET + "</dc:title>");
        double[] any = {0.4, 0.3, 0.1};
        byte[] jpeg = Drawn.withSegment(photograph, 0xfe, Drawn.latin(SECRET));
        jpeg = Drawn.withSegment(jpeg, 0xe1, Drawn.joined(Drawn.latin("Exif\0\0"), exif));
        jpeg = Drawn.withSegment(jpeg, 0xe1, Drawn.joined(Drawn.latin("http://ns.adobe.com/xap/1.0/\0"), xmp));
        jpeg = Drawn.withSegment(jpeg, 0xed, Drawn.iptc(true, 120, Drawn.latin(SECRET)));
        jpeg = Drawn.withSegment(
                jpeg, 0xe2, Drawn.joined(Drawn.latin("ICC_PROFILE\0\1\1"), Drawn.profile(any, any, any, SECRET)));
        byte[] png = Drawn.withChunk(Drawn.file(Drawn.fields(400, 300, TYPE_4BYTE_ABGR), "png"), "eXIf", exif);
        png = Drawn.withChunk(png, "tEXt", Drawn.latin("Comment\0" + SECRET));
        png = Drawn.withChunk(png, "iTXt", Drawn.joined(Drawn.latin("XML:com.adobe.xmp\0\0\0\0\0"), xmp));
        for (byte[] sent : List.of(Drawn.joined(jpeg, Drawn.zip(SECRET, SECRET)), png)) {
            assertThat(accept(sent).offered().caption()).contains(SECRET);
            assertSilent(Files.readAllBytes(folder.resolve("master")));
            for (byte[] print : Prints.of(darkroom, folder.resolve("master"))) assertSilent(print);
        }
    }

    private static void assertSilent(byte[] file) {
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET, "Exif", "EXIF", "eXIf", "http://ns.adobe", "XMP ", "Photoshop", "8BIM", "GPS")
                .doesNotContain("ICC_PROFILE", "iCCP", "ICCP", "tEXt", "iTXt", "2026:06:21", "PK\3\4");
    }

    private static BufferedImage deep(BufferedImage picture) {
        java.awt.image.ColorModel model = new java.awt.image.ComponentColorModel(
                picture.getColorModel().getColorSpace(), false, false, 1, java.awt.image.DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(picture.getWidth(), picture.getHeight());
        int[] pixel = new int[3];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.getRaster().getPixel(x, y, pixel);
                raster.setPixel(x, y, new int[] {pixel[0] * 257, pixel[1] * 257, pixel[2] * 257});
            }
        }
        return new BufferedImage(model, raster, false, null);
    }

    private static byte[] compressed(byte[] bytes) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        try (java.util.zip.DeflaterOutputStream out = new java.util.zip.DeflaterOutputStream(all)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all.toByteArray();
    }

    private Negative accept(byte[] sent) throws IOException {
        Path incoming = Files.write(folder.resolve("incoming"), sent);
        return darkroom.accept(incoming, new Sniffing().sniff(incoming), folder.resolve("master"));
    }

    private BufferedImage master() throws IOException {
        return Drawn.read(Files.readAllBytes(folder.resolve("master")));
    }

    private static void assertColour(BufferedImage picture, int x, int y, Color expected) {
        Color found = new Color(picture.getRGB(x, y));
        int off = Math.max(
                Math.abs(found.getRed() - expected.getRed()),
                Math.max(
                        Math.abs(found.getGreen() - expected.getGreen()),
                        Math.abs(found.getBlue() - expected.getBlue())));
        assertThat(off).as("%s at %s,%s instead of %s", found, x, y, expected).isLessThan(9);
    }
}
