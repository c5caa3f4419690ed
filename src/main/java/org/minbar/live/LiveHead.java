package org.minbar.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.view.Html;

/**
 * What stands over a stream of lines.
 *
 * @param summary what is known so far
 * @param pinned the line that stays on top
 * @param keyMoments of the whole coverage, the newest first
 * @param ended when the coverage was over; empty while it goes on
 */
public record LiveHead(
        Optional<Known> summary, Optional<FlashLine> pinned, List<FlashLine> keyMoments, Optional<Instant> ended) {

    public static final LiveHead NOTHING =
            new LiveHead(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    /** @param written when it was last changed */
    public record Known(Html html, Instant written) {}
}
