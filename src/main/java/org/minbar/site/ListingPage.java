package org.minbar.site;

import java.util.List;
import org.minbar.view.Link;

/**
 * A list of stories, the newest first: a section, a topic, a place, an author, a stretch of the archive, the press
 * releases. Template {@code listing}.
 *
 * @param kind {@code section}, {@code topic}, {@code place}, {@code author}, {@code archive} or {@code releases}
 * @param title what the list is of: the section's name, the month
 * @param introduction plain text; may be empty
 * @param periods the years, months or days to leaf through; for the archive
 */
public record ListingPage(
        Frame frame,
        String kind,
        String title,
        String introduction,
        List<Link> periods,
        List<Teaser> teasers,
        Paging paging) {}
