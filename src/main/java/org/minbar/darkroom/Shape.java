package org.minbar.darkroom;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shapes that pages have room for. */
public enum Shape {
    WHOLE("whole", 0),
    WIDE("16x9", 16 / 9.0),
    CLASSIC("4x3", 4 / 3.0),
    SQUARE("1x1", 1);

    private final String address;
    private final double ratio;

    Shape(String address, double ratio) {
        this.address = address;
        this.ratio = ratio;
    }

    /** How the shape is called in an address: {@code 16x9}. */
    public String address() {
        return address;
    }

    public static Optional<Shape> of(String address) {
        return Arrays.stream(values())
                .filter(shape -> shape.address.equals(address))
                .findFirst();
    }

    /**
     * The part of the picture that is shown: of what was chosen by hand, or of the whole, the largest piece that has this
     * shape. Of a chosen part it is the middle; else the focal point is as near to its middle as the edges allow.
     */
    Rectangle cut(Dimensions picture, FocalPoint focus, @Nullable Crop byHand) {
        Rectangle from = new Rectangle(0, 0, picture.width(), picture.height());
        double aimX = focus.x() * picture.width();
        double aimY = focus.y() * picture.height();
        if (byHand != null) {
            from.x = (int) Math.min(picture.width() - 1, Math.round(byHand.x() * picture.width()));
            from.y = (int) Math.min(picture.height() - 1, Math.round(byHand.y() * picture.height()));
            from.width = side(byHand.width() * picture.width(), picture.width() - from.x);
            from.height = side(byHand.height() * picture.height(), picture.height() - from.y);
            aimX = from.getCenterX();
            aimY = from.getCenterY();
        }
        if (this == WHOLE) return from;
        int width = side(from.height * ratio, from.width);
        int height = side(from.width / ratio, from.height);
        return new Rectangle(
                within(aimX - width / 2.0, from.x, from.x + from.width - width),
                within(aimY - height / 2.0, from.y, from.y + from.height - height),
                width,
                height);
    }

    /** The height that belongs to a width: for a whole picture, by the proportions of what is cut. */
    int height(int width, Rectangle cut) {
        double height = this == WHOLE ? (double) width * cut.height / cut.width : width / ratio;
        return (int) Math.max(1, Math.round(height));
    }

    private static int side(double wanted, int most) {
        return (int) Math.max(1, Math.min(most, Math.round(wanted)));
    }

    private static int within(double wanted, int least, int most) {
        return (int) Math.max(least, Math.min(most, Math.round(wanted)));
    }
}
