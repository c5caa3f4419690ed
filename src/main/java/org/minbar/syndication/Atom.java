package org.minbar.syndication;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import org.minbar.view.XmlDocument;

/** Atom 1.0 (RFC 4287), paged as in RFC 5005: the format that says most about languages. */
final class Atom implements Format {

    @Override
    public String extension() {
        return "atom";
    }

    @Override
    public String mediaType() {
        return "application/atom+xml";
    }

    @Override
    public void write(Feed feed, OutputStream out) throws IOException {
        XmlDocument xml = new XmlDocument(out);
        String tag = feed.language().tag();
        xml.open("feed", "xml:lang", tag)
                .namespace("", "http://www.w3.org/2005/Atom")
                .namespace("media", "http://search.yahoo.com/mrss/")
                // The page for readers, not this document's own address: every page of a paged feed has one id.
                .line("id", feed.home().toASCIIString())
                .line("title", Directed.line(feed.title(), feed.language()), "type", "text");
        if (!feed.description().isEmpty()) {
            xml.line("subtitle", Directed.line(feed.description(), feed.language()), "type", "text");
        }
        xml.line("updated", Times.machine(feed.updated()));
        author(feed.publisher(), xml);
        links(feed, xml);
        for (FeedItem item : feed.items()) {
            entry(item, xml);
        }
        xml.finish();
    }

    private void links(Feed feed, XmlDocument xml) throws IOException {
        String tag = feed.language().tag();
        xml.empty("link", "rel", "self", "type", mediaType(), "hreflang", tag, "href", feed.self().toASCIIString());
        xml.empty("link", "rel", "alternate", "type", "text/html", "hreflang", tag, "href", feed.home().toASCIIString());
        for (Map.Entry<Format, URI> sibling : feed.siblings().entrySet()) {
            if (sibling.getKey() != this) {
                String type = sibling.getKey().mediaType();
                String address = sibling.getValue().toASCIIString();
                xml.empty("link", "rel", "alternate", "type", type, "hreflang", tag, "href", address);
            }
        }
        if (feed.next().isPresent()) {
            xml.empty("link", "rel", "next", "type", mediaType(), "href", feed.next().get().toASCIIString());
        }
        for (URI hub : feed.hubs()) {
            xml.empty("link", "rel", "hub", "href", hub.toASCIIString());
        }
    }

    private static void entry(FeedItem item, XmlDocument xml) throws IOException {
        String tag = item.language().tag();
        String address = item.url().toASCIIString();
        xml.open("entry", "xml:lang", tag)
                .line("id", item.id())
                .line("title", Directed.line(item.headline(), item.language()), "type", "text")
                .line("published", Times.machine(item.published()))
                .line("updated", Times.machine(item.updated()))
                .empty("link", "rel", "alternate", "type", "text/html", "hreflang", tag, "href", address);
        for (Map.Entry<String, URI> translation : item.translations().entrySet()) {
            String other = translation.getValue().toASCIIString();
            xml.empty("link", "rel", "alternate", "type", "text/html", "hreflang", translation.getKey(), "href", other);
        }
        for (String name : item.bylines()) {
            author(name, xml);
        }
        for (String category : item.categories()) {
            xml.empty("category", "term", category);
        }
        if (item.image().isPresent()) {
            xml.empty("media:content", "url", item.image().get().toASCIIString(), "medium", "image");
        }
        if (!item.standfirst().isEmpty()) {
            xml.text("summary", Directed.summary(item), "type", "html");
        }
        xml.text("content", Directed.body(item), "type", "html").close();
    }

    private static void author(String name, XmlDocument xml) throws IOException {
        xml.open("author").line("name", name).close();
    }
}
