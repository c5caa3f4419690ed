package org.minbar.syndication;

import java.io.IOException;
import java.io.OutputStream;
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
        xml.open("feed", "xml:lang", feed.language().tag())
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
        for (Link link : Link.of(feed, this)) {
            link.write("link", xml);
        }
        for (FeedItem item : feed.items()) {
            entry(item, xml);
        }
        xml.finish();
    }

    private static void entry(FeedItem item, XmlDocument xml) throws IOException {
        xml.open("entry", "xml:lang", item.language().tag())
                .line("id", item.id())
                .line("title", Directed.line(item.headline(), item.language()), "type", "text")
                .line("published", Times.machine(item.published()))
                .line("updated", Times.machine(item.updated()));
        for (Link link : Link.of(item)) {
            link.write("link", xml);
        }
        for (String name : item.bylines()) {
            author(name, xml);
        }
        for (String category : item.categories()) {
            xml.empty("category", "term", category);
        }
        if (item.image().isPresent()) {
            MediaContent.write(item.image().get(), xml);
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
