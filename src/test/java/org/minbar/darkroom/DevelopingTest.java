package org.minbar.darkroom;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minbar.language.Refusal;

class DevelopingTest {

    @TempDir
    Path folder;

    private final Darkroom darkroom = new Darkroom();

    @ParameterizedTest
    @CsvSource({
        "WIDE, 1280, 1280, 720", "CLASSIC, 640, 640, 480", "SQUARE, 320, 320, 320", "WHOLE, 960, 960, 640",
        "WHOLE, 2048, 1500, 1000", "WIDE, 1600, 1500, 844", "SQUARE, 2048, 1000, 1000", "CLASSIC, 1600, 1333, 1000"
    })
    void a_print_has_its_shape_and_is_never_enlarged(Shape shape, int ordered, int width, int height)
            throws IOException {
        negative(Drawn.photograph(1_500, 1_000));
        List<Print> orders = List.of(new Print(shape, ordered, Format.JPEG), new Print(shape, ordered, Format.WEBP));
        Prints.of(darkroom, master(), orders, FocalPoint.CENTRE, Map.of()).forEach((print, file) -> {
            BufferedImage made = Drawn.read(file);
            assertThat(new Dimensions(made.getWidth(), made.getHeight())).isEqualTo(new Dimensions(width, height));
            assertThat(Darkroom.size(new Dimensions(1_500, 1_000), print, Map.of()))
                    .isEqualTo(new Dimensions(width, height));
            assertThat(file[0] == 'R').isEqualTo(print.format() == Format.WEBP);
        });
    }

    @Test
    void whatever_is_ordered_the_sizes_foretold_are_the_sizes_made() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            int width = 1 + random.nextInt(i % 4 == 0 ? 12 : 700);
            int height = 1 + random.nextInt(i % 4 == 1 ? 12 : 700);
            negative(Drawn.filled(width, height, TYPE_3BYTE_BGR, Drawn.RED));
            double x = random.nextDouble() * 0.9;
            double y = random.nextDouble() * 0.9;
            Crop crop = new Crop(x, y, (1 - x) * random.nextDouble() + 1e-6, (1 - y) * random.nextDouble() + 1e-6);
            Shape shape = Shape.values()[random.nextInt(4)];
            Map<Shape, Crop> crops = random.nextBoolean() ? Map.of() : Map.of(shape, crop);
            Print print = new Print(shape, Print.WIDTHS.get(random.nextInt(3)), Format.JPEG);
            FocalPoint focus = new FocalPoint(random.nextDouble(), random.nextDouble());
            BufferedImage made = Drawn.read(
                    Prints.of(darkroom, master(), List.of(print), focus, crops).get(print));
            assertThat(new Dimensions(made.getWidth(), made.getHeight()))
                    .as("seed %s, %sx%s %s %s", seed, width, height, print, crops)
                    .isEqualTo(Darkroom.size(new Dimensions(width, height), print, crops));
            Rectangle cut = shape.cut(new Dimensions(width, height), focus, crops.get(shape));
            assertThat(new Rectangle(width, height).contains(cut))
                    .as("seed %s", seed)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1, 204 51 51", "0.9, 0.1, 0 153 51", "0.1, 0.9, 51 51 204", "0.9, 0.9, 255 255 255"})
    void what_the_picture_is_about_stays_in(double x, double y, String colour) throws IOException {
        boolean tall = x == y;
        negative(Drawn.fields(tall ? 300 : 1_200, tall ? 1_200 : 300, TYPE_3BYTE_BGR));
        Print print = new Print(Shape.SQUARE, 160, Format.JPEG);
        byte[] file = Prints.of(darkroom, master(), List.of(print), new FocalPoint(x, y), Map.of())
                .get(print);
        BufferedImage made = Drawn.read(file);
        int at = (int) (tall ? x * 160 : y * 160);
        assertThat(near(made, tall ? at : 80, tall ? 80 : at, colour)).isTrue();
    }

    @Test
    void a_part_chosen_by_hand_is_what_is_shown() throws IOException {
        negative(Drawn.fields(800, 600, TYPE_3BYTE_BGR));
        Map<Shape, Crop> crops =
                Map.of(Shape.WIDE, new Crop(0.5, 0, 0.5, 0.5), Shape.WHOLE, new Crop(0, 0.5, 0.5, 0.5));
        Print wide = new Print(Shape.WIDE, 320, Format.JPEG);
        Print whole = new Print(Shape.WHOLE, 320, Format.JPEG);
        Map<Print, byte[]> made = Prints.of(darkroom, master(), List.of(wide, whole), new FocalPoint(0, 1), crops);
        for (int[] at : new int[][] {{8, 8}, {310, 8}, {8, 170}, {310, 170}}) {
            assertThat(near(Drawn.read(made.get(wide)), at[0], at[1], "0 153 51"))
                    .isTrue();
            assertThat(near(Drawn.read(made.get(whole)), at[0], at[1], "51 51 204"))
                    .isTrue();
        }
    }

    @Test
    void behind_a_transparent_picture_webp_shows_the_page_and_jpeg_white() throws IOException {
        BufferedImage logo = new BufferedImage(400, 400, BufferedImage.TYPE_4BYTE_ABGR);
        for (int x = 0; x < 200; x++) for (int y = 0; y < 400; y++) logo.setRGB(x, y, Drawn.RED.getRGB());
        negative(logo);
        Print jpeg = new Print(Shape.SQUARE, 320, Format.JPEG);
        Print webp = new Print(Shape.SQUARE, 320, Format.WEBP);
        Map<Print, byte[]> made = Prints.of(darkroom, master(), List.of(jpeg, webp), FocalPoint.CENTRE, Map.of());
        assertThat(near(Drawn.read(made.get(jpeg)), 300, 100, "255 255 255")).isTrue();
        assertThat(near(Drawn.read(made.get(jpeg)), 20, 100, "204 51 51")).isTrue();
        assertThat(Drawn.read(made.get(webp)).getRGB(300, 100) >>> 24).isZero();
        assertThat(near(Drawn.read(made.get(webp)), 20, 100, "204 51 51")).isTrue();
    }

    @Test
    void where_webp_cannot_be_made_the_jpegs_still_are() throws IOException {
        Darkroom without = new Darkroom(2, Duration.ofSeconds(1), false);
        negative(Drawn.photograph(400, 300));
        Print jpeg = new Print(Shape.WIDE, 320, Format.JPEG);
        Print webp = new Print(Shape.WIDE, 320, Format.WEBP);
        assertThat(Prints.of(without, master(), List.of(webp, jpeg), FocalPoint.CENTRE, Map.of()))
                .containsOnlyKeys(jpeg);
        assertThat(without.canWebp()).isFalse();
        assertThat(darkroom.canWebp()).isTrue();
    }

    @Test
    void whoever_comes_when_all_lamps_are_taken_is_asked_to_come_again() throws IOException {
        Darkroom small = new Darkroom(1, Duration.ofMillis(20), true);
        negative(Drawn.photograph(400, 300));
        List<Print> orders = List.of(new Print(Shape.WIDE, 160, Format.JPEG));
        List<Refusal> refusals = new ArrayList<>();
        small.develop(master(), orders, FocalPoint.CENTRE, Map.of(), print -> {
            assertThatThrownBy(() -> Prints.of(small, master())).isInstanceOfSatisfying(Refusal.class, refusals::add);
            return new ByteArrayOutputStream();
        });
        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_NOW);
            assertThat(refusal.retryAfterSeconds()).contains(10L);
        });
        assertThat(Prints.of(small, master())).isNotEmpty();
    }

    @Test
    void only_widths_of_the_list_and_parts_of_the_picture_can_be_ordered() {
        assertThatThrownBy(() -> new Print(Shape.WIDE, 321, Format.JPEG)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FocalPoint(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FocalPoint(0, 1.01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Crop(0.5, 0, 0.6, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Crop(0, 0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Crop(0, 0, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Shape.of("16x9")).contains(Shape.WIDE);
        assertThat(Shape.of("WIDE")).isEmpty();
    }

    /** Rings that grow finer outwards. What is too fine for the print must become grey, not a pattern of its own. */
    @ParameterizedTest
    @CsvSource({"1200, 22, 3", "800, 12, 3", "480, 10, 3", "240, 8, 4"})
    void fine_lines_become_grey_and_coarse_ones_stay(int to, double mostAliasing, double mostLoss) {
        int from = 1_920;
        BufferedImage zones = new BufferedImage(from, from, TYPE_3BYTE_BGR);
        for (int y = 0; y < from; y++) {
            for (int x = 0; x < from; x++) {
                int grey = (int) Math.round(ring(radius(x, y, from, 1)));
                zones.setRGB(x, y, grey * 0x10101);
            }
        }
        BufferedImage made = new Scaling(zones, new Rectangle(from, from)).to(to, to);
        double aliasing = 0;
        double loss = 0;
        int fine = 0;
        int coarse = 0;
        double limit = 0.5 * to / from;
        for (int y = 0; y < to; y++) {
            for (int x = 0; x < to; x++) {
                double radius = radius(x, y, from, (double) from / to);
                double grey = made.getRGB(x, y) & 255;
                if (radius > 1.15 * limit && radius < 0.49) {
                    aliasing += Math.pow(grey - 127.5, 2);
                    fine++;
                } else if (radius < 0.6 * limit) {
                    loss += Math.pow(grey - ring(radius), 2);
                    coarse++;
                }
            }
        }
        assertThat(Math.sqrt(aliasing / fine)).isLessThan(mostAliasing);
        assertThat(Math.sqrt(loss / coarse)).isLessThan(mostLoss);
    }

    private static double radius(int x, int y, int size, double step) {
        return Math.hypot((x + 0.5) * step - size / 2.0, (y + 0.5) * step - size / 2.0) / size;
    }

    private static double ring(double radius) {
        return 127.5 + 127 * Math.cos(Math.PI * radius * radius * 1_920);
    }

    private static boolean near(BufferedImage picture, int x, int y, String colour) {
        String[] parts = colour.split(" ");
        Color found = new Color(picture.getRGB(x, y));
        int[] rgb = {found.getRed(), found.getGreen(), found.getBlue()};
        for (int i = 0; i < 3; i++) if (Math.abs(rgb[i] - Integer.parseInt(parts[i])) > 12) return false;
        return true;
    }

    private void negative(BufferedImage picture) throws IOException {
        Path incoming = Files.write(folder.resolve("incoming"), Drawn.file(picture, "png"));
        darkroom.accept(incoming, FileType.PNG, master());
    }

    private Path master() {
        return folder.resolve("master");
    }
}
