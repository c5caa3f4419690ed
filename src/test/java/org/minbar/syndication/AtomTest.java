package org.minbar.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.syndication.Newsroom.AR;
import static org.minbar.syndication.Newsroom.ATOM;
import static org.minbar.syndication.Newsroom.EN;
import static org.minbar.syndication.Newsroom.EVENING;
import static org.minbar.syndication.Newsroom.FR;
import static org.minbar.syndication.Newsroom.NOON;
import static org.minbar.syndication.Newsroom.child;
import static org.minbar.syndication.Newsroom.children;
import static org.minbar.syndication.Newsroom.corrected;
import static org.minbar.syndication.Newsroom.feed;
import static org.minbar.syndication.Newsroom.festival;
import static org.minbar.syndication.Newsroom.hostile;
import static org.minbar.syndication.Newsroom.parsed;
import static org.minbar.syndication.Newsroom.text;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.minbar.language.Language;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class AtomTest {

    private final Format atom = Formats.byExtension("atom").orElseThrow();

    @ParameterizedTest
    @MethodSource("languages")
    void feed_and_entries_have_what_rfc_4287_requires(Language language) throws Exception {
        Element root = root(feed(language, hostile(language), festival()));

        assertThat(root.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(root.getAttribute("xml:lang")).isEqualTo(language.tag());
        assertThat(URI.create(text(root, ATOM, "id")).isAbsolute()).isTrue();
        assertThat(text(root, ATOM, "title")).isNotBlank();
        assertThat(text(root, ATOM, "updated")).isEqualTo("2024-03-02T09:30:00Z");
        assertThat(text(child(root, ATOM, "author"), ATOM, "name")).isNotBlank();
        assertThat(alternates(root)).doesNotHaveDuplicates();
        assertThat(children(root, ATOM, "entry")).hasSize(2).allSatisfy(entry -> {
            assertThat(text(entry, ATOM, "id")).startsWith("tag:minbar.example,2026:story/");
            assertThat(text(entry, ATOM, "title")).isNotBlank();
            assertThat(text(entry, ATOM, "updated")).isNotBlank();
            assertThat(text(entry, ATOM, "published")).isNotBlank();
            assertThat(child(entry, ATOM, "content").getAttribute("type")).isEqualTo("html");
            assertThat(alternates(entry)).isNotEmpty().doesNotHaveDuplicates();
        });
    }

    static List<Language> languages() {
        return List.of(AR, FR, EN);
    }

    @Test
    void an_entry_lists_its_translations() throws Exception {
        Element entry = child(root(feed(AR, festival())), ATOM, "entry");

        assertThat(alternates(entry))
                .containsExactly("text/html ar", "text/html; charset=utf-8 en", "text/html; charset=utf-8 fr");
        assertThat(children(entry, ATOM, "author"))
                .extracting(author -> text(author, ATOM, "name"))
                .containsExactly("أمينة الإدريسي", "حسن جبار");
        assertThat(children(entry, ATOM, "category"))
                .extracting(category -> category.getAttribute("term"))
                .containsExactly("ثقافة", "سينما", "ورزازات");
    }

    @ParameterizedTest
    @CsvSource({"atom", "rss"})
    void programs_that_heed_no_language_open_the_page_of_the_item(String extension) throws Exception {
        Document document = parsed(Formats.byExtension(extension).orElseThrow().bytes(feed(AR, festival())));
        NodeList parents = document.getElementsByTagNameNS("*", extension.equals("rss") ? "item" : "entry");
        List<Element> pages = children((Element) parents.item(0), ATOM, "link");
        List<Element> ofPlainType = pages.stream()
                .filter(page -> page.getAttribute("type").equals("text/html"))
                .toList();

        assertThat(pages.get(0).getAttribute("href")).isEqualTo(festival().url().toASCIIString());
        assertThat(ofPlainType).containsExactly(pages.get(0));
    }

    @Test
    void corrections_stand_at_the_end_from_the_oldest_to_the_newest() throws Exception {
        FeedItem twice = corrected(corrected(festival(), "Second <b>", EVENING), "Premier & seul", NOON);
        Element entry = child(root(feed(AR, twice)), ATOM, "entry");

        assertThat(text(entry, ATOM, "id")).isEqualTo(festival().id());
        assertThat(text(entry, ATOM, "published")).isEqualTo("2024-03-02T09:30:00Z");
        assertThat(text(entry, ATOM, "updated")).isEqualTo("2024-03-02T18:45:10Z");
        assertThat(text(entry, ATOM, "content"))
                .endsWith("<p><ins datetime=\"2024-03-02T12:00:00Z\">Premier &amp; seul</ins></p>"
                        + "<p><ins datetime=\"2024-03-02T18:45:10Z\">Second &lt;b&gt;</ins></p></div>");
    }

    @Test
    void a_later_page_keeps_the_identity_and_a_hub_is_named() throws Exception {
        Feed first = feed(FR);
        Feed paged = new Feed(
                first.title(),
                first.description(),
                first.publisher(),
                first.language(),
                URI.create(first.self() + "?page=2"),
                first.home(),
                first.siblings(),
                NOON,
                first.items(),
                Optional.of(URI.create(first.self() + "?page=3")),
                List.of(URI.create("https://minbar.example/hub")));
        Element root = root(paged);

        assertThat(text(root, ATOM, "id")).isEqualTo(text(root(first), ATOM, "id"));
        assertThat(text(root, ATOM, "updated")).isEqualTo("2024-03-02T12:00:00Z");
        assertThat(children(root, ATOM, "link"))
                .extracting(link -> link.getAttribute("rel") + " " + link.getAttribute("href"))
                .contains(
                        "self https://minbar.example/fr/sections/culture/feed.atom?page=2",
                        "next https://minbar.example/fr/sections/culture/feed.atom?page=3",
                        "hub https://minbar.example/hub");
    }

    @Test
    void an_empty_listing_is_still_a_feed() throws Exception {
        Element root = root(feed(EN));

        assertThat(children(root, ATOM, "entry")).isEmpty();
        assertThat(text(root, ATOM, "updated")).isEqualTo("1970-01-01T00:00:00Z");
    }

    private static List<String> alternates(Element parent) {
        return children(parent, ATOM, "link").stream()
                .filter(link -> link.getAttribute("rel").equals("alternate"))
                .map(link -> link.getAttribute("type") + " " + link.getAttribute("hreflang"))
                .toList();
    }

    private Element root(Feed feed) throws Exception {
        return parsed(atom.bytes(feed)).getDocumentElement();
    }
}
