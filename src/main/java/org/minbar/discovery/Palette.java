package org.minbar.discovery;

import java.awt.Color;
import java.util.Optional;
import java.util.function.Function;

/** The colours of a card: those of the theme, {@code card.paper} and the others in its {@code theme.properties}. */
record Palette(Color paper, Color ink, Color soft, Color accent) {

    static Palette of(Function<String, Optional<String>> theme) {
        return new Palette(
                colour(theme, "card.paper", "#ffffff"),
                colour(theme, "card.ink", "#111111"),
                colour(theme, "card.soft", "#555555"),
                colour(theme, "card.accent", "#111111"));
    }

    private static Color colour(Function<String, Optional<String>> theme, String key, String otherwise) {
        String value = theme.apply(key).orElse(otherwise);
        try {
            return Color.decode(value);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(key + "=" + value + " is no colour like " + otherwise, e);
        }
    }

    /** As far from one colour to another, 0 to 1. */
    static Color between(Color from, Color to, double part) {
        return new Color(
                mixed(from.getRed(), to.getRed(), part),
                mixed(from.getGreen(), to.getGreen(), part),
                mixed(from.getBlue(), to.getBlue(), part));
    }

    static Color sheer(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(opacity * 255));
    }

    private static int mixed(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }
}
