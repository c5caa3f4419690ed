package org.minbar.syndication;

import java.io.IOException;
import org.minbar.view.XmlDocument;

/** A picture with its words, as Media RSS 1.5.1 has it; the namespace is also read in Atom. */
final class MediaContent {

    private MediaContent() {}

    static void write(FeedItem.Image image, XmlDocument xml) throws IOException {
        xml.open(
                "media:content",
                "medium",
                "image",
                "type",
                "image/jpeg",
                "url",
                image.url().toASCIIString(),
                "width",
                String.valueOf(image.width()),
                "height",
                String.valueOf(image.height()));
        String described = image.alt().isEmpty() ? image.caption() : image.alt();
        if (!described.isEmpty()) xml.line("media:description", described, "type", "plain");
        if (!image.credit().isEmpty()) xml.line("media:credit", image.credit(), "role", "author");
        xml.close();
    }
}
