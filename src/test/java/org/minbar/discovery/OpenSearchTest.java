package org.minbar.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.w3c.dom.Element;

class OpenSearchTest {

    private static final Language AR = Languages.read(Path.of("i18n")).get("ar");

    @Test
    void a_browser_learns_how_to_search_in_one_language() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new OpenSearch(
                        "منبر الإعلام الجمعوي بالمغرب",
                        "البحث في الأرشيف & الأخبار",
                        AR,
                        URI.create("https://minbar.example/ar/search"),
                        URI.create("https://minbar.example/ar/search/feed.atom"),
                        URI.create("https://minbar.example/opensearch.xml?lang=ar"))
                .write(out);
        Element root = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()))
                .getDocumentElement();

        assertThat(root.getNamespaceURI()).isEqualTo("http://a9.com/-/spec/opensearch/1.1/");
        assertThat(text(root, "ShortName")).isEqualTo("منبر الإعلام").hasSizeLessThanOrEqualTo(16);
        assertThat(text(root, "Description")).isEqualTo("البحث في الأرشيف & الأخبار");
        assertThat(text(root, "Language")).isEqualTo("ar");
        Element url = (Element) root.getElementsByTagNameNS("*", "Url").item(0);
        assertThat(url.getAttribute("type")).isEqualTo("text/html");
        assertThat(url.getAttribute("template"))
                .isEqualTo("https://minbar.example/ar/search?q={searchTerms}&page={startPage?}");
    }

    private static String text(Element root, String name) {
        return root.getElementsByTagNameNS("*", name).item(0).getTextContent();
    }
}
