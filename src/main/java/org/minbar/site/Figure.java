package org.minbar.site;

import org.minbar.darkroom.Dimensions;
import org.minbar.darkroom.Format;
import org.minbar.darkroom.Shape;
import org.minbar.media.Shown;
import org.minbar.view.Html;

/**
 * A picture as a page shows it.
 *
 * @param url the address of a middling print
 * @param srcset prints to choose from as HTML spells them: {@code /media/7/… 640w, /media/7/… 960w}; may be empty
 * @param webp the same in WebP; empty where there are none
 * @param width of the middling print, in pixels
 * @param height of the middling print, in pixels
 * @param alt what the picture shows, for those who do not see it; empty for one that only adorns
 * @param caption one line; may be empty
 * @param credit who made it; may be empty
 */
public record Figure(
        String url, String srcset, String webp, int width, int height, String alt, Html caption, String credit) {

    private static final int MIDDLING = 960;

    static Figure of(Shown shown, Shape shape) {
        Dimensions size = shown.size(shape, MIDDLING);
        return new Figure(
                shown.path(shape, MIDDLING),
                shown.srcset(shape, Format.JPEG, ""),
                shown.srcset(shape, Format.WEBP, ""),
                size.width(),
                size.height(),
                shown.alt(),
                new Html(shown.caption()),
                shown.credit());
    }
}
