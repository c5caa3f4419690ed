package org.minbar.discovery;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.minbar.language.Isolation;
import org.minbar.view.Printable;
import org.minbar.view.XmlDocument;

/**
 * Sitemaps by the protocol of sitemaps.org, with the language links and the news extension that Google documents.
 * Entries are written as they arrive, so a file of fifty thousand addresses needs no more memory than one of ten.
 */
final class Sitemap {

    /** The protocol's limit for one file, and for the files of one index. */
    static final int MOST_ADDRESSES = 50_000;

    /** The protocol's limit for one file before compression: 50 MB. */
    static final long MOST_BYTES = 50L * 1024 * 1024;

    /**
     * So many numbers of editions share a file, which so keeps both limits. An Arabic letter takes six characters in an
     * address and a story in three languages carries four or five addresses, so the bytes run out long before the
     * addresses do. By numbers and not by count: what is withdrawn moves nothing from one file to the next.
     */
    static final int PAGE = 10_000;

    static final Duration NEWS = Duration.ofDays(2);
    static final int MOST_NEWS = 1_000;

    private static final String PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /** Room for the entry being written and for what waits in buffers. */
    private static final long MARGIN = 256 * 1024;

    private Sitemap() {}

    /** The list of the sitemaps, each with the time of its newest page. */
    static void index(List<SitemapEntry> sitemaps, OutputStream out) throws IOException {
        if (sitemaps.size() > MOST_ADDRESSES) {
            throw new IllegalArgumentException(
                    "an index holds " + MOST_ADDRESSES + " sitemaps, not " + sitemaps.size());
        }
        XmlDocument xml = new XmlDocument(out);
        xml.open("sitemapindex").namespace("", PROTOCOL);
        for (SitemapEntry sitemap : sitemaps) {
            xml.open("sitemap")
                    .line("loc", sitemap.loc().toASCIIString())
                    .line("lastmod", machine(sitemap.lastModified()))
                    .close();
        }
        xml.finish();
    }

    /**
     * Writes entries until they end or the file is full.
     *
     * @return how many were written; the iterator still holds the others
     */
    static int pages(Iterator<SitemapEntry> entries, OutputStream out) throws IOException {
        return pages(entries, out, MOST_BYTES);
    }

    static int pages(Iterator<SitemapEntry> entries, OutputStream out, long mostBytes) throws IOException {
        Counted counted = new Counted(out);
        XmlDocument xml = new XmlDocument(counted);
        xml.open("urlset").namespace("", PROTOCOL).namespace("xhtml", "http://www.w3.org/1999/xhtml");
        int written = 0;
        while (entries.hasNext() && written < MOST_ADDRESSES && counted.bytes() < mostBytes - MARGIN) {
            page(entries.next(), xml);
            written++;
        }
        xml.finish();
        return written;
    }

    private static void page(SitemapEntry entry, XmlDocument xml) throws IOException {
        xml.open("url").line("loc", entry.loc().toASCIIString()).line("lastmod", machine(entry.lastModified()));
        for (Map.Entry<String, URI> alternate : entry.alternates().entrySet()) {
            String address = alternate.getValue().toASCIIString();
            xml.empty("xhtml:link", "rel", "alternate", "hreflang", alternate.getKey(), "href", address);
        }
        xml.close();
    }

    /**
     * The stories first published in the two days before {@code now}, at most a thousand; entries come newest first.
     * May well be empty.
     */
    static void news(Iterator<NewsEntry> entries, Instant now, OutputStream out) throws IOException {
        XmlDocument xml = new XmlDocument(out);
        xml.open("urlset").namespace("", PROTOCOL).namespace("news", "http://www.google.com/schemas/sitemap-news/0.9");
        int written = 0;
        while (entries.hasNext() && written < MOST_NEWS) {
            NewsEntry entry = entries.next();
            boolean old = entry.published().isBefore(now.minus(NEWS));
            if (!old && !entry.published().isAfter(now)) {
                story(entry, xml);
                written++;
            }
        }
        xml.finish();
    }

    private static void story(NewsEntry entry, XmlDocument xml) throws IOException {
        xml.open("url").line("loc", entry.loc().toASCIIString());
        xml.open("news:news");
        xml.open("news:publication")
                .line("news:name", entry.publication())
                // The language alone, ISO 639: the region is not wanted here.
                .line("news:language", entry.language().locale().getLanguage())
                .close();
        xml.line("news:publication_date", machine(entry.published()))
                .line("news:title", bare(entry.headline()))
                .close()
                .close();
    }

    /** The headline as people search for it: no direction marks, and no tatweel, which only stretches a word. */
    private static String bare(String headline) {
        return Isolation.stripControls(Printable.line(headline)).replace("\u0640", "");
    }

    private static String machine(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
