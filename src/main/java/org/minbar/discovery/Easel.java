package org.minbar.discovery;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Draws a card. Over a picture the words stand in a scrim of ink, the paper's name on a tab at the top; without one they
 * stand on paper, under the newspaper's thick and thin rule and before the three steps of the minbar.
 */
final class Easel {

    private static final int MARGIN = 64;
    private static final int COLUMN = Card.WIDTH - 2 * MARGIN;
    private static final int MOST_LINES = 4;
    private static final int TAB = 76;
    private static final float KICKER = 32;
    private static final float FOOT = 28;

    private final Card card;
    private final Palette palette;
    private final boolean rightToLeft;
    private final Graphics2D graphics;

    private Easel(Card card, Graphics2D graphics) {
        this.card = card;
        this.palette = card.palette();
        this.rightToLeft = card.language().rightToLeft();
        this.graphics = graphics;
    }

    static BufferedImage draw(Card card, Optional<BufferedImage> picture) {
        BufferedImage drawn = new BufferedImage(Card.WIDTH, Card.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        Easel easel = new Easel(card, graphics);
        if (picture.isPresent()) easel.over(picture.get());
        else easel.onPaper();
        graphics.dispose();
        return drawn;
    }

    private void over(BufferedImage picture) {
        cover(picture);
        Paragraph headline = set(card.headline(), Typeface.bold(), COLUMN, 300, MOST_LINES, 76, 40);
        Paragraph kicker = line(card.section(), Typeface.bold(), KICKER, COLUMN);
        Paragraph foot = line(card.date(), Typeface.regular(), FOOT, COLUMN);
        float footTop = Card.HEIGHT - 40 - foot.height();
        float headTop = footTop - 14 - headline.height();
        float kickerTop = headTop - 8 - kicker.height();
        scrim(kickerTop);
        draw(kicker, Palette.between(palette.accent(), Color.WHITE, 0.62), kickerTop);
        draw(headline, palette.paper(), headTop);
        draw(foot, Palette.between(palette.ink(), palette.paper(), 0.82), footTop);
        tab();
    }

    /** Fills the card; what is left over falls off on both sides alike. */
    private void cover(BufferedImage picture) {
        double by = Math.max((double) Card.WIDTH / picture.getWidth(), (double) Card.HEIGHT / picture.getHeight());
        int width = (int) Math.ceil(picture.getWidth() * by);
        int height = (int) Math.ceil(picture.getHeight() * by);
        graphics.drawImage(picture, (Card.WIDTH - width) / 2, (Card.HEIGHT - height) / 2, width, height, null);
    }

    /** Dark enough behind every letter for paper on ink to be read over a white wall. */
    private void scrim(float top) {
        int full = Math.round(top) - 12;
        int begin = Math.max(0, full - 150);
        Color ink = palette.ink();
        graphics.setPaint(new GradientPaint(0, begin, Palette.sheer(ink, 0), 0, full, Palette.sheer(ink, 0.76)));
        graphics.fillRect(0, begin, Card.WIDTH, full - begin);
        graphics.setPaint(
                new GradientPaint(0, full, Palette.sheer(ink, 0.76), 0, Card.HEIGHT, Palette.sheer(ink, 0.92)));
        graphics.fillRect(0, full, Card.WIDTH, Card.HEIGHT - full);
    }

    private void tab() {
        Paragraph name = line(card.name(), Typeface.bold(), 40, COLUMN / 2);
        float width = name.width() + TAB + 28;
        float left = rightToLeft ? Card.WIDTH - MARGIN - width : MARGIN;
        graphics.setColor(palette.paper());
        graphics.fillRect(Math.round(left), 0, Math.round(width), TAB);
        float mark = TAB * 0.42f;
        float inner = 22;
        graphics.setColor(palette.accent());
        steps(rightToLeft ? left + width - inner - mark : left + inner, TAB * 0.29f, mark);
        graphics.setColor(palette.ink());
        float begin = inner + mark + 16;
        name.draw(graphics, left + begin, left + width - begin, (TAB - name.height()) / 2);
    }

    private void onPaper() {
        graphics.setColor(palette.paper());
        graphics.fillRect(0, 0, Card.WIDTH, Card.HEIGHT);
        graphics.setColor(Palette.between(palette.paper(), palette.accent(), 0.09));
        float stair = 400;
        steps(rightToLeft ? 0 : Card.WIDTH - stair, Card.HEIGHT - stair, stair);
        masthead();
        Paragraph headline = set(card.headline(), Typeface.bold(), COLUMN, 320, MOST_LINES, 88, 40);
        Paragraph kicker = line(card.section(), Typeface.bold(), KICKER, COLUMN);
        float room = Card.HEIGHT - 160 - 44;
        float top = 160 + Math.max(0, (room - kicker.height() - 8 - headline.height()) / 2);
        draw(kicker, palette.accent(), top);
        draw(headline, palette.ink(), top + kicker.height() + 8);
    }

    private void masthead() {
        Paragraph name = line(card.name(), Typeface.bold(), 52, COLUMN / 2);
        Paragraph date = line(card.date(), Typeface.regular(), FOOT, COLUMN / 2);
        float mark = 40;
        graphics.setColor(palette.accent());
        steps(rightToLeft ? Card.WIDTH - MARGIN - mark : MARGIN, 56, mark);
        graphics.setColor(palette.ink());
        float begin = MARGIN + mark + 18;
        name.draw(graphics, begin, Card.WIDTH - begin, 76 - name.height() / 2);
        graphics.setColor(palette.soft());
        // At the other end of the line, so the sides of its column are its own two ends.
        float left = rightToLeft ? MARGIN : Card.WIDTH - MARGIN - date.width();
        date.draw(graphics, left, left + date.width(), 80 - date.height() / 2);
        graphics.setColor(palette.ink());
        graphics.fillRect(MARGIN, 118, COLUMN, 5);
        graphics.fillRect(MARGIN, 127, COLUMN, 1);
    }

    /** Three steps, rising along the line. */
    private void steps(float x, float y, float size) {
        Path2D stair = new Path2D.Float();
        stair.moveTo(0, 1);
        for (int step = 0; step < 3; step++) {
            stair.lineTo(step / 3.0, 1 - (step + 1) / 3.0);
            stair.lineTo((step + 1) / 3.0, 1 - (step + 1) / 3.0);
        }
        stair.lineTo(1, 1);
        stair.closePath();
        Graphics2D here = (Graphics2D) graphics.create();
        here.translate(rightToLeft ? x + size : x, y);
        here.scale(rightToLeft ? -size : size, size);
        here.fill(stair);
        here.dispose();
    }

    private void draw(Paragraph words, Color colour, float top) {
        graphics.setColor(colour);
        words.draw(graphics, MARGIN, Card.WIDTH - MARGIN, top);
    }

    private Paragraph line(String words, Typeface face, float size, float width) {
        return set(words, face, width, Card.HEIGHT, 1, size, size * 0.7f);
    }

    private Paragraph set(
            String words, Typeface face, float width, float height, int most, float largest, float smallest) {
        return Paragraph.fit(words, card.language(), face, new Paragraph.Room(width, height, most, largest, smallest));
    }
}
