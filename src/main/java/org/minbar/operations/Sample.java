package org.minbar.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minbar.exchange.ImportLine;
import org.minbar.exchange.StoriesImport;
import org.minbar.identity.Caller;
import org.minbar.journal.Journal;
import org.minbar.story.Stories;
import org.minbar.story.Story;
import org.minbar.ticker.Flashes;
import org.minbar.ticker.Said;
import org.minbar.ticker.Ticking;
import org.minbar.ticker.Urgency;
import org.minbar.topic.Topic;
import org.minbar.topic.Topics;
import org.minbar.web.Json;

/** Fills an empty newsroom with copy to look at and to try things on. Its times are moved so that it is of today. */
@ApplicationScoped
public class Sample {

    private static final Logger LOG = Logger.getLogger(Sample.class.getName());

    /** The moment in the files that becomes the moment of the first start. */
    private static final Instant WRITTEN_AT = Instant.parse("2026-11-21T17:00:00Z");

    @Inject
    private Stories stories;

    @Inject
    private Topics topics;

    @Inject
    private StoriesImport storiesImport;

    @Inject
    private Ticking ticking;

    @Inject
    private Journal journal;

    @Inject
    private Clock clock;

    protected Sample() {}

    record NamedTopic(String slug, Map<String, String> names, @Nullable Boolean place) {}

    record Line(Instant at, String urgency, Map<String, String> texts, @Nullable String group) {}

    @Transactional
    public void fillIfEmpty() {
        journal.alone();
        if (!stories.isEmpty()) return;
        Duration sinceThen = Duration.between(WRITTEN_AT, clock.instant());
        for (int part = 1; part <= 2; part++) {
            for (NamedTopic topic : read("topics-" + part + ".ndjson", NamedTopic.class)) {
                if (topics.find(topic.slug()).isPresent()) continue;
                Topic added = topics.add(new Topic(topic.slug(), topic.names()));
                if (Boolean.TRUE.equals(topic.place())) added.asPlace();
            }
        }
        List<ImportLine> editions = new ArrayList<>();
        for (int part = 1; part <= 2; part++) {
            for (ImportLine line : read("stories-" + part + ".ndjson", ImportLine.class)) {
                editions.add(line.publishedAt(
                        line.publishedAt() == null ? null : line.publishedAt().plus(sinceThen)));
            }
        }
        storiesImport.takeAll(editions, Caller.theHouse());
        List<Line> lines = new ArrayList<>(read("flashes.ndjson", Line.class));
        lines.sort(Comparator.comparing(Line::at));
        for (Line line : lines) {
            @Nullable
            Story story = line.group() == null
                    ? null
                    : stories.findByOrigins(List.of(line.group())).stream()
                            .findFirst()
                            .orElse(null);
            ticking.at(
                    line.at().plus(sinceThen),
                    Flashes.STRIP,
                    line.texts().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, text -> Said.line(text.getValue()))),
                    Urgency.of(line.urgency()),
                    story,
                    Caller.theHouse());
        }
        LOG.info(() -> "The sample newsroom is in: " + editions.size() + " editions and " + lines.size()
                + " lines of the strip");
    }

    private static <T> List<T> read(String name, Class<T> type) {
        try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream("/sample/" + name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> parse(line, type))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T parse(String line, Class<T> type) {
        try {
            return Json.MAPPER.readValue(line, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The sample is damaged: " + line, e);
        }
    }
}
