package org.minbar.exchange;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.minbar.exchange.ScrapedPage.Draft;
import org.minbar.exchange.ScrapedPage.FlashLine;
import org.minbar.exchange.ScrapedPage.Items;
import org.minbar.exchange.ScrapedPage.LineReport;
import org.minbar.exchange.ScrapedPage.Paragraph;
import org.minbar.exchange.ScrapedPage.Part;
import org.minbar.exchange.ScrapedPage.Quote;
import org.minbar.exchange.ScrapedPage.Subheading;

/** A page's reading in few lines, for people to read and tests to compare. */
final class Outline {

    private Outline() {}

    static List<String> of(ScrapedPage page) {
        List<String> outline = new ArrayList<>();
        page.report().forEach(line -> outline.add(line(line)));
        page.stories().forEach(story -> outline.addAll(story(story)));
        page.flashes().forEach(flash -> outline.add(flash(flash)));
        return outline;
    }

    private static String line(LineReport line) {
        String as = line.as().isEmpty() ? "" : " " + line.as();
        String notes = line.notes().stream().map(note -> " +" + note).collect(joining());
        return line.line() + " " + line.became() + as + notes;
    }

    private static List<String> story(Draft story) {
        List<String> outline = new ArrayList<>();
        outline.add("= " + story.headline());
        if (!story.standfirst().isEmpty()) {
            outline.add("  standfirst " + story.standfirst());
        }
        story.dateline().ifPresent(dateline -> outline.add("  dateline " + dateline));
        story.bylines().forEach(credit -> outline.add("  " + credit.role() + " " + credit.name()));
        outline.add("  parts " + story.parts().stream().map(Outline::part).collect(joining(" ")));
        outline.add("  lines " + story.first() + "-" + story.last());
        return outline;
    }

    private static String part(Part part) {
        if (part instanceof Items list) {
            return (list.numbered() ? "numbered" : "list") + list.items().size();
        }
        if (part instanceof Quote quote) {
            return "quote" + quote.paragraphs().size();
        }
        return part instanceof Paragraph ? "p" : part instanceof Subheading ? "h" : "?";
    }

    private static String flash(FlashLine flash) {
        return "~ " + flash.line() + " " + flash.dayOffset() + " " + flash.time() + " " + flash.text();
    }
}
