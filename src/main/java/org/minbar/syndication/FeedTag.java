package org.minbar.syndication;

import java.net.IDN;
import java.net.URI;
import java.time.Year;
import java.util.Locale;
import org.minbar.language.Language;

/**
 * Makes the permanent identities of editions, and of lines: {@code tag:minbar.example,2026:story/7/ar}, a tag URI of RFC 4151. It
 * rests on the newsroom's name, the story's number and the language, so neither a new headline nor a new address, nor
 * a correction, nor a second publication changes it.
 *
 * @param authority the newsroom's domain name in ASCII and small letters
 * @param since a year at whose start the domain was the newsroom's; must never change once partners pull
 */
public record FeedTag(String authority, Year since) {

    /** The year that stands in the tags of a newsroom that names no other. */
    public static final Year FIRST_YEAR = Year.of(2026);

    public FeedTag(String authority) {
        this(authority, FIRST_YEAR);
    }

    public FeedTag {
        authority = domain(authority);
        if (authority.isEmpty()) {
            throw new IllegalArgumentException("a tag needs a domain name");
        }
    }

    /** The tags of the site with this public address; scheme and port do not matter. */
    public static FeedTag of(URI site) {
        String authority = site.getRawAuthority();
        if (authority == null) {
            throw new IllegalArgumentException("a site's address names a host: " + site);
        }
        // The authority, not the host: for a host in Arabic letters java.net.URI gives none.
        return new FeedTag(authority.replaceFirst("^.*@", "").replaceFirst(":[0-9]*$", ""));
    }

    public String id(long story, Language language) {
        return "tag:" + authority + "," + since + ":story/" + story + "/" + language.tag();
    }

    /** Of a line: {@code tag:minbar.example,2026:line/strip/12/ar}; a live story's ticker has the story's number. */
    public String line(String ticker, int number, Language language) {
        return "tag:" + authority + "," + since + ":line/" + ticker + "/" + number + "/" + language.tag();
    }

    private static String domain(String name) {
        return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.-]+", "-")
                .replaceAll("^[-.]+|[-.]+$", "");
    }
}
