package org.minbar.darkroom;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.minbar.darkroom.Drawn.joined;
import static org.minbar.darkroom.Drawn.latin;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.minbar.language.Refusal;

class HostilePicturesTest {

    private static final BufferedImage PICTURE = Drawn.photograph(200, 150);
    private static final int LARGE = 200 << 20;

    @TempDir
    Path folder;

    static Stream<Arguments> refused() {
        byte[] jpeg = Drawn.file(PICTURE, "jpeg");
        byte[] gif = Drawn.file(PICTURE, "gif");
        return Stream.of(
                Arguments.of("PNG of 50,000 by 50,000", "picture-too-large", Drawn.png(50_000, 50_000, 2, pixels())),
                Arguments.of("PNG of 20,001 by 1", "picture-too-large", Drawn.png(20_001, 1, 2, pixels())),
                Arguments.of("PNG of 9,000 by 9,000", "picture-too-large", Drawn.png(9_000, 9_000, 2, pixels())),
                Arguments.of("PNG below nothing", "picture-damaged", Drawn.png(-5, 7, 2, pixels())),
                Arguments.of("JPEG of 65,500 by 65,500", "picture-too-large", sized(jpeg, 65_500, 65_500)),
                Arguments.of("JPEG of no height", "picture-damaged", sized(jpeg, 200, 0)),
                Arguments.of(
                        "progressive JPEG of 30 megapixels",
                        "picture-too-large-for-its-kind",
                        sized(Drawn.progressive(PICTURE), 6_000, 5_000)),
                Arguments.of("JPEG of ten thousand scans", "picture-damaged", scans()),
                Arguments.of("GIF of a picture of 50,000 by 50,000", "picture-too-large", huge(gif)),
                Arguments.of(
                        "WebP of 16,384 by 16,384",
                        "picture-too-large",
                        Drawn.extended(0, 16_384, 16_384, Drawn.parts(Drawn.webp(PICTURE, false)))),
                Arguments.of("GIF that is a script", "picture-damaged", latin("GIF89a/*\1\1*/=1;alert(1)//")),
                Arguments.of("GIF without a picture", "picture-damaged", latin("GIF89a\1\0\1\0\0\0\0;")),
                Arguments.of("PNG without pixels", "picture-damaged", Drawn.png(10, 10, 2)),
                Arguments.of(
                        "JPEG that ends early and says it doesn't",
                        "picture-damaged",
                        joined(Arrays.copyOf(jpeg, jpeg.length / 2), new byte[] {0, (byte) 0xff, (byte) 0xd9})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_would_do_harm_is_refused_and_leaves_nothing_behind(String what, String key, byte[] sent)
            throws IOException {
        assertThatThrownBy(() -> accept(sent))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(key));
        assertNothingIsLeft();
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("JPEG", Drawn.file(PICTURE, "jpeg")),
                Arguments.of("progressive JPEG", Drawn.progressive(PICTURE)),
                Arguments.of("PNG", Drawn.file(PICTURE, "png")),
                Arguments.of("GIF", Drawn.file(PICTURE, "gif")),
                Arguments.of("WebP", Drawn.webp(PICTURE, false)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void a_file_that_is_cut_off_is_refused_wherever_it_ends(String what, byte[] whole) throws IOException {
        for (int part = 1; part < 20; part++) {
            byte[] sent = Arrays.copyOf(whole, whole.length * part / 20);
            assertThat(catchThrowable(() -> accept(sent)))
                    .as("%s twentieths", part)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo("picture-cut-off"));
        }
        assertNothingIsLeft();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void a_file_with_wrong_bytes_is_read_or_refused_and_nothing_else(String what, byte[] whole) throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 36; round++) {
            byte[] sent = whole.clone();
            // Half of them in the first bytes, where the lengths and sizes stand.
            int reach = round % 2 == 0 ? sent.length : Math.min(700, sent.length);
            for (int i = 0; i <= round / 6; i++) sent[8 + random.nextInt(reach - 8)] = (byte) random.nextInt();
            Throwable thrown = catchThrowable(() -> {
                Path incoming = Files.write(folder.resolve("incoming"), sent);
                new Darkroom().accept(incoming, type(whole), folder.resolve("master"));
            });
            if (thrown != null)
                assertThat(thrown).as("seed %s, round %s", seed, round).isInstanceOf(Refusal.class);
        }
    }

    private static FileType type(byte[] file) {
        return switch (file[0]) {
            case 'R' -> FileType.WEBP;
            case 'G' -> FileType.GIF;
            case (byte) 0xff -> FileType.JPEG;
            default -> FileType.PNG;
        };
    }

    /** Each unfolds to 200 MB in whoever reads it; the pictures themselves are small and good. */
    @Test
    void chunks_that_unfold_without_end_are_not_unfolded() throws IOException {
        byte[] bomb = joined(latin("x\0\0"), Drawn.deflated(LARGE));
        byte[] text = joined(latin("XML:com.adobe.xmp\0\1\0\0\0"), Drawn.deflated(LARGE));
        BufferedImage palette = Drawn.fields(20, 10, BufferedImage.TYPE_BYTE_INDEXED);
        for (BufferedImage picture : List.of(Drawn.fields(20, 10, TYPE_3BYTE_BGR), palette)) {
            byte[] png = Drawn.file(picture, "png");
            for (byte[] sent : List.of(
                    Drawn.withChunk(png, "zTXt", bomb),
                    Drawn.withChunk(png, "iCCP", bomb),
                    Drawn.withChunk(png, "iTXt", text))) {
                long before = allocated();
                accept(sent);
                assertThat(allocated() - before).isLessThan(100L << 20);
            }
        }
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** What a small server has; in a process of its own, since nobody can tell the garbage of this one. */
    @Test
    void twelve_megapixels_are_taken_in_and_printed_within_64_megabytes() throws Exception {
        byte[] standing = Drawn.file(Drawn.photograph(4_000, 3_000), "jpeg");
        byte[] turned = joined(latin("Exif\0\0"), Drawn.exif(6, "", "", ""));
        Files.write(folder.resolve("standing"), standing);
        Files.write(folder.resolve("lying"), Drawn.withSegment(standing, 0xe1, turned));
        Process small = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseG1GC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallServer.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(small.waitFor()).as(said).isZero();
        assertThat(said).endsWith("done\n");
    }

    private void accept(byte[] sent) throws IOException {
        Path incoming = Files.write(folder.resolve("incoming"), sent);
        new Darkroom().accept(incoming, new Sniffing().sniff(incoming), folder.resolve("master"));
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("incoming"));
        }
    }

    private static byte[] pixels() {
        return Drawn.chunk("IDAT", Drawn.deflated(1 << 20));
    }

    private static byte[] sized(byte[] jpeg, int width, int height) {
        byte[] other = jpeg.clone();
        for (int i = 2; i < other.length; i++) {
            if (other[i] != (byte) 0xff || (other[i + 1] & 0xfd) != 0xc0) continue;
            other[i + 5] = (byte) (height >> 8);
            other[i + 6] = (byte) height;
            other[i + 7] = (byte) (width >> 8);
            other[i + 8] = (byte) width;
            return other;
        }
        throw new IllegalArgumentException("No frame");
    }

    private static byte[] scans() {
        byte[] jpeg = Drawn.progressive(PICTURE);
        int last = jpeg.length - 2;
        byte[] scan = {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 1, 63, 0, 0};
        byte[][] more = new byte[10_000][];
        Arrays.fill(more, scan);
        return joined(Arrays.copyOf(jpeg, last), joined(more), Arrays.copyOfRange(jpeg, last, jpeg.length));
    }

    private static byte[] huge(byte[] gif) {
        byte[] huge = gif.clone();
        int picture = 13 + 3 * (2 << (gif[10] & 7));
        while (huge[picture] != 0x2c) picture++;
        for (int at : new int[] {6, 8, picture + 5, picture + 7}) {
            huge[at] = 0x50;
            huge[at + 1] = (byte) 0xc3;
        }
        return huge;
    }
}
