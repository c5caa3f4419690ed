package org.minbar.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.syndication.Newsroom.AR;
import static org.minbar.syndication.Newsroom.ATOM;
import static org.minbar.syndication.Newsroom.CONTENT;
import static org.minbar.syndication.Newsroom.EN;
import static org.minbar.syndication.Newsroom.child;
import static org.minbar.syndication.Newsroom.feed;
import static org.minbar.syndication.Newsroom.festival;
import static org.minbar.syndication.Newsroom.item;
import static org.minbar.syndication.Newsroom.parsed;
import static org.minbar.syndication.Newsroom.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.minbar.language.Language;
import org.w3c.dom.Element;

class FormatsTest {

    private static final long SEED = 20240302;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"rss | application/rss+xml", "atom | application/atom+xml", "json | application/feed+json"})
    void a_format_is_found_by_the_end_of_its_address(String extension, String mediaType) {
        assertThat(Formats.byExtension(extension)).map(Format::mediaType).contains(mediaType);
    }

    @Test
    void an_ending_that_is_no_format_finds_none() {
        assertThat(Formats.byExtension("xml")).isEmpty();
        assertThat(Formats.byExtension("RSS")).isEmpty();
    }

    static List<Format> formats() {
        return Formats.all();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void one_feed_has_the_same_bytes_whatever_the_order_of_its_maps(Format format) {
        byte[] first = format.bytes(feed(AR, festival()));
        for (int turn = 0; turn < 6; turn++) {
            assertThat(format.bytes(shuffled(feed(AR, festival()), new Random(turn))))
                    .isEqualTo(first);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void arabic_is_written_as_letters_and_not_as_numbers(Format format) {
        assertThat(new String(format.bytes(feed(AR, festival())), StandardCharsets.UTF_8))
                .contains("مهرجان ورزازات: سينما وذاكرة")
                .doesNotContain("\\u06", "&#");
    }

    @Test
    void whatever_is_typed_every_format_parses_and_gives_it_back_cleaned() throws Exception {
        Random random = new Random(SEED);
        for (int n = 0; n < 400; n++) {
            String typed = typed(random);
            Language language = random.nextBoolean() ? AR : EN;
            FeedItem item = item(language, typed, "<p>x" + escaped(typed) + "y</p>");
            String mark = language == AR ? "\u200F" : "\u200E";
            String seen = "seed " + SEED + ", string " + n;

            Element rss =
                    child(child(parsed(bytes("rss", language, item)).getDocumentElement(), "", "channel"), "", "item");
            assertThat(text(rss, "", "title")).as(seen).isIn(line(typed), mark + line(typed));
            assertThat(body(text(rss, CONTENT, "encoded"))).as(seen).isEqualTo("x" + lines(typed) + "y");

            Element atom = child(parsed(bytes("atom", language, item)).getDocumentElement(), ATOM, "entry");
            assertThat(text(atom, ATOM, "title")).as(seen).isIn(line(typed), mark + line(typed));
            assertThat(body(text(atom, ATOM, "content"))).as(seen).isEqualTo("x" + lines(typed) + "y");

            JsonNode json =
                    new ObjectMapper().readTree(bytes("json", language, item)).at("/items/0");
            assertThat(json.path("title").asText()).as(seen).isIn(line(typed), mark + line(typed));
            assertThat(body(json.path("content_html").asText())).as(seen).isEqualTo("x" + lines(typed) + "y");
        }
    }

    /** Every corner of Unicode about as often: the random code point alone would hardly ever meet ASCII. */
    private static String typed(Random random) {
        StringBuilder typed = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(8)) {
                case 0 -> typed.append((char) random.nextInt(0x20));
                case 1 -> typed.append((char) (0x20 + random.nextInt(0x80)));
                case 2 -> typed.append((char) (0x600 + random.nextInt(0x100)));
                case 3 -> typed.append((char) (0xD800 + random.nextInt(0x800)));
                case 4 -> typed.append((char) (0x2000 + random.nextInt(0x70)));
                case 5 -> typed.append((char) (0xFDC0 + random.nextInt(0x240)));
                case 6 -> typed.appendCodePoint(random.nextInt(0x110000));
                default -> typed.append("]]> &amp; <![CDATA[ <!-- \" ' \r\n".charAt(random.nextInt(31)));
            }
        }
        return typed.toString();
    }

    /** A second way to say what XML 1.0 allows, so that the first is not its own judge. */
    private static String lines(String typed) {
        return typed.replaceAll("\r\n?|\\x{85}", "\n")
                .replaceAll(
                        "[^\\t\\n"
                                + "\\x20-\\x7E\\x{A0}-\\x{D7FF}\\x{E000}-\\x{FDCF}\\x{FDF0}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]",
                        "")
                .replaceAll(
                        "[\\x{1FFFE}\\x{1FFFF}\\x{2FFFE}\\x{2FFFF}\\x{3FFFE}\\x{3FFFF}\\x{4FFFE}\\x{4FFFF}\\x{5FFFE}\\x{5FFFF}"
                                + "\\x{6FFFE}\\x{6FFFF}\\x{7FFFE}\\x{7FFFF}\\x{8FFFE}\\x{8FFFF}\\x{9FFFE}\\x{9FFFF}\\x{AFFFE}\\x{AFFFF}"
                                + "\\x{BFFFE}\\x{BFFFF}\\x{CFFFE}\\x{CFFFF}\\x{DFFFE}\\x{DFFFF}\\x{EFFFE}\\x{EFFFF}\\x{FFFFE}\\x{FFFFF}"
                                + "\\x{10FFFE}\\x{10FFFF}]",
                        "");
    }

    private static String line(String typed) {
        String breaks = "[\t\n\\x{B}\f\r\\x{85}\\x{2028}\\x{2029}]";
        String spaced = typed.replaceAll(breaks, "\n");
        String kept = lines(spaced).replaceAll("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]", "");
        return kept.replaceAll("\n+", " ").strip();
    }

    private static String escaped(String typed) {
        return typed.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String body(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText();
    }

    private static byte[] bytes(String extension, Language language, FeedItem item) {
        return Formats.byExtension(extension).orElseThrow().bytes(feed(language, item));
    }

    private static Feed shuffled(Feed feed, Random random) {
        FeedItem item = feed.items().get(0);
        FeedItem same = new FeedItem(
                item.id(),
                item.url(),
                item.language(),
                item.headline(),
                item.standfirst(),
                item.bodyHtml(),
                item.published(),
                item.updated(),
                item.bylines(),
                item.section(),
                item.topics(),
                item.corrections(),
                shuffled(item.translations(), random),
                item.image());
        return new Feed(
                feed.title(),
                feed.description(),
                feed.publisher(),
                feed.language(),
                feed.self(),
                feed.home(),
                shuffled(feed.siblings(), random),
                List.of(same));
    }

    private static <K> Map<K, URI> shuffled(Map<K, URI> map, Random random) {
        List<K> keys = new ArrayList<>(map.keySet());
        Collections.shuffle(keys, random);
        Map<K, URI> shuffled = new LinkedHashMap<>();
        for (K key : keys) {
            shuffled.put(key, map.get(key));
        }
        return shuffled;
    }
}
