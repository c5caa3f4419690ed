package org.minbar.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.minbar.language.Refusal;

class MarkupTest {

    static Stream<Arguments> what_comes_in_and_what_is_kept() {
        return Stream.of(
                kept(
                        "bold and italic are strong and emphasis",
                        "<p><b>عاجل</b> <i>خاص</i></p>",
                        "<p><strong>عاجل</strong> <em>خاص</em></p>"),
                kept(
                        "a first heading is the headline's",
                        "<h1>عنوان</h1><h5>فرعي</h5>",
                        "<h2>عنوان</h2>\n<h4>فرعي</h4>"),
                kept("a heading needs no bold", "<h2><strong>البرنامج</strong></h2>", "<h2>البرنامج</h2>"),
                kept(
                        "divisions are paragraphs",
                        "<div>سطر أول</div><div>سطر ثان</div>",
                        "<p>سطر أول</p>\n<p>سطر ثان</p>"),
                kept(
                        "two line breaks end a paragraph",
                        "سطر أول<br><br>سطر ثان<br>تتمة",
                        "<p>سطر أول</p>\n<p>سطر ثان<br>تتمة</p>"),
                kept(
                        "an empty line ends a paragraph of plain text",
                        "سطر أول\n\nسطر <b>ثان</b>\nتتمة",
                        "<p>سطر أول</p>\n<p>سطر <strong>ثان</strong> تتمة</p>"),
                kept("an empty line within a paragraph is only space", "<p>سطر أول\n\nتتمة</p>", "<p>سطر أول تتمة</p>"),
                kept("empty paragraphs go", "<p>&nbsp;</p><p></p><p> <br> </p><p>نص</p>", "<p>نص</p>"),
                kept("a row of no-break spaces is one space", "<p>نص&nbsp;&nbsp; &nbsp;آخر</p>", "<p>نص آخر</p>"),
                kept("a no-break space on its own is meant", "<p>10&nbsp;000</p>", "<p>10\u00A0000</p>"),
                kept(
                        "Word's dressing goes",
                        "<p class=MsoNormal dir=RTL style='text-align:justify;mso-margin-top-alt:auto'><span lang=AR-MA"
                                + " style='font-size:14pt;font-family:Arial'>شارك <b style='mso-bidi-font-weight:normal'>وفد</b>"
                                + "<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>",
                        "<p>شارك <strong>وفد</strong></p>"),
                kept(
                        "Word's points are a list",
                        "<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
                                + "<span style='mso-list:Ignore'>·<span style='font:7pt'>&nbsp;&nbsp; </span></span><![endif]>تقديم</p>"
                                + "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>ندوة</p><p>نص</p>",
                        "<ul>\n<li>تقديم</li>\n<li>ندوة</li>\n</ul>\n<p>نص</p>"),
                kept(
                        "Word's numbered points are a numbered list",
                        "<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.&nbsp;</span>أولا</p>",
                        "<ol>\n<li>أولا</li>\n</ol>"),
                kept(
                        "a pasted document that is bold in name only",
                        "<b style='font-weight:normal;' id='docs-internal-guid-1'><p><span style='font-weight:700'>هام</span>"
                                + "<span style='font-weight:400'> نص</span></p></b>",
                        "<p><strong>هام</strong> نص</p>"),
                kept(
                        "Facebook's pictures of emoji are emoji",
                        "<div dir=auto>مبروك <img alt='🎉' src='https://static.example/1.png'></div>",
                        "<p>مبروك 🎉</p>"),
                kept(
                        "a picture is left out, its caption stays",
                        "<figure><img src=x alt='photo'><figcaption>تصوير: حسن</figcaption></figure>",
                        "<p>تصوير: حسن</p>"),
                kept(
                        "Facebook's forwarding address is undone",
                        "<a href='https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa%3Fx%3D1%26fbclid%3DIwAR&h=AT0'>رابط</a>",
                        "<p><a href=\"https://example.org/a?x=1\">رابط</a></p>"),
                kept("fonts and centring go", "<center><font color=red size=7>نص</font></center>", "<p>نص</p>"),
                kept(
                        "hidden text goes",
                        "<p>نص<span style='display: none'>خفي</span><span hidden>خفي</span></p>",
                        "<p>نص</p>"),
                kept(
                        "a block inside an inline element is mended",
                        "<b>أول<p>ثان</p></b>ثالث",
                        "<p><strong>أول</strong></p>\n<p><strong>ثان</strong></p>\n<p>ثالث</p>"),
                kept(
                        "a link around two blocks is two links",
                        "<a href=/ar/1/x><div>أ</div><div>ب</div></a>",
                        "<p><a href=\"/ar/1/x\">أ</a></p>\n<p><a href=\"/ar/1/x\">ب</a></p>"),
                kept(
                        "space at the edge of a link moves out",
                        "<p>انظر<a href='/ar/1/x'> الخبر </a>هنا</p>",
                        "<p>انظر <a href=\"/ar/1/x\">الخبر</a> هنا</p>"),
                kept(
                        "a table keeps its header cells",
                        "<table><tr><th>المدينة<th>العدد<tr><th>فاس<td>15<tr><td>الرباط<td>9</table>",
                        "<table>\n<thead><tr><th scope=\"col\">المدينة</th><th scope=\"col\">العدد</th></tr></thead>\n<tbody>\n"
                                + "<tr><th scope=\"row\">فاس</th><td>15</td></tr>\n<tr><td>الرباط</td><td>9</td></tr>\n</tbody></table>"),
                kept(
                        "cells that span stay in their columns",
                        "<table><tr><td rowspan=2>أ<td colspan=2>ب<tr><td>ج<td>د</table>",
                        "<table>\n<tbody>\n<tr><td>أ</td><td>ب</td><td></td></tr>\n<tr><td></td><td>ج</td><td>د</td></tr>\n</tbody></table>"),
                kept(
                        "a table that only holds things in place is undone",
                        "<table><tr><td><p>أول</p><p>ثان</p></td></tr></table>",
                        "<p>أول</p>\n<p>ثان</p>"),
                kept(
                        "a list in a list stays in its point",
                        "<ul><li>أ<ul><li>ب</li></ul></li></ul>",
                        "<ul>\n<li><p>أ</p>\n<ul>\n<li>ب</li>\n</ul>\n</li>\n</ul>"),
                kept(
                        "a list between two points belongs to the one before",
                        "<ul><li>أ</li><ul><li>ب</li></ul><li>ج</li></ul>",
                        "<ul>\n<li><p>أ</p>\n<ul>\n<li>ب</li>\n</ul>\n</li>\n<li>ج</li>\n</ul>"),
                kept(
                        "a quotation keeps its source",
                        "<blockquote><p>قول</p><cite>أمينة</cite></blockquote>",
                        "<figure class=\"quotation\"><blockquote>\n<p>قول</p>\n</blockquote><figcaption>أمينة</figcaption></figure>"),
                kept(
                        "a pull quote is known by its name",
                        "<figure class='wp-block-pullquote'><blockquote><p>قول</p></blockquote></figure>",
                        "<figure class=\"pull-quote\"><blockquote><p>قول</p></blockquote></figure>"),
                kept(
                        "a film's frame becomes a card with a link",
                        "<p>قبل<iframe src='https://www.youtube.com/embed/abc-1?rel=0' title='فيلم'></iframe></p>",
                        "<p>قبل</p>\n<figure class=\"embed\"><p><a href=\"https://www.youtube.com/watch?v=abc-1\">فيلم</a></p></figure>"),
                kept("any other frame goes", "<p>قبل</p><iframe src='https://ads.example/x'></iframe>", "<p>قبل</p>"),
                kept(
                        "an address in an embed block becomes a card",
                        "<figure class='wp-block-embed is-type-video'><div>\nhttps://example.org/film\n</div></figure>",
                        "<figure class=\"embed\"><p lang=\"\" dir=\"ltr\"><a href=\"https://example.org/film\">https://example.org/film</a></p></figure>"),
                kept("lines of a poem stay lines", "<pre>بيت أول\nبيت ثان</pre>", "<p>بيت أول<br>بيت ثان</p>"),
                kept(
                        "a language named by hand stays",
                        "<p>قال <span lang=fr>bonjour</span></p>",
                        "<p>قال <span lang=\"fr\">bonjour</span></p>"),
                kept("a line across stays", "<p>أ</p><hr><p>ب</p>", "<p>أ</p>\n<hr>\n<p>ب</p>"),
                kept("overrides go and letters stay", "<p>\u202Eنص\u202C ملغوم \u2068</p>", "<p>نص ملغوم</p>"),
                kept("isolates in a pair stay", "<p>قال \u2068OGERO\u2069 كذا</p>", "<p>قال \u2068OGERO\u2069 كذا</p>"),
                kept("control characters go", "<p>ن\u0001ص\u0000 &#7;آخر\uFFFE</p>", "<p>نص آخر</p>"),
                kept(
                        "a non-joiner works inside a word only",
                        "<p>می\u200Cخواهم \u200C نص\u200C</p>",
                        "<p>می\u200Cخواهم نص</p>"),
                kept("long tatweels go, short ones stay", "<p>محمــــد هـ ـــ</p>", "<p>محمد هـ</p>"),
                kept("text is composed", "<p>e\u0301te\u0301 آ</p>", "<p lang=\"\" dir=\"ltr\">été آ</p>"));
    }

    private static Arguments kept(String rule, String in, String out) {
        return Arguments.of(rule, in, out);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_comes_in_and_what_is_kept(String rule, String in, String out) {
        assertThat(BodyHtml.of(Markup.clean(in), "ar", "rtl").html()).as(rule).isEqualTo(out);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    https://example.org/a b            | https://example.org/a%20b
                    HTTPS://Example.org/               | https://Example.org/
                    //example.org/x                    | https://example.org/x
                    www.example.org                    | https://www.example.org
                    /ar/7/خبر                          | /ar/7/خبر
                    mailto:amina@example.org           | mailto:amina@example.org
                    tel:+212522000000                  | tel:+212522000000
                    https://example.org/?a=1&fbclid=x  | https://example.org/?a=1
                    https://www.google.com/url?q=https://example.org/&sa=D | https://example.org/
                    page.html                          | ~~
                    #note                              | ~~
                    ftp://example.org/                 | ~~
                    https://bank.example@evil.example/ | ~~
                    /\\evil.example                    | ~~
                    http:evil.example                  | ~~
                    javascript:alert(1)                | ~~
                    """)
    void a_link_leads_to_the_web_to_a_person_or_to_this_site(String written, String kept) {
        assertThat(Style.PLAIN.linking(written).href()).isEqualTo(kept);
        assertThat(Style.PLAIN.linking(kept).href()).as("cleaned again").isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    '  العنوان   الأول  '      | '  العنوان الأول  '
                    5 < 6 & <b>7</b>           | 5 < 6 & <b>7</b>
                    Tom &amp; Jerry            | Tom &amp; Jerry
                    """)
    void a_headline_is_plain_text(String written, String kept) {
        assertThat(Markup.cleanLine(written.replace("'", " ")))
                .isEqualTo(kept.replace("'", " ").strip());
    }

    @Test
    void a_headline_is_one_line_without_what_cannot_be_seen() {
        assertThat(Markup.cleanLine("\u202Eعنوان\u202C\nعلى\r\nسطرين\u200B \uFEFFe\u0301"))
                .isEqualTo("عنوان على سطرين é");
    }

    static Stream<Arguments> monsters() {
        int size = 500_000;
        StringBuilder attributes = new StringBuilder("<p ");
        StringBuilder fonts = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            attributes.append("onx").append(i).append("=1 ");
            fonts.append("<b c").append(i).append("=1><p>");
        }
        return Stream.of(
                Arguments.of("ordinary text", filled("<p>نص <b>آخر</b> و<a href='/x'>رابط</a></p>", 2_000_000)),
                Arguments.of("one word", filled("كلمة", size)),
                Arguments.of("spaces", filled(" ", size)),
                Arguments.of("deep divisions", filled("<div>", 2_000_000)),
                Arguments.of("deep divisions with text", filled("<div>x", size)),
                Arguments.of("deep quotations", filled("<blockquote>x", size)),
                Arguments.of("deep lists", filled("<ul><li>x", size)),
                Arguments.of("lists in lists", "<ul><li>x</li>" + filled("<ul><li>x</li></ul>", size)),
                Arguments.of("deep tables", filled("<table><td>x", size)),
                Arguments.of("stray content of a table", "<table>" + filled("<b>x</b>", size)),
                Arguments.of("stray breaks of a table", "<table>" + filled("<br>", size)),
                Arguments.of("wide cells", "<table>" + filled("<tr><td colspan=40>x", size)),
                Arguments.of("deep figures", filled("<figure>x", size)),
                Arguments.of("deep marks", filled("<b><i>", size)),
                Arguments.of("marks over blocks", fonts.toString()),
                Arguments.of(
                        "turning spans",
                        "<a href='/" + "x".repeat(2000) + "'>" + filled("<span dir=rtl>x<span dir=ltr>", size)),
                Arguments.of("attributes", attributes.append('>').toString()),
                Arguments.of("opening brackets", filled("<", size)),
                Arguments.of("breaks", filled("<br>x", size)),
                Arguments.of("points from Word", filled("<p style='mso-list:l0'>x</p>", size)));
    }

    private static String filled(String piece, int size) {
        return piece.repeat(size / piece.length());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("monsters")
    void a_great_deal_of_anything_is_read_in_time(String what, String html) {
        Body body = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Markup.clean(html), what);
        assertThat(body.blocks().stream().mapToInt(Block::depth).max().orElse(0))
                .isLessThanOrEqualTo(Body.DEEPEST);
    }

    @Test
    void more_than_four_million_characters_are_refused() {
        assertThatThrownBy(() -> Markup.clean("x".repeat(4_000_001))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.TOO_LARGE);
            assertThat(refusal.messageKey()).isEqualTo("refusal.too-long");
        });
    }

    @Test
    void half_a_million_signs_on_one_letter_become_thirty_before_they_are_put_in_order() {
        String heap = "ب" + "\u0651\u064E".repeat(250_000);
        Body body = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Markup.clean(heap));
        assertThat(PlainText.of(body)).isEqualTo("ب" + "\u064E".repeat(15) + "\u0651".repeat(15));
    }

    @Test
    void nothing_comes_of_nothing() {
        assertThat(Markup.clean("")).isEqualTo(Body.EMPTY);
        assertThat(Markup.clean("<p> </p>\n<ul></ul><blockquote></blockquote><h2>&nbsp;</h2><table><tr><td></table>")
                        .blocks())
                .isEqualTo(List.of());
    }
}
