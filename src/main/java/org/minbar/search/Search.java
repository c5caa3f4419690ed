package org.minbar.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Digits;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.story.Kind;

/**
 * A search as an address spells it: every part may be missing.
 *
 * @param from the first day, {@code 2026-11-21}, in the newsroom's zone
 * @param to the last day, inclusive
 * @param sort {@code relevance} or {@code newest}
 */
public record Search(
        @Nullable String q,
        @Nullable String section,
        @Nullable String kind,
        @Nullable String topic,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sort) {

    private static final List<String> STORIES =
            Arrays.stream(Kind.values()).map(Kind::tag).toList();

    public String asked() {
        return q == null ? "" : q.strip();
    }

    public boolean isNewestFirst() {
        return "newest".equals(sort);
    }

    /** @param language that the hits are in; empty: any */
    public Query query(Optional<Language> language, ZoneId zone, int page, int limit) {
        return query(one(kind), language, zone, page, limit);
    }

    /** The same for those who want stories and no lines. */
    public Query ofStories(Optional<Language> language, ZoneId zone, int page, int limit) {
        List<String> kinds = one(kind);
        return query(kinds.isEmpty() ? STORIES : kinds, language, zone, page, limit);
    }

    private Query query(List<String> kinds, Optional<Language> language, ZoneId zone, int page, int limit) {
        Filters filters = Filters.NONE.sections(one(section)).kinds(kinds).topics(one(topic));
        if (language.isPresent()) filters = filters.in(language.get());
        if (from != null && !from.isBlank()) filters = filters.from(startOf(day(from, "from"), zone));
        if (to != null && !to.isBlank())
            filters = filters.to(startOf(day(to, "to").plusDays(1), zone));
        if (sort != null && !sort.isBlank() && !List.of("relevance", "newest").contains(sort)) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED,
                    "unknown-value",
                    Map.of("value", sort, "allowed", "relevance, newest"),
                    "sort");
        }
        Query query = Query.parse(asked(), filters).page(page, limit);
        return isNewestFirst() ? query.newestFirst() : query;
    }

    private static List<String> one(@Nullable String value) {
        return value == null || value.isBlank() ? List.of() : List.of(value.strip());
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static LocalDate day(String value, String field) {
        try {
            return LocalDate.parse(Digits.latin(value.strip()));
        } catch (DateTimeException e) {
            throw new Refusal(Refusal.Reason.MALFORMED, "bad-day", Map.of("value", value, "field", field), field);
        }
    }
}
