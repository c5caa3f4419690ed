package org.minbar.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.syndication.Newsroom.AR;
import static org.minbar.syndication.Newsroom.ATOM;
import static org.minbar.syndication.Newsroom.CONTENT;
import static org.minbar.syndication.Newsroom.DC;
import static org.minbar.syndication.Newsroom.EN;
import static org.minbar.syndication.Newsroom.EVENING;
import static org.minbar.syndication.Newsroom.FR;
import static org.minbar.syndication.Newsroom.MEDIA;
import static org.minbar.syndication.Newsroom.child;
import static org.minbar.syndication.Newsroom.children;
import static org.minbar.syndication.Newsroom.corrected;
import static org.minbar.syndication.Newsroom.feed;
import static org.minbar.syndication.Newsroom.festival;
import static org.minbar.syndication.Newsroom.hostile;
import static org.minbar.syndication.Newsroom.parsed;
import static org.minbar.syndication.Newsroom.text;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minbar.language.Language;
import org.w3c.dom.Element;

class RssTest {

    private final Format rss = Formats.byExtension("rss").orElseThrow();

    @Test
    void the_channel_has_what_the_specification_requires_and_the_links_that_readers_follow() throws Exception {
        Element root = parsed(rss.bytes(feed(AR, festival()))).getDocumentElement();
        Element channel = child(root, "", "channel");

        assertThat(root.getTagName()).isEqualTo("rss");
        assertThat(root.getAttribute("version")).isEqualTo("2.0");
        assertThat(root.getAttribute("xml:lang")).isEqualTo("ar");
        assertThat(text(channel, "", "title")).isEqualTo("منبر – ثقافة");
        assertThat(text(channel, "", "link")).isEqualTo("https://minbar.example/ar/sections/culture");
        assertThat(text(channel, "", "description")).isEqualTo("أخبار الثقافة");
        assertThat(text(channel, "", "language")).isEqualTo("ar");
        assertThat(text(channel, "", "lastBuildDate")).isEqualTo("Sat, 2 Mar 2024 09:30:00 GMT");
        assertThat(children(channel, ATOM, "link"))
                .extracting(link -> link.getAttribute("rel") + " " + link.getAttribute("type"))
                .containsExactly(
                        "alternate text/html",
                        "self application/rss+xml",
                        "alternate application/atom+xml",
                        "alternate application/feed+json");
    }

    @Test
    void an_arabic_item_keeps_its_direction_its_authors_and_its_languages() throws Exception {
        Element item = onlyItem(feed(AR, festival()));

        assertThat(item.getAttribute("xml:lang")).isEqualTo("ar");
        assertThat(text(item, "", "title")).isEqualTo("مهرجان ورزازات: سينما وذاكرة");
        assertThat(text(item, "", "link"))
                .isEqualTo("https://minbar.example/ar/7/%D9%85%D9%87%D8%B1%D8%AC%D8%A7%D9%86-"
                        + "%D9%88%D8%B1%D8%B2%D8%A7%D8%B2%D8%A7%D8%AA");
        assertThat(text(item, "", "guid")).isEqualTo("tag:minbar.example,2026:story/7/ar");
        assertThat(child(item, "", "guid").getAttribute("isPermaLink")).isEqualTo("false");
        assertThat(text(item, "", "pubDate")).isEqualTo("Sat, 2 Mar 2024 09:30:00 GMT");
        assertThat(children(item, DC, "creator"))
                .extracting(Element::getTextContent)
                .containsExactly("أمينة الإدريسي", "حسن جبار");
        assertThat(children(item, "", "category"))
                .extracting(Element::getTextContent)
                .containsExactly("ثقافة", "سينما", "ورزازات");
        assertThat(children(item, ATOM, "link"))
                .extracting(link -> link.getAttribute("hreflang"))
                .containsExactly("ar", "en", "fr");
        assertThat(child(item, MEDIA, "content").getAttribute("url")).isEqualTo("https://minbar.example/media/12/wide");
        assertThat(child(child(item, MEDIA, "content"), MEDIA, "credit").getTextContent())
                .isEqualTo("سلمى الإدريسي");
        assertThat(child(child(item, MEDIA, "content"), MEDIA, "description").getTextContent())
                .isEqualTo("منصة عند الغروب");
        assertThat(text(item, "", "description"))
                .isEqualTo("<div dir=\"rtl\" lang=\"ar\">عشرة أيام من العروض والورشات</div>");
        assertThat(text(item, CONTENT, "encoded"))
                .startsWith("<div dir=\"rtl\" lang=\"ar\"><p>افتتح")
                .contains("<a href=\"https://minbar.example/ar/6/برنامج\">")
                .endsWith("</div>");
    }

    @Test
    void a_correction_moves_the_change_and_neither_the_identity_nor_the_date() throws Exception {
        Element before = onlyItem(feed(AR, festival()));
        Feed feed = feed(AR, corrected(festival(), "عدد الدول المشاركة 15 وليس 51.", EVENING));
        Element after = onlyItem(feed);

        assertThat(text(after, "", "guid")).isEqualTo(text(before, "", "guid"));
        assertThat(text(after, "", "pubDate")).isEqualTo(text(before, "", "pubDate"));
        assertThat(text(before, ATOM, "updated")).isEqualTo("2024-03-02T09:30:00Z");
        assertThat(text(after, ATOM, "updated")).isEqualTo("2024-03-02T18:45:10Z");
        assertThat(text((Element) after.getParentNode(), "", "lastBuildDate"))
                .isEqualTo("Sat, 2 Mar 2024 18:45:10 GMT");
        assertThat(text(after, CONTENT, "encoded"))
                .endsWith("<p><ins datetime=\"2024-03-02T18:45:10Z\">عدد الدول المشاركة 15 وليس 51.</ins></p></div>");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hostile_characters_break_nothing_in_any_language(Language language) throws Exception {
        Element item = onlyItem(feed(language, hostile(language)));
        String mark = language == AR ? "\u200F" : "";

        assertThat(text(item, "", "title")).isEqualTo(mark + "abc]]>d & e < f  g  h i 🎬 </div><title>");
        assertThat(text(item, DC, "creator")).isEqualTo("abc]]>d & e < f  g  h i 🎬 </div><title>");
        assertThat(text(item, "", "category")).isEqualTo("abc]]>d & e < f  g  h i 🎬 </div><title>");
        assertThat(text(item, CONTENT, "encoded"))
                .startsWith("<div dir=\"" + language.dir() + "\" lang=\"" + language.tag()
                        + "\"><p>abc]]&gt;d &amp; e &lt; f")
                .endsWith("🎬 &lt;/div&gt;&lt;title&gt;</p></div>");
    }

    static List<Language> languages() {
        return List.of(AR, FR, EN);
    }

    @ParameterizedTest
    @MethodSource("headlines")
    void a_title_begins_with_a_mark_only_where_its_first_letter_would_turn_it(
            Language language, String headline, String title) throws Exception {
        Element item = onlyItem(feed(language, Newsroom.item(language, headline, "<p>.</p>")));

        assertThat(text(item, "", "title")).isEqualTo(title);
    }

    static Stream<Object[]> headlines() {
        return Stream.of(
                new Object[] {AR, "ESCWA تجتمع في بيروت", "\u200FESCWA تجتمع في بيروت"},
                new Object[] {AR, "43 جمعية في دورة تكوينية", "43 جمعية في دورة تكوينية"},
                new Object[] {AR, "«OGERO» شريك", "\u200F«OGERO» شريك"},
                new Object[] {AR, "\u200FESCWA تجتمع", "\u200FESCWA تجتمع"},
                new Object[] {AR, "2024", "2024"},
                new Object[] {FR, "« منبر » souffle sa bougie", "\u200E« منبر » souffle sa bougie"},
                new Object[] {FR, "Le « منبر » souffle", "Le « منبر » souffle"},
                new Object[] {EN, "2024 in Fez", "2024 in Fez"});
    }

    private Element onlyItem(Feed feed) throws Exception {
        return child(child(parsed(rss.bytes(feed)).getDocumentElement(), "", "channel"), "", "item");
    }
}
