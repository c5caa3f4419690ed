package org.minbar.search;

import java.time.Instant;
import java.util.List;

/**
 * A line of a ticker as the index holds it: whole, in all the languages in which readers may come to see it. One that is
 * in none is in none.
 */
public record IndexedFlash(String ticker, int number, List<Line> lines) {

    /** What kind of hit it is, beside the kinds of stories. */
    public static final String KIND = "flash";

    /**
     * @param lang the tag of its language
     * @param story the number of the live story that it belongs to; 0 for the strip
     * @param section the slug of that story's section, or empty
     * @param line the line itself, plain text
     * @param text what stands below it, as plain text; may be empty
     * @param url its public address, as a hit shows it
     * @param visibleFrom the end of its story's embargo; {@link Instant#EPOCH} when there is none
     */
    public record Line(
            String lang,
            long story,
            String section,
            String line,
            String text,
            String url,
            Instant at,
            Instant updated,
            Instant visibleFrom) {}

    public IndexedFlash {
        lines = List.copyOf(lines);
    }

    String key() {
        return ticker + "/" + number;
    }
}
