package org.minbar.site;

import java.util.List;
import java.util.Optional;
import org.minbar.view.Html;
import org.minbar.view.Link;

/**
 * What stands around every page of the site: the head of the document, the masthead, the menu and the foot.
 *
 * @param lang the tag of the page's language: {@code ar}
 * @param dir {@code rtl} or {@code ltr}
 * @param title the page's own name, without the newspaper's; empty on the front page
 * @param description a sentence or two for search engines and shared links; may be empty
 * @param sharedTitle what it is called where somebody shares it
 * @param sharedText what stands with it there; may be empty
 * @param siteName the newspaper's name in this language
 * @param home the front page's address in this language
 * @param canonical the page's own absolute address
 * @param alternates the same page in every language that has it, this one and {@code x-default} included
 * @param languages the language switcher: only languages that have this very page, this one left out
 * @param menu the sections
 * @param feeds the feeds of what this page lists
 * @param searchUrl the address that the search form asks
 * @param liveUrl the page of the news strip
 * @param archiveUrl the archive
 * @param releasesUrl the press releases
 * @param correctionsUrl the corrections
 * @param signInUrl where editors sign in
 * @param year the year for the foot of the page
 * @param kind what sort of page it is, as a class for styles: {@code front}, {@code story}, {@code listing}
 * @param shared what networks are told beside the title and the text
 * @param structured schema.org data as JSON, with every {@code <} escaped; may be empty
 */
public record Frame(
        String lang,
        String dir,
        String title,
        String description,
        String sharedTitle,
        String sharedText,
        String siteName,
        String home,
        String canonical,
        List<Alternate> alternates,
        List<Link> languages,
        List<Link> menu,
        List<Feed> feeds,
        String searchUrl,
        String liveUrl,
        String archiveUrl,
        String releasesUrl,
        String correctionsUrl,
        String signInUrl,
        int year,
        String kind,
        Shared shared,
        Optional<Html> structured) {

    /** The same around a page of its own, which no other language has. */
    Frame at(String address) {
        return new Frame(
                lang,
                dir,
                title,
                description,
                sharedTitle,
                sharedText,
                siteName,
                home,
                address,
                List.of(),
                languages,
                menu,
                feeds,
                searchUrl,
                liveUrl,
                archiveUrl,
                releasesUrl,
                correctionsUrl,
                signInUrl,
                year,
                kind,
                shared,
                structured);
    }

    /** The same page elsewhere: {@code hreflang} is a language tag or {@code x-default}, the address is absolute. */
    public record Alternate(String hreflang, String url) {}

    /** A feed: its media type, {@code application/atom+xml}, its name and its address. */
    public record Feed(String type, String title, String url) {}

    /**
     * What networks are told of the page.
     *
     * @param locale as networks write it: {@code ar_MA}
     * @param otherLocales those of the other languages that have this page
     * @param card the picture that goes with a shared link
     */
    public record Shared(String locale, List<String> otherLocales, Optional<Card> card) {}

    /** A picture for shared links: its absolute address, its pixels, and what it shows. */
    public record Card(String url, int width, int height, String alt) {}
}
