package org.minbar.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.view.Link;

/**
 * The front page: template {@code front}. Whatever stands in {@code lead}, {@code beside}, {@code choice},
 * {@code latest}, {@code sections} and {@code releases} stands there once; {@code mostRead} may name it again.
 *
 * @param today the beginning of the newsroom's day; the dateline under the nameplate tells it in both calendars, so a
 *     front page that somebody keeps goes stale at midnight, and not before
 * @param lead the story that opens the page; none on the first day
 * @param beside the stories beside it, the weightiest first
 * @param choice what the editors recommend
 * @param latest the newest of what does not stand above, the newest first
 * @param mostRead what was read most in the last day, the most read first; empty when nothing was read
 * @param sections the sections that have something more to show, in the order of the menu
 * @param releases the latest press releases
 */
public record FrontPage(
        Frame frame,
        Instant today,
        Optional<Teaser> lead,
        List<Teaser> beside,
        List<Teaser> choice,
        List<Teaser> latest,
        List<Teaser> mostRead,
        List<SectionShelf> sections,
        List<Teaser> releases) {

    /** A section and its latest stories, the newest first. */
    public record SectionShelf(Link section, List<Teaser> teasers) {}
}
