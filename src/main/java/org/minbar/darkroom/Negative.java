package org.minbar.darkroom;

/**
 * A picture as the house keeps it.
 *
 * @param type the kind of file it is kept as: JPEG, or PNG where it is transparent or drawn
 * @param width in pixels, upright
 * @param height in pixels, upright
 * @param transparent some of it is seen through
 * @param animated what was sent moves; the house keeps its first picture
 */
public record Negative(FileType type, int width, int height, boolean transparent, boolean animated, Offered offered) {

    public Dimensions dimensions() {
        return new Dimensions(width, height);
    }
}
