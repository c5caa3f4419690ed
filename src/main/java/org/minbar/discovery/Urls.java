package org.minbar.discovery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.minbar.language.Language;
import org.minbar.story.Byline;
import org.minbar.story.Edition;
import org.minbar.story.Kind;
import org.minbar.story.Story;
import org.minbar.topic.Topic;
import org.minbar.view.SiteAddress;

/** The addresses of the site's pages, percent-encoded, without scheme and host. */
public final class Urls {

    /** The languages that an address may begin with; whether there is such a language is asked behind the door. */
    public static final String LANG = "{lang: [a-z]{2,3}(?:-[A-Z]{2})?}";

    private Urls() {}

    public static String front(Language language) {
        return "/" + language.tag() + "/";
    }

    public static String of(Edition edition) {
        return SiteAddress.encoded(edition.path());
    }

    public static String section(Language language, String slug) {
        return SiteAddress.encoded("/" + language.tag() + "/sections/" + slug);
    }

    /** A topic's page or, where it lies somewhere, the place's. */
    public static String of(Topic topic, Language language) {
        return SiteAddress.encoded("/" + language.tag() + path(topic));
    }

    /** The same without the language. */
    public static String path(Topic topic) {
        return (topic.isPlace() ? "/places/" : "/topics/") + topic.slug();
    }

    /** The page of what somebody signed in the language. */
    public static String author(Language language, Byline byline) {
        return SiteAddress.encoded("/" + language.tag() + "/authors/" + byline.slug());
    }

    /** The listings of its language in which an edition stands. */
    public static Set<String> listings(Edition edition, ZoneId zone) {
        Story story = edition.story();
        String front = "/" + edition.lang() + "/";
        Set<String> listings = new HashSet<>();
        listings.add(front);
        listings.add(SiteAddress.encoded(front + "sections/" + story.section().slug()));
        for (Topic topic : story.topics()) listings.add(SiteAddress.encoded("/" + edition.lang() + path(topic)));
        for (Byline byline : edition.bylines()) listings.add(SiteAddress.encoded(front + "authors/" + byline.slug()));
        if (story.kind() == Kind.RELEASE) listings.add(front + "releases");
        if (!edition.corrections().isEmpty()) listings.add(front + "corrections");
        edition.published().map(at -> at.atZone(zone)).ifPresent(day -> {
            listings.add("%sarchive/%04d".formatted(front, day.getYear()));
            listings.add("%sarchive/%04d/%02d".formatted(front, day.getYear(), day.getMonthValue()));
            listings.add("%sarchive/%04d/%02d/%02d"
                    .formatted(front, day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
        });
        return listings;
    }

    public static String search(Language language) {
        return "/" + language.tag() + "/search";
    }

    public static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The same listing on another page; the first has no number. */
    public static String page(String listing, int page) {
        if (page <= 1) return listing;
        return listing + (listing.contains("?") ? "&" : "?") + "page=" + page;
    }
}
