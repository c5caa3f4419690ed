package org.minbar.exchange;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.story.Byline;
import org.minbar.story.Copy;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.story.Revision;
import org.minbar.story.Story;
import org.minbar.text.Body;
import org.minbar.text.BodyHtml;
import org.minbar.text.CopyDesk;
import org.minbar.text.Markup;
import org.minbar.text.Mend;
import org.minbar.text.Mended;
import org.minbar.text.MendedBody;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;
import org.minbar.ticker.Ticking;
import org.minbar.topic.Section;
import org.minbar.topic.Sections;

/**
 * Takes one scraped page of plain text: the stories become drafts, their typography mended by the copy desk; ticker
 * lines become drafts of the strip; what stood around them is set aside and reported. Nothing is published.
 */
@ApplicationScoped
public class PlainTextImport {

    /** Characters. */
    private static final int LONGEST = 5_000_000;

    private static final String USUAL_SECTION = "society";

    @Inject
    private Editing editing;

    @Inject
    private Editions editions;

    @Inject
    private Sections sections;

    @Inject
    private Ticking ticking;

    @Inject
    private ZoneId zone;

    @Inject
    private Clock clock;

    protected PlainTextImport() {}

    /**
     * What became of the page.
     *
     * @param setAside the lines that are neither story nor ticker
     * @param report every line of the page, once
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Result(
            List<MadeStory> stories, List<MadeFlash> flashes, List<ScrapedPage.SetAside> setAside, List<Line> report) {}

    /** @param mends what the copy desk changed, rule by rule */
    record MadeStory(long id, String lang, String headline, List<Mend> mends) {}

    /** @param line of the page */
    record MadeFlash(int line, int number, Instant at, String text) {}

    record Line(int line, String became, Optional<String> as, List<String> notes) {}

    /** @param section where the drafts are filed; null for the usual one */
    @Transactional
    Result read(String page, Language language, @Nullable String section, Caller by) {
        by.needs(Permission.IMPORT, language.tag());
        if (page.length() > LONGEST) {
            throw new Refusal(
                    Refusal.Reason.TOO_LARGE, "too-long", Map.of("field", "text", "longest", LONGEST), "text");
        }
        ScrapedPage scraped = ScrapedPage.read(page, language);
        Section filed = section(section);
        List<MadeStory> stories = new ArrayList<>();
        for (ScrapedPage.Draft draft : scraped.stories()) stories.add(story(draft, language, filed, by));
        List<MadeFlash> flashes = new ArrayList<>();
        LocalDate newest = dayOfTheNewest(scraped.flashes());
        // The oldest first, so that numbers rise with the time.
        for (int i = scraped.flashes().size() - 1; i >= 0; i--) {
            flashes.add(0, flash(scraped.flashes().get(i), newest, language, by));
        }
        return new Result(
                stories,
                flashes,
                scraped.setAside(),
                scraped.report().stream().map(PlainTextImport::line).toList());
    }

    private MadeStory story(ScrapedPage.Draft draft, Language language, Section section, Caller by) {
        List<Mend> mends = new ArrayList<>();
        String headline = mended(draft.headline(), language, mends);
        String standfirst = mended(draft.standfirst(), language, mends);
        MendedBody body = CopyDesk.mend(body(draft), language.tag());
        for (Mended wording : body.wordings()) mends.addAll(wording.mends());
        List<Byline> bylines = draft.bylines().stream()
                .map(credit -> new Byline(
                        credit.name(), Byline.Role.valueOf(credit.role().name())))
                .toList();
        Copy copy = Copy.of(
                headline,
                standfirst,
                BodyHtml.of(body.body(), language.tag(), language.dir()).html(),
                null,
                bylines,
                language);
        Story story = editing.open(Kind.ARTICLE, section, List.of(), Optional.empty(), by);
        Edition edition = editing.begin(story, language, copy, Revision.Cause.IMPORT, by);
        editions.settle();
        return new MadeStory(story.id(), language.tag(), edition.headline(), mends);
    }

    /** The page names no day: today's, unless one of its times has yet to come; then all are a day older. */
    private LocalDate dayOfTheNewest(List<ScrapedPage.FlashLine> lines) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        boolean ahead = lines.stream().anyMatch(line -> at(line, today).isAfter(clock.instant()));
        return ahead ? today.minusDays(1) : today;
    }

    private Instant at(ScrapedPage.FlashLine line, LocalDate newest) {
        return newest.plusDays(line.dayOffset())
                .atTime(line.time())
                .atZone(zone)
                .toInstant();
    }

    private MadeFlash flash(ScrapedPage.FlashLine line, LocalDate newest, Language language, Caller by) {
        String words = CopyDesk.mend(line.text(), language.tag()).text();
        Flash flash = ticking.imported(at(line, newest), Flashes.STRIP, language.tag(), words, by);
        return new MadeFlash(
                line.line(),
                flash.number(),
                flash.at(),
                flash.text(language.tag()).orElse(words));
    }

    private static String mended(String text, Language language, List<Mend> mends) {
        Mended mended = CopyDesk.mend(text, language.tag());
        mends.addAll(mended.mends());
        return mended.text();
    }

    private static Body body(ScrapedPage.Draft draft) {
        StringBuilder html = new StringBuilder();
        draft.dateline()
                .ifPresent(dateline ->
                        html.append("<p><strong>").append(escaped(dateline)).append("</strong></p>"));
        for (ScrapedPage.Part part : draft.parts()) append(html, part);
        return Markup.clean(html.toString());
    }

    private static void append(StringBuilder html, ScrapedPage.Part part) {
        if (part instanceof ScrapedPage.Paragraph paragraph) {
            html.append("<p>").append(escaped(paragraph.text())).append("</p>");
        } else if (part instanceof ScrapedPage.Subheading subheading) {
            html.append("<h2>").append(escaped(subheading.text())).append("</h2>");
        } else if (part instanceof ScrapedPage.Items items) {
            String list = items.numbered() ? "ol" : "ul";
            html.append('<').append(list).append('>');
            for (String item : items.items())
                html.append("<li>").append(escaped(item)).append("</li>");
            html.append("</").append(list).append('>');
        } else if (part instanceof ScrapedPage.Quote quote) {
            html.append("<blockquote>");
            for (String paragraph : quote.paragraphs()) {
                html.append("<p>").append(escaped(paragraph)).append("</p>");
            }
            html.append("</blockquote>");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Line line(ScrapedPage.LineReport report) {
        return new Line(
                report.line(),
                report.became().toString(),
                report.as().isEmpty() ? Optional.empty() : Optional.of(report.as()),
                report.notes().stream().map(ScrapedPage.Note::toString).toList());
    }

    private Section section(@Nullable String slug) {
        if (slug != null && !slug.isBlank()) {
            return sections.find(slug)
                    .orElseThrow(() ->
                            new Refusal(Refusal.Reason.MALFORMED, "no-such-section", Map.of("value", slug), "section"));
        }
        return sections.find(USUAL_SECTION)
                .or(() -> sections.all().stream().findFirst())
                .orElseThrow(() -> new Refusal(Refusal.Reason.CONFLICT, "no-such-section", Map.of("value", "")));
    }
}
