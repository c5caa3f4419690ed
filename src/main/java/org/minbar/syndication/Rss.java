package org.minbar.syndication;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import org.minbar.view.XmlDocument;

/** RSS 2.0, with the modules that newsrooms read: Atom links, Dublin Core, content and Media RSS. */
final class Rss implements Format {

    /** Minutes between two visits; a conditional GET in between costs little and is welcome. */
    private static final String TTL = "5";

    @Override
    public String extension() {
        return "rss";
    }

    @Override
    public String mediaType() {
        return "application/rss+xml";
    }

    @Override
    public void write(Feed feed, OutputStream out) throws IOException {
        XmlDocument xml = new XmlDocument(out);
        xml.open("rss", "version", "2.0", "xml:lang", feed.language().tag())
                .namespace("atom", "http://www.w3.org/2005/Atom")
                .namespace("content", "http://purl.org/rss/1.0/modules/content/")
                .namespace("dc", "http://purl.org/dc/elements/1.1/")
                .namespace("media", "http://search.yahoo.com/mrss/");
        channel(feed, xml);
        xml.finish();
    }

    private void channel(Feed feed, XmlDocument xml) throws IOException {
        String title = Directed.line(feed.title(), feed.language());
        xml.open("channel")
                .line("title", title)
                .line("link", feed.home().toASCIIString())
                .line("description", feed.description().isEmpty() ? title : Directed.line(feed.description(), feed.language()))
                .line("language", feed.language().tag())
                .line("lastBuildDate", Times.mail(feed.updated()))
                .line("ttl", TTL)
                .line("dc:publisher", feed.publisher())
                .empty("atom:link", "rel", "self", "type", mediaType(), "href", feed.self().toASCIIString());
        for (Map.Entry<Format, URI> sibling : feed.siblings().entrySet()) {
            if (sibling.getKey() != this) {
                String type = sibling.getKey().mediaType();
                xml.empty("atom:link", "rel", "alternate", "type", type, "href", sibling.getValue().toASCIIString());
            }
        }
        if (feed.next().isPresent()) {
            xml.empty("atom:link", "rel", "next", "href", feed.next().get().toASCIIString());
        }
        for (URI hub : feed.hubs()) {
            xml.empty("atom:link", "rel", "hub", "href", hub.toASCIIString());
        }
        for (FeedItem item : feed.items()) {
            item(item, xml);
        }
        xml.close();
    }

    private static void item(FeedItem item, XmlDocument xml) throws IOException {
        xml.open("item", "xml:lang", item.language().tag())
                .line("title", Directed.line(item.headline(), item.language()))
                .line("link", item.url().toASCIIString())
                .line("guid", item.id(), "isPermaLink", "false")
                .line("pubDate", Times.mail(item.published()))
                .line("atom:updated", Times.machine(item.updated()))
                .line("dc:language", item.language().tag());
        for (String name : item.bylines()) {
            xml.line("dc:creator", name);
        }
        for (String category : item.categories()) {
            xml.line("category", category);
        }
        for (Map.Entry<String, URI> translation : item.translations().entrySet()) {
            String address = translation.getValue().toASCIIString();
            xml.empty("atom:link", "rel", "alternate", "type", "text/html", "hreflang", translation.getKey(), "href", address);
        }
        if (item.image().isPresent()) {
            xml.empty("media:content", "url", item.image().get().toASCIIString(), "medium", "image");
        }
        if (!item.standfirst().isEmpty()) {
            xml.text("description", Directed.summary(item));
        }
        xml.text("content:encoded", Directed.body(item)).close();
    }
}
