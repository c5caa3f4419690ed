package org.minbar.syndication;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * JSON Feed 1.1. The format has no place for a direction or a translation; the private object {@code _newsroom} holds
 * them: {@code dir}, {@code translations} by language tag, and the {@code corrections} with their instants.
 */
final class JsonFeed implements Format {

    private static final JsonFactory JSON =
            JsonFactory.builder().build().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/feed+json";
    }

    @Override
    public void write(Feed feed, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("version", "https://jsonfeed.org/version/1.1");
            json.writeStringField("title", Directed.line(feed.title(), feed.language()));
            if (!feed.description().isEmpty()) {
                json.writeStringField("description", Directed.line(feed.description(), feed.language()));
            }
            json.writeStringField("home_page_url", feed.home().toASCIIString());
            json.writeStringField("feed_url", feed.self().toASCIIString());
            if (feed.next().isPresent()) {
                json.writeStringField("next_url", feed.next().get().toASCIIString());
            }
            json.writeStringField("language", feed.language().tag());
            authors(List.of(feed.publisher()), json);
            hubs(feed.hubs(), json);
            json.writeObjectFieldStart("_newsroom");
            json.writeStringField("dir", feed.language().dir());
            json.writeEndObject();
            json.writeArrayFieldStart("items");
            for (FeedItem item : feed.items()) {
                item(item, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void hubs(List<URI> hubs, JsonGenerator json) throws IOException {
        if (hubs.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("hubs");
        for (URI hub : hubs) {
            json.writeStartObject();
            json.writeStringField("type", "WebSub");
            json.writeStringField("url", hub.toASCIIString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void item(FeedItem item, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", item.id());
        json.writeStringField("url", item.url().toASCIIString());
        json.writeStringField("title", Directed.line(item.headline(), item.language()));
        if (!item.standfirst().isEmpty()) {
            json.writeStringField("summary", Directed.line(item.standfirst(), item.language()));
        }
        json.writeStringField("content_html", Directed.body(item));
        if (item.image().isPresent()) {
            json.writeStringField("image", item.image().get().url().toASCIIString());
        }
        json.writeStringField("date_published", Times.machine(item.published()));
        json.writeStringField("date_modified", Times.machine(item.updated()));
        json.writeStringField("language", item.language().tag());
        authors(item.bylines(), json);
        tags(item.categories(), json);
        newsroom(item, json);
        json.writeEndObject();
    }

    private static void authors(List<String> names, JsonGenerator json) throws IOException {
        if (names.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("authors");
        for (String name : names) {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void tags(List<String> names, JsonGenerator json) throws IOException {
        if (names.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("tags");
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    private static void newsroom(FeedItem item, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("_newsroom");
        json.writeStringField("dir", item.language().dir());
        json.writeObjectFieldStart("translations");
        for (Map.Entry<String, URI> translation : item.translations().entrySet()) {
            json.writeStringField(translation.getKey(), translation.getValue().toASCIIString());
        }
        json.writeEndObject();
        if (!item.corrections().isEmpty()) {
            json.writeArrayFieldStart("corrections");
            for (FeedItem.Correction correction : item.corrections()) {
                json.writeStartObject();
                json.writeStringField("at", Times.machine(correction.at()));
                json.writeStringField("note", correction.note());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
