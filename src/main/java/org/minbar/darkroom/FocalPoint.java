package org.minbar.darkroom;

/**
 * What a picture is about, as fractions of the upright picture from its own left and top: a picture has no reading
 * direction. Whatever is cut off, this stays in.
 */
public record FocalPoint(double x, double y) {

    public static final FocalPoint CENTRE = new FocalPoint(0.5, 0.5);

    public FocalPoint {
        if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
            throw new IllegalArgumentException("Not within the picture: " + x + ", " + y);
        }
    }
}
