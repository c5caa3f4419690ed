package org.minbar.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class XmlDocumentTest {

    @Test
    void text_and_attributes_come_back_as_they_were_given() throws Exception {
        Element root = parsed("]]> & < > \" '  نص\nثان", "a<b & \"c\" 'd'");

        assertThat(root.getTextContent()).isEqualTo("]]> & < > \" '  نص\nثان");
        assertThat(root.getAttribute("name")).isEqualTo("a<b & \"c\" 'd'");
    }

    @Test
    void no_surrogate_pair_is_parted_wherever_a_buffer_ends() throws Exception {
        for (int shift = 0; shift < 3; shift++) {
            String emoji = "x".repeat(shift) + "🎬م".repeat(12_000);

            assertThat(parsed(emoji, "").getTextContent()).isEqualTo(emoji);
        }
    }

    @Test
    void a_prefix_that_nobody_declared_is_refused() {
        assertThatThrownBy(() -> new XmlDocument(new ByteArrayOutputStream()).open("dc:creator"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dc");
    }

    @Test
    void a_reader_who_hangs_up_is_an_io_exception() {
        OutputStream hungUp = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("broken pipe");
            }
        };

        assertThatThrownBy(() ->
                        new XmlDocument(hungUp).text("a", "م".repeat(100_000)).finish())
                .isInstanceOf(IOException.class)
                .hasMessage("broken pipe");
    }

    @Test
    void the_document_says_that_it_is_utf_8() throws Exception {
        assertThat(new String(written("نص", ""), StandardCharsets.UTF_8))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a name=\"\">نص</a>");
    }

    private static Element parsed(String text, String attribute) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(written(text, attribute)))
                .getDocumentElement();
    }

    private static byte[] written(String text, String attribute) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XmlDocument(out).text("a", text, "name", attribute).finish();
        return out.toByteArray();
    }
}
