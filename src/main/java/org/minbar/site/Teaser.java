package org.minbar.site;

import java.time.Instant;
import java.util.Optional;
import org.minbar.view.Link;

/**
 * A story as other pages announce it.
 *
 * @param url its address
 * @param headline plain text
 * @param standfirst plain text; may be empty
 * @param kind {@code article}, {@code brief}, {@code release}, {@code review}, {@code live} or {@code page}
 * @param section its section, where it has one
 * @param published when it was first published
 * @param lang the tag of the language it is written in, which may differ from the page's
 * @param dir {@code rtl} or {@code ltr}
 * @param picture where it has one
 */
public record Teaser(
        String url,
        String headline,
        String standfirst,
        String kind,
        Optional<Link> section,
        Instant published,
        String lang,
        String dir,
        Optional<Figure> picture) {}
