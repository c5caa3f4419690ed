package org.minbar.site;

import java.util.List;

/**
 * A list of stories, the newest first: a section, a topic, a place, an author, the press releases. Template {@code listing}.
 *
 * @param kind {@code section}, {@code topic}, {@code place}, {@code author} or {@code releases}
 * @param title what the list is of: the section's name, the author's
 * @param introduction plain text; may be empty
 */
public record ListingPage(
        Frame frame, String kind, String title, String introduction, List<Teaser> teasers, Paging paging) {}
