package org.minbar.darkroom;

import java.util.List;

/**
 * What is ordered of a picture.
 *
 * @param width one of {@link #WIDTHS}, in pixels; of a picture that is narrower the print has the picture's own width
 */
public record Print(Shape shape, int width, Format format) {

    /** A fixed list, so that nobody outside can order prints without end. */
    public static final List<Integer> WIDTHS = List.of(160, 320, 480, 640, 960, 1280, 1600, 2048);

    public Print {
        if (!WIDTHS.contains(width)) throw new IllegalArgumentException("No print is " + width + " wide");
    }
}
