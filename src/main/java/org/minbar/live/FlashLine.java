package org.minbar.live;

import java.time.Instant;
import java.util.Optional;
import org.minbar.view.Html;

/**
 * One line of the news strip or of live coverage.
 *
 * @param number of the line in its ticker
 * @param anchor its name within the page: {@code e-12}
 * @param permalink its address, which finds it on whatever page it stands
 * @param place the order of the lines: a larger one stands above
 * @param at when it was told
 * @param text plain text
 * @param body what stands below the line; empty where there is nothing
 * @param lang the tag of the language it is written in
 * @param url the story behind it; empty where there is none
 * @param urgency {@code normal}, {@code important} or {@code urgent}
 * @param corrected when its words were changed before readers' eyes
 * @param pinned whether it also stands over the stream
 * @param key whether it is a key moment
 */
public record FlashLine(
        int number,
        String anchor,
        String permalink,
        long place,
        Instant at,
        String text,
        Html body,
        String lang,
        String url,
        String urgency,
        Optional<Instant> corrected,
        boolean pinned,
        boolean key) {

    public boolean urgent() {
        return urgency.equals("urgent");
    }
}
