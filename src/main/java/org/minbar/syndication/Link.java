package org.minbar.syndication;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.minbar.view.XmlDocument;

/**
 * A link of Atom, which RSS borrows.
 *
 * @param type the media type, empty where the link says none
 * @param hreflang the language tag, empty where the link says none
 */
record Link(String rel, URI href, String type, String hreflang) {

    static final String PAGE = "text/html";
    static final String TRANSLATION = "text/html; charset=utf-8";

    /** What stands at the head of a feed: the page, the feed itself, the other formats, the next page, the hubs. */
    static List<Link> of(Feed feed, Format format) {
        String tag = feed.language().tag();
        List<Link> links = new ArrayList<>();
        links.add(new Link("alternate", feed.home(), PAGE, tag));
        links.add(new Link("self", feed.self(), format.mediaType(), tag));
        for (Map.Entry<Format, URI> sibling : feed.siblings().entrySet()) {
            if (sibling.getKey() != format) {
                String type = sibling.getKey().mediaType();
                links.add(new Link("alternate", sibling.getValue(), type, tag));
            }
        }
        feed.next().ifPresent(next -> links.add(new Link("next", next, format.mediaType(), tag)));
        feed.hubs().forEach(hub -> links.add(new Link("hub", hub, "", "")));
        return links;
    }

    /**
     * The item's page, then its translations. Many programs heed no {@code hreflang} and open one of the pages: some the
     * first, some the last whose type is exactly that of HTML. Both find the item's own page here, because a
     * translation's type also names the charset.
     */
    static List<Link> of(FeedItem item) {
        List<Link> links = new ArrayList<>();
        links.add(new Link("alternate", item.url(), PAGE, item.language().tag()));
        item.translations().forEach((tag, page) -> links.add(new Link("alternate", page, TRANSLATION, tag)));
        return links;
    }

    void write(String element, XmlDocument xml) throws IOException {
        xml.open(element, "rel", rel);
        if (!type.isEmpty()) {
            xml.attribute("type", type);
        }
        if (!hreflang.isEmpty()) {
            xml.attribute("hreflang", hreflang);
        }
        xml.attribute("href", href.toASCIIString()).close();
    }
}
