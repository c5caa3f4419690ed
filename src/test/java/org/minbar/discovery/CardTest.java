package org.minbar.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.Cast.AR;
import static org.minbar.Cast.FR;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.minbar.darkroom.Darkroom;
import org.minbar.language.Language;

/** What stands on a card, by which stamp it is known, and how it is drawn. */
class CardTest {

    private static final Palette PALETTE = Palette.of(key -> Optional.ofNullable(
            Map.of("card.paper", "#fbfaf6", "card.ink", "#17150f", "card.soft", "#5e594d", "card.accent", "#0d4a4a")
                    .get(key)));

    private static Card card(long story, Language language, String headline, String date) {
        return new Card(story, language, "Minbar", headline, "Culture", date, Optional.empty(), PALETTE);
    }

    private static Card card(String headline) {
        return card(7, FR, headline, "22 novembre 2026");
    }

    private static BufferedImage painted(Color colour) {
        BufferedImage picture = new BufferedImage(1280, 720, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 1280, 720);
        graphics.dispose();
        return picture;
    }

    @Test
    void the_stamp_is_the_same_until_something_on_the_card_changes() {
        Card card = card("Timitar à Agadir");
        assertThat(card.stamp())
                .matches("[0-9a-f]{12}")
                .isEqualTo(card("Timitar à Agadir").stamp());
        assertThat(card.stamp()).isNotEqualTo(card("Timitar à Tiznit").stamp());
        assertThat(card.stamp())
                .isNotEqualTo(
                        card(7, FR, "Timitar à Agadir", "23 novembre 2026").stamp());
        assertThat(card.path()).isEqualTo("/fr/7/card-" + card.stamp() + ".jpg");
    }

    @Test
    void a_stamp_of_yesterday_is_told_from_one_that_is_made_up() {
        Card now = card("Timitar à Agadir");
        assertThat(now.mayHaveHad(card("Timitar, demain").stamp())).isTrue();
        assertThat(now.mayHaveHad(card(8, FR, "Timitar, demain", "").stamp())).isFalse();
        assertThat(now.mayHaveHad(card(7, AR, "Timitar, demain", "").stamp())).isFalse();
        assertThat(now.mayHaveHad("0123456789ab")).isFalse();
    }

    @Test
    void no_card_is_too_heavy_for_a_messenger() throws IOException {
        BufferedImage noise = painted(Color.GRAY);
        Random random = new Random(7);
        for (int y = 0; y < 720; y++) for (int x = 0; x < 1280; x++) noise.setRGB(x, y, random.nextInt(1 << 24));
        byte[] jpeg = Darkroom.jpeg(Easel.draw(card("Une tempête de sable"), Optional.of(noise)), Drawing.MOST_BYTES);
        assertThat(jpeg.length).isLessThanOrEqualTo(Drawing.MOST_BYTES).isGreaterThan(20_000);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(read.getWidth()).isEqualTo(1200);
        assertThat(read.getHeight()).isEqualTo(630);
    }

    @Test
    void the_words_can_be_read_over_a_white_wall() {
        BufferedImage drawn = Easel.draw(card("Le mur blanc de la médina"), Optional.of(painted(Color.WHITE)));
        double paper = luminance(PALETTE.paper());
        int words = 0;
        for (int y = 400; y < 560; y++) {
            // In the margin stands the scrim alone; in the column, the letters.
            Color ground = new Color(drawn.getRGB(20, y));
            boolean letters = false;
            for (int x = 64; x < 800; x++) letters |= luminance(new Color(drawn.getRGB(x, y))) > 0.85;
            if (!letters) continue;
            words++;
            assertThat((paper + 0.05) / (luminance(ground) + 0.05))
                    .as("contrast at %s", y)
                    .isGreaterThan(4.5);
        }
        assertThat(words).isGreaterThan(30);
    }

    @Test
    void a_picture_is_shown_whole_above_the_words() {
        BufferedImage drawn = Easel.draw(card("Rouge"), Optional.of(painted(Color.RED)));
        assertThat(new Color(drawn.getRGB(900, 150))).isEqualTo(Color.RED);
    }

    @Test
    void arabic_cards_are_the_mirror_of_the_others() {
        BufferedImage french = Easel.draw(card("Agadir"), Optional.empty());
        BufferedImage arabic = Easel.draw(card(7, AR, "أكادير", "22 نونبر 2026"), Optional.empty());
        Color stairs = new Color(french.getRGB(1190, 620));
        assertThat(stairs).isNotEqualTo(PALETTE.paper());
        assertThat(new Color(french.getRGB(10, 620))).isEqualTo(PALETTE.paper());
        assertThat(new Color(arabic.getRGB(10, 620))).isEqualTo(stairs);
        assertThat(new Color(arabic.getRGB(1190, 620))).isEqualTo(PALETTE.paper());
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
