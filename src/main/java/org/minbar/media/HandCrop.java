package org.minbar.media;

import jakarta.persistence.Embeddable;
import org.minbar.darkroom.Crop;

/** A part of a picture that somebody chose by hand, as the database keeps it. */
@Embeddable
class HandCrop {

    private double x;
    private double y;
    private double width;
    private double height;

    protected HandCrop() {}

    HandCrop(Crop crop) {
        x = crop.x();
        y = crop.y();
        width = crop.width();
        height = crop.height();
    }

    Crop crop() {
        return new Crop(x, y, width, height);
    }
}
