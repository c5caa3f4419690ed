package org.minbar.exchange;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.minbar.language.Language;

/**
 * A web page that came in as plain text, taken apart: the stories, the ticker, and what stood around them. Every line of
 * the page is in {@link #report} exactly once, in order; wording and typography are left as they came.
 *
 * @param stories in the order of the page
 * @param flashes the ticker's lines in the order of the page
 * @param setAside what belongs to neither, so that an editor can see that nothing else was lost
 * @param report what became of each line
 */
record ScrapedPage(List<Draft> stories, List<FlashLine> flashes, List<SetAside> setAside, List<LineReport> report) {

    ScrapedPage {
        stories = List.copyOf(stories);
        flashes = List.copyOf(flashes);
        setAside = List.copyOf(setAside);
        report = List.copyOf(report);
    }

    /** @param language in which the stories are written; what stands around them may be in any */
    static ScrapedPage read(String page, Language language) {
        return new PageReading(page, language).read();
    }

    /**
     * A story as it was found.
     *
     * @param headline of the page, or made from the first sentence where the page has none (the line's report then says
     *     {@link Note#DERIVED_HEADLINE})
     * @param standfirst empty where the page has none
     * @param dateline place and agency in front of the first sentence, which no longer holds them
     * @param first line of the page, counted from 1
     * @param last line of the page that the story uses; lines between may have been set aside
     */
    record Draft(
            String headline,
            String standfirst,
            List<Part> parts,
            List<Credit> bylines,
            Optional<String> dateline,
            int first,
            int last) {
        Draft {
            parts = List.copyOf(parts);
            bylines = List.copyOf(bylines);
        }
    }

    sealed interface Part permits Paragraph, Subheading, Items, Quote {}

    record Paragraph(String text) implements Part {}

    record Subheading(String text) implements Part {}

    /** A list; its items have lost their marks. */
    record Items(boolean numbered, List<String> items) implements Part {
        Items {
            items = List.copyOf(items);
        }
    }

    /** Paragraphs that are a quotation from end to end, with its marks. */
    record Quote(List<String> paragraphs) implements Part {
        Quote {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    enum Role {
        WRITER,
        REPORTING,
        PHOTO,
        TRANSLATION
    }

    record Credit(String name, Role role) {}

    /**
     * A line of the ticker. The page has no dates: an entry that stands lower but later in the day is of the day before.
     *
     * @param dayOffset 0 for the newest day, -1 for the day before, and so on
     */
    record FlashLine(int line, LocalTime time, String text, int dayOffset) {}

    /** @param as what it was taken for: {@code comment-form}, {@code other-headline}, {@code share} … */
    record SetAside(int line, String text, String as) {}

    enum Became {
        BLANK,
        HEADLINE,
        STANDFIRST,
        PARAGRAPH,
        SUBHEADING,
        LIST_ITEM,
        QUOTE,
        BYLINE,
        FLASH,
        SET_ASIDE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What else was done with a line. */
    enum Note {
        /** The story's headline was made from it. */
        DERIVED_HEADLINE,
        /** It is one paragraph, item or quotation with the line before it. */
        JOINED,
        /** It was too long to read, and became several paragraphs. */
        SPLIT,
        /** The dateline was taken from its beginning. */
        DATELINE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param as as in {@link SetAside}, else empty */
    record LineReport(int line, Became became, String as, List<Note> notes) {
        LineReport {
            notes = List.copyOf(notes);
        }
    }
}
