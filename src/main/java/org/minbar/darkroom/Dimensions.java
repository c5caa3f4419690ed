package org.minbar.darkroom;

/** Width and height in pixels. */
public record Dimensions(int width, int height) {

    public Dimensions {
        if (width < 1 || height < 1) throw new IllegalArgumentException("Nothing to see: " + width + "x" + height);
    }

    long pixels() {
        return (long) width * height;
    }
}
