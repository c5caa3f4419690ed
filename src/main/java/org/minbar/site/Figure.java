package org.minbar.site;

/**
 * A picture as a page shows it.
 *
 * @param url the address of a middling rendition
 * @param srcset the other renditions as HTML spells them: {@code /media/7/480 480w, /media/7/960 960w}; may be empty
 * @param width of the middling rendition, in pixels
 * @param height of the middling rendition, in pixels
 * @param alt what the picture shows, for those who do not see it
 * @param caption may be empty
 * @param credit who took it; may be empty
 */
public record Figure(String url, String srcset, int width, int height, String alt, String caption, String credit) {}
