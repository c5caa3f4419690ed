package org.minbar.darkroom;

/** The part of a picture that somebody chose by hand, as fractions of the upright picture from its own left and top. */
public record Crop(double x, double y, double width, double height) {

    // 0.7 + 0.3 is a little more than 1.
    private static final double ROUNDING = 1e-9;

    public Crop {
        boolean within = x >= 0 && y >= 0 && x + width <= 1 + ROUNDING && y + height <= 1 + ROUNDING;
        if (!within || !(width > 0 && height > 0)) {
            throw new IllegalArgumentException(
                    "Not a part of the picture: " + x + ", " + y + ", " + width + " by " + height);
        }
    }
}
