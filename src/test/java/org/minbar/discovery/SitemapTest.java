package org.minbar.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SitemapTest {

    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
    private static final Language AR = Languages.read(Path.of("i18n")).get("ar");
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

    private static final URI ARABIC = URI.create("https://minbar.example/ar/7/مهرجان?a=1&b=2");
    private static final URI FRENCH = URI.create("https://minbar.example/fr/7/festival");

    @Test
    void a_page_lists_itself_and_its_translations_percent_encoded() throws Exception {
        SitemapEntry entry = new SitemapEntry(ARABIC, NOON, Map.of("fr", FRENCH, "ar", ARABIC, "x-default", ARABIC));
        Element root = parsed(out -> Sitemap.pages(List.of(entry).iterator(), out));
        NodeList links = root.getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "link");

        assertThat(root.getNamespaceURI()).isEqualTo("http://www.sitemaps.org/schemas/sitemap/0.9");
        assertThat(texts(root, "*", "loc"))
                .containsExactly("https://minbar.example/ar/7/%D9%85%D9%87%D8%B1%D8%AC%D8%A7%D9%86?a=1&b=2");
        assertThat(texts(root, "*", "lastmod")).containsExactly("2024-03-05T12:00:00Z");
        assertThat(IntStream.range(0, links.getLength()).mapToObj(n -> (Element) links.item(n)))
                .extracting(link -> link.getAttribute("hreflang") + " " + link.getAttribute("href"))
                .containsExactly("ar " + ARABIC.toASCIIString(), "fr " + FRENCH, "x-default " + ARABIC.toASCIIString());
    }

    @Test
    void letters_in_two_spellings_give_one_address() throws Exception {
        SitemapEntry decomposed = new SitemapEntry(URI.create("https://minbar.example/fr/7/e\u0301te\u0301"), NOON);
        SitemapEntry composed = new SitemapEntry(URI.create("https://minbar.example/fr/7/été"), NOON);

        assertThat(texts(
                        parsed(out ->
                                Sitemap.pages(List.of(decomposed, composed).iterator(), out)),
                        "*",
                        "loc"))
                .containsOnly("https://minbar.example/fr/7/%C3%A9t%C3%A9");
    }

    @Test
    void alternates_that_leave_the_page_out_are_refused() {
        assertThatThrownBy(() -> new SitemapEntry(ARABIC, NOON, Map.of("fr", FRENCH)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_file_ends_at_fifty_thousand_and_leaves_the_rest() throws Exception {
        Iterator<SitemapEntry> archive = archive(50_010).iterator();
        Counted first = new Counted(OutputStream.nullOutputStream());

        assertThat(Sitemap.pages(archive, first)).isEqualTo(50_000);
        assertThat(first.bytes()).isBetween(1L, Sitemap.MOST_BYTES);
        assertThat(texts(parsed(out -> Sitemap.pages(archive, out)), "*", "loc"))
                .hasSize(10)
                .startsWith("https://minbar.example/ar/50001");
    }

    @Test
    void a_file_ends_before_its_bytes_run_out() throws Exception {
        long most = 400 * 1024;
        Counted counted = new Counted(OutputStream.nullOutputStream());

        assertThat(Sitemap.pages(archive(50_000).iterator(), counted, most)).isBetween(1_000, 10_000);
        assertThat(counted.bytes()).isLessThan(most);
    }

    @Test
    void the_index_lists_the_files_with_their_newest_change() throws Exception {
        Element root = parsed(out -> Sitemap.index(
                List.of(new SitemapEntry(URI.create("https://minbar.example/sitemap-ar-1.xml"), NOON)), out));

        assertThat(root.getLocalName()).isEqualTo("sitemapindex");
        assertThat(texts(root, "*", "loc")).containsExactly("https://minbar.example/sitemap-ar-1.xml");
        assertThat(texts(root, "*", "lastmod")).containsExactly("2024-03-05T12:00:00Z");
    }

    @Test
    void news_are_the_first_publications_of_two_days() throws Exception {
        Element root = news(Stream.of(
                story("غدا", NOON.plusSeconds(1)),
                story("\u202Eمـهـرجان\u200F & <فاس>", NOON.minusSeconds(60)),
                story("على الحد", NOON.minus(Duration.ofDays(2))),
                story("قديم", NOON.minus(Duration.ofDays(2)).minusSeconds(1))));

        assertThat(texts(root, NEWS, "title")).containsExactly("مهرجان & <فاس>", "على الحد");
        assertThat(texts(root, NEWS, "publication_date"))
                .containsExactly("2024-03-05T11:59:00Z", "2024-03-03T12:00:00Z");
        assertThat(texts(root, NEWS, "name")).containsOnly("منبر");
        assertThat(texts(root, NEWS, "language")).containsOnly("ar");
        assertThat(texts(root, "*", "loc")).containsOnly(ARABIC.toASCIIString());
    }

    @Test
    void news_are_a_thousand_at_most_and_may_be_none() throws Exception {
        assertThat(texts(news(Stream.generate(() -> story("خبر", NOON)).limit(1_001)), NEWS, "title"))
                .hasSize(1_000);
        assertThat(texts(news(Stream.of()), NEWS, "title")).isEmpty();
    }

    private static NewsEntry story(String headline, Instant published) {
        return new NewsEntry(ARABIC, "منبر", AR, published, headline);
    }

    private static Element news(Stream<NewsEntry> stories) throws Exception {
        return parsed(out -> Sitemap.news(stories.iterator(), NOON, out));
    }

    private static Stream<SitemapEntry> archive(int stories) {
        return IntStream.rangeClosed(1, stories)
                .mapToObj(n -> new SitemapEntry(URI.create("https://minbar.example/ar/" + n), NOON));
    }

    private static List<String> texts(Element root, String namespace, String name) {
        NodeList nodes = root.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(n -> nodes.item(n).getTextContent())
                .toList();
    }

    private static Element parsed(Writing writing) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.write(out);
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()))
                .getDocumentElement();
    }

    @FunctionalInterface
    private interface Writing {
        void write(OutputStream out) throws IOException;
    }
}
