package org.minbar.syndication;

import java.io.IOException;
import java.io.OutputStream;
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
        // The one element besides title and link that RSS can't do without.
        String description = feed.description().isEmpty() ? feed.title() : feed.description();
        xml.open("channel")
                .line("title", Directed.line(feed.title(), feed.language()))
                .line("link", feed.home().toASCIIString())
                .line("description", Directed.line(description, feed.language()))
                .line("language", feed.language().tag())
                .line("lastBuildDate", Times.mail(feed.updated()))
                .line("ttl", TTL)
                .line("dc:publisher", feed.publisher());
        for (Link link : Link.of(feed, this)) {
            link.write("atom:link", xml);
        }
        for (FeedItem item : feed.items()) {
            item(item, xml);
        }
        xml.close();
    }

    private static void item(FeedItem item, XmlDocument xml) throws IOException {
        xml.open("item", "xml:lang", item.language().tag())
                .line("title", Directed.line(item.headline(), item.language()))
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
        for (Link link : Link.of(item)) {
            link.write("atom:link", xml);
        }
        // After the links of Atom: programs that take both for one thing keep the last.
        xml.line("link", item.url().toASCIIString());
        if (item.image().isPresent()) {
            MediaContent.write(item.image().get(), xml);
        }
        if (!item.standfirst().isEmpty()) {
            xml.text("description", Directed.summary(item));
        }
        xml.text("content:encoded", Directed.body(item)).close();
    }
}
