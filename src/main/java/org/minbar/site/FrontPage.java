package org.minbar.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.view.Link;

/**
 * The front page: template {@code front}.
 *
 * @param today the beginning of the newsroom's day; the dateline under the nameplate tells it in both calendars, so a
 *     front page that somebody keeps goes stale at midnight, and not before
 * @param lead the story that opens the page; none on the first day
 * @param teasers the stories beside it, the weightiest first
 * @param strip the latest lines of the news strip, the newest first
 * @param releases the latest press releases
 * @param sections the sections that have something to show, in the order of the menu
 */
public record FrontPage(
        Frame frame,
        Instant today,
        Optional<Teaser> lead,
        List<Teaser> teasers,
        List<FlashLine> strip,
        List<Teaser> releases,
        List<SectionShelf> sections) {

    /** A section and its latest stories, the newest first. */
    public record SectionShelf(Link section, List<Teaser> teasers) {}
}
