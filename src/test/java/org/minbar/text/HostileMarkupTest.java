package org.minbar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMarkupTest {

    /** Every element that a body may be written with, and its attributes. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("p", Set.of("lang", "dir")),
            Map.entry("h2", Set.of("lang", "dir")),
            Map.entry("h3", Set.of("lang", "dir")),
            Map.entry("h4", Set.of("lang", "dir")),
            Map.entry("li", Set.of("lang", "dir")),
            Map.entry("ul", Set.of("dir")),
            Map.entry("ol", Set.of("dir")),
            Map.entry("blockquote", Set.of("dir")),
            Map.entry("figure", Set.of("class")),
            Map.entry("figcaption", Set.of("lang", "dir")),
            Map.entry("table", Set.of("dir")),
            Map.entry("thead", Set.of()),
            Map.entry("tbody", Set.of()),
            Map.entry("tr", Set.of()),
            Map.entry("th", Set.of("scope", "lang", "dir")),
            Map.entry("td", Set.of("lang", "dir")),
            Map.entry("hr", Set.of()),
            Map.entry("br", Set.of()),
            Map.entry("a", Set.of("href")),
            Map.entry("span", Set.of("lang", "dir")),
            Map.entry("strong", Set.of()),
            Map.entry("em", Set.of()),
            Map.entry("code", Set.of()),
            Map.entry("sub", Set.of()),
            Map.entry("sup", Set.of()));

    private static final Pattern ADDRESS = Pattern.compile(
            "^(?:https?://[^/@\\s\"<>][^\\s\"<>]*|mailto:[^\\s\"<>]+|tel:[^\\s\"<>]+|/(?!/)[^\\s\"<>]*)$");

    private static final String LITTER = "\0<>\"'`&;/=-!\u202E\u200B\u2068\n";

    static final List<String> ATTACKS = List.of(
            "<script>alert(1)</script>",
            "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
            "<script >alert(1)</script\n>",
            "<<script>alert(1)//<</script>",
            "<script/x>alert(1)</script/x>",
            "<img src=x onerror=alert(1)>",
            "<img/src=`x`onerror=alert(1)>",
            "<img src=\"x\"onerror=\"alert(1)\" alt='\"><script>alert(1)</script>'>",
            "<img alt='<💥>' src=x onerror=alert(1)>",
            "<p onclick=alert(1) onmouseover='x' ONFOCUS=x tabindex=1 autofocus>نص</p>",
            "<body onload=alert(1)>نص",
            "<a href=javascript:alert(1)>x</a>",
            "<a href=' \u0001 javascript:alert(1)'>x</a>",
            "<a href='jav&#x09;ascript:alert(1)'>x</a>",
            "<a href='jav&NewLine;ascript&colon;alert(1)'>x</a>",
            "<a href='&#106;&#97;&#118;&#97;&#115;cript:alert(1)'>x</a>",
            "<a href='&#x6A&#x61&#x76&#x61&#x73cript:alert(1)'>x</a>",
            "<a href='JaVaScRiPt:alert(1)'>x</a>",
            "<a href='java\u200Bscript:alert(1)'>x</a>",
            "<a href='\u202Ejavascript:alert(1)'>x</a>",
            "<a href='\u00A0javascript:alert(1)'>x</a>",
            "<a href='javascript\uFF1Aalert(1)'>x</a>",
            "<a href='vbscript:msgbox(1)'>x</a>",
            "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
            "<a href='blob:https://evil.example/x'>x</a>",
            "<a href='view-source:javascript:alert(1)'>x</a>",
            "<a href='https://example.org/\" onclick=\"alert(1)'>x</a>",
            "<a href='https://l.facebook.com/l.php?u=javascript%3Aalert(1)'>x</a>",
            "<a href='https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F%22%20onclick%3D%22x'>x</a>",
            "<a href='//evil.example\\@example.org/'>x</a>",
            "<a href='/\t/evil.example'>x</a>",
            "<a href='https://user:pass@evil.example'>x</a>",
            "<a href=/x target=_blank ping=//evil.example style='position:fixed' id=desk name=csrf class=x>x</a>",
            "<iframe src=javascript:alert(1)></iframe>",
            "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
            "<iframe src='https://www.youtube.com/embed/x\" onload=\"alert(1)' title='\"><script>alert(1)</script>'></iframe>",
            "<object data=javascript:alert(1)><embed src=javascript:alert(1)>",
            "<svg onload=alert(1)><script>alert(1)</script><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
            "<svg><style><img src=x onerror=alert(1)></style></svg>",
            "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
            "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<noembed><img title=\"</noembed><img src onerror=alert(1)>\"></noembed>",
            "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
            "<title><img title=\"</title><img src=x onerror=alert(1)>\"></title>",
            "<xmp><script>alert(1)</script></xmp>",
            "<plaintext><script>alert(1)</script>",
            "<listing>&lt;img onerror=alert(1)&gt;</listing>",
            "<template><script>alert(1)</script></template>",
            "<style>@import '//evil.example/x.css'; p{background:url(javascript:alert(1))}</style>",
            "<link rel=stylesheet href=//evil.example/x.css><base href=//evil.example/><meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
            "<p style=\"background:url('javascript:alert(1)');behavior:url(x.htc);-moz-binding:url(x)\">نص</p>",
            "<form action=javascript:alert(1)><form><input type=submit formaction=javascript:alert(1)><button>x</button></form></form>",
            "<select><option><script>alert(1)</script></select><keygen autofocus onfocus=alert(1)>",
            "<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>",
            "<details open ontoggle=alert(1)><summary onclick=x>x</summary>y</details>",
            "<marquee onstart=alert(1)>x</marquee><blink>y</blink>",
            "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->نص",
            "<!--><script>alert(1)</script>-->",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<?xml version=\"1.0\"?><?php echo 1 ?><x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
            "<p title='<!--' lang='\"><script>' dir='\" onclick=\"x'>نص</p>",
            "<span lang='fr\" onclick=\"alert(1)' dir='rtl\" onclick=\"x'>نص</span>",
            "<bdo dir=rtl>نص</bdo><bdi dir='auto'>x</bdi>",
            "<table background=javascript:alert(1)><td background=javascript:x onclick=x><script>alert(1)</script>أ<td>ب<tr><td>ج",
            "<ul><li onclick=x>أ<script>1</script><ul><p>ب<table><li>ج",
            "<figure class='embed'><a href='javascript:alert(1)'>x</a></figure>",
            "<figure class='embed'><a href='https://example.org/\"><script>'>\"><script>x</a></figure>",
            "<figure class='pull-quote\" onclick=\"x'><blockquote>x</blockquote></figure>",
            "<blockquote cite='javascript:alert(1)'>x<cite><script>alert(1)</script>y</cite></blockquote>",
            "<h1><h2><a href=/x><a href=/y><b><p><i><div></b></a>x",
            "<b><i><u><font><a><b><i>غير مغلق",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&amp;lt;script&amp;gt;",
            "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
            "\uFEFF<script>alert(1)</script>\uD800\uDFFFx\uDC00",
            "<a href=\"https://example.org/\u2028\n<script>\">x</a>",
            "<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>",
            "<image src=x onerror=alert(1)><isindex type=image src=1 onerror=alert(1)>");

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void nothing_that_comes_in_can_do_anything(String attack) {
        mustBeHarmless(attack);
        mustBeHarmless("<p>قبل " + attack + " بعد</p>");
        mustBeHarmless("<ul><li>" + attack + "<li><table><tr><th>" + attack + "<td>x");
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 1912, 20260321})
    void attacks_cut_up_and_glued_together_are_harmless_too(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 800; i++) {
            StringBuilder attack = new StringBuilder();
            for (int pieces = 1 + random.nextInt(5); pieces > 0; pieces--) {
                String whole = ATTACKS.get(random.nextInt(ATTACKS.size()));
                int from = random.nextInt(whole.length());
                attack.append(
                        random.nextBoolean()
                                ? whole
                                : whole.substring(from, from + random.nextInt(whole.length() - from)));
                if (random.nextInt(3) == 0) {
                    attack.append(LITTER.charAt(random.nextInt(LITTER.length())));
                }
            }
            mustBeHarmless(attack.toString(), "seed " + seed + ", attack " + i);
        }
    }

    private static void mustBeHarmless(String attack) {
        mustBeHarmless(attack, "attack");
    }

    private static void mustBeHarmless(String attack, String which) {
        Body body = Markup.clean(attack);
        String html = BodyHtml.of(body, "ar", "rtl").html();
        assertThat(html).as("%s: %s", which, attack).doesNotContainIgnoringCase("<script", "<!--", "<![", "<?");
        Document read = Jsoup.parseBodyFragment(html);
        assertThat(read.head().childNodeSize()).as("%s: %s", which, attack).isZero();
        for (Element element : read.body().getAllElements()) {
            if (element != read.body()) {
                mustBeAllowed(element, which + ": " + attack + "\n" + html);
            }
        }
        read.traverse((node, depth) ->
                assertThat(node).as("%s: %s", which, attack).isNotInstanceOfAny(Comment.class, DataNode.class));
        assertThat(Markup.clean(html))
                .as("%s, read again: %s\n%s", which, attack, html)
                .isEqualTo(body);
    }

    private static void mustBeAllowed(Element element, String where) {
        assertThat(ALLOWED).as(where).containsKey(element.normalName());
        for (Attribute attribute : element.attributes()) {
            assertThat(ALLOWED.get(element.normalName())).as(where).contains(attribute.getKey());
            switch (attribute.getKey()) {
                case "href" -> assertThat(attribute.getValue()).as(where).matches(ADDRESS);
                case "dir" -> assertThat(attribute.getValue()).as(where).isIn("rtl", "ltr");
                case "lang" -> assertThat(attribute.getValue()).as(where).matches("[A-Za-z0-9-]*");
                case "scope" -> assertThat(attribute.getValue()).as(where).isIn("row", "col");
                default -> assertThat(attribute.getValue()).as(where).isIn("embed", "quotation", "pull-quote");
            }
        }
    }
}
