package org.minbar.syndication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The cast of the feed tests: a trilingual newsroom, three stories, and a partner who parses what it pulls. */
final class Newsroom {

    private static final Languages LANGUAGES = Languages.read(Path.of("i18n"));

    static final Language AR = LANGUAGES.get("ar");
    static final Language FR = LANGUAGES.get("fr");
    static final Language EN = LANGUAGES.get("en");

    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String DC = "http://purl.org/dc/elements/1.1/";
    static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    static final String MEDIA = "http://search.yahoo.com/mrss/";

    static final Instant MORNING = Instant.parse("2024-03-02T09:30:00Z");
    static final Instant NOON = Instant.parse("2024-03-02T12:00:00Z");
    static final Instant EVENING = Instant.parse("2024-03-02T18:45:10.123Z");

    static final FeedTag TAGS = FeedTag.of(URI.create("https://minbar.example"));

    private Newsroom() {}

    /** What the paste buffer of a bad day holds. */
    static final String HOSTILE = "a\u0000b\u001Fc]]>d & e < f \uD83D g \uDE00 h \u202Ei\u2067 🎬 </div><title>";

    static FeedItem festival() {
        return new FeedItem(
                TAGS.id(7, AR),
                URI.create("https://minbar.example/ar/7/مهرجان-ورزازات"),
                AR,
                "مهرجان ورزازات: سينما وذاكرة",
                "عشرة أيام من العروض والورشات",
                "<p>افتتح المهرجان بحضور ممثلي ESCWA.</p><p><a href=\"/ar/6/برنامج\">البرنامج</a></p>",
                MORNING,
                MORNING,
                List.of("أمينة الإدريسي", "حسن جبار"),
                "ثقافة",
                List.of("سينما", "ورزازات"),
                List.of(),
                Map.of(
                        "ar", URI.create("https://minbar.example/ar/7/مهرجان-ورزازات"),
                        "fr", URI.create("https://minbar.example/fr/7/festival-de-ouarzazate"),
                        "en", URI.create("https://minbar.example/en/7/ouarzazate-festival")),
                Optional.of(new FeedItem.Image(
                        URI.create("https://minbar.example/media/12/wide"),
                        1280,
                        720,
                        "منصة عند الغروب",
                        "افتتاح المهرجان",
                        "سلمى الإدريسي")));
    }

    static FeedItem hostile(Language language) {
        return item(
                language, HOSTILE, "<p>" + HOSTILE.replace("&", "&amp;").replace("<", "&lt;") + "&#31;&#xFFFF;</p>");
    }

    static FeedItem item(Language language, String headline, String bodyHtml) {
        return new FeedItem(
                TAGS.id(9, language),
                URI.create("https://minbar.example/" + language.tag() + "/9/x"),
                language,
                headline,
                headline,
                bodyHtml,
                MORNING,
                MORNING,
                List.of(headline),
                headline,
                List.of(headline),
                List.of(),
                Map.of(),
                Optional.empty());
    }

    static FeedItem corrected(FeedItem item, String note, Instant at) {
        List<FeedItem.Correction> corrections = new ArrayList<>(item.corrections());
        corrections.add(new FeedItem.Correction(note, at));
        return new FeedItem(
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
                corrections,
                item.translations(),
                item.image());
    }

    static Feed feed(Language language, FeedItem... items) {
        String home = "https://minbar.example/" + language.tag() + "/sections/culture";
        Map<Format, URI> siblings = new LinkedHashMap<>();
        for (Format format : Formats.all()) {
            siblings.put(format, URI.create(home + "/feed." + format.extension()));
        }
        return new Feed(
                language == AR ? "منبر – ثقافة" : "Minbar – Culture",
                language == AR ? "أخبار الثقافة" : "Culture & more",
                language == AR ? "منبر" : "Minbar",
                language,
                URI.create(home + "/feed.atom"),
                URI.create(home),
                siblings,
                List.of(items));
    }

    static Document parsed(byte[] xml) throws IOException, SAXException {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    static List<Element> children(Element parent, String namespace, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            String of = node.getNamespaceURI() == null ? "" : node.getNamespaceURI();
            if (node instanceof Element element && of.equals(namespace) && name.equals(node.getLocalName())) {
                children.add(element);
            }
        }
        return children;
    }

    static Element child(Element parent, String namespace, String name) {
        List<Element> children = children(parent, namespace, name);
        if (children.size() != 1) {
            throw new AssertionError(children.size() + " of " + name + ", not one");
        }
        return children.get(0);
    }

    static String text(Element parent, String namespace, String name) {
        return child(parent, namespace, name).getTextContent();
    }
}
