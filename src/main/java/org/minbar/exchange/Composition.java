package org.minbar.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.minbar.exchange.ScrapedPage.Became;
import org.minbar.exchange.ScrapedPage.Credit;
import org.minbar.exchange.ScrapedPage.Draft;
import org.minbar.exchange.ScrapedPage.Items;
import org.minbar.exchange.ScrapedPage.Note;
import org.minbar.exchange.ScrapedPage.Paragraph;
import org.minbar.exchange.ScrapedPage.Part;
import org.minbar.exchange.ScrapedPage.Quote;
import org.minbar.exchange.ScrapedPage.Subheading;
import org.minbar.exchange.Strand.Kind;
import org.minbar.exchange.Stretches.Stretch;

/** Makes a draft of one story: which of its lines are paragraphs, subheadings, lists, quotations, bylines. */
final class Composition {

    private static final int LONGEST_SUBHEADING = 80;
    private static final int LONGEST_LOOSE_ITEM = 100;

    private final Sequence strands;
    private final Stretch story;
    private final Ledger ledger;
    private final CreditLine credits;
    private final Lead lead;
    private final Furniture furniture;

    private final List<Part> parts = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private Optional<String> dateline = Optional.empty();
    /** The text before ended in a colon, so a list may follow without marks. */
    private boolean introduced;
    /** Under a label like "Read also", until text follows. */
    private boolean related;

    /** Whether it is already told which line the missing headline was made from. */
    private boolean sourced;

    Composition(Sequence strands, Stretch story, Ledger ledger, CreditLine credits, Lead lead, Furniture furniture) {
        this.strands = strands;
        this.story = story;
        this.ledger = ledger;
        this.credits = credits;
        this.lead = lead;
        this.furniture = furniture;
    }

    Draft draft() {
        String headline = entered(story.headline, Became.HEADLINE);
        String standfirst = entered(story.standfirst, Became.STANDFIRST);
        Set<Credit> bylines = new LinkedHashSet<>();
        for (int at : story.credits) {
            bylines.addAll(credits.read(strands.get(at).text()));
            ledger.enter(strands.get(at), Became.BYLINE);
        }
        int at = story.start;
        while (at <= story.end) {
            at = take(at);
        }
        if (headline.isEmpty()) {
            headline = lead.headline(texts);
        }
        return new Draft(headline, standfirst, parts, List.copyOf(bylines), dateline, first(), last());
    }

    private String entered(int at, Became became) {
        if (at < 0) {
            return "";
        }
        ledger.enter(strands.get(at), became);
        return strands.get(at).text();
    }

    private int first() {
        int first = story.headline >= 0 ? story.headline : story.start;
        return strands.get(Math.min(
                                first,
                                story.credits.stream().min(Integer::compare).orElse(first)))
                        .first()
                + 1;
    }

    private int last() {
        int last = story.end;
        return strands.get(Math.max(
                                last,
                                story.credits.stream().max(Integer::compare).orElse(last)))
                        .last()
                + 1;
    }

    /** Takes what stands here, and says where to go on. What is no part of the story stays open. */
    private int take(int at) {
        Strand strand = strands.get(at);
        if (!ledger.open(strand)) {
            return at + 1;
        }
        if (story.prose.get(at)) {
            related = false;
        }
        switch (strand.kind()) {
            case LABEL -> related = true;
            case STAMP -> dayOfProgramme(at);
            case TEXT -> {
                return text(at);
            }
            case ITEM, FLASH -> {
                return item(at);
            }
            default -> {}
        }
        return at + 1;
    }

    private int text(int at) {
        Strand strand = strands.get(at);
        int quoteEnd = strands.quoteEnd(at, story.end + 1);
        if (strand.sentence() || quoteEnd >= 0) {
            related = false;
        }
        if (related) {
            ledger.setAside(strand, "related");
        } else if (quoteEnd >= 0) {
            return quote(at, quoteEnd);
        } else if (looseItems(at) >= (introduced ? 2 : 3)) {
            return items(at, looseItems(at));
        } else if (subheading(at)) {
            parts.add(new Subheading(strand.text()));
            ledger.enter(strand, Became.SUBHEADING);
            introduced = strand.colon();
        } else {
            paragraph(strand);
        }
        return at + 1;
    }

    private int item(int at) {
        Strand strand = strands.get(at);
        if (related) {
            ledger.setAside(strand, "related");
            return at + 1;
        }
        int run = run(at);
        int next = strands.after(at);
        boolean heads = strand.as().equals("numbered")
                && run == 1
                && strand.length() <= LONGEST_SUBHEADING
                && !strand.ends()
                && next > 0
                && next <= story.end
                && strands.get(next).prose();
        if (heads) {
            parts.add(new Subheading(ledger.line(strand)));
            ledger.enter(strand, Became.SUBHEADING);
            return at + 1;
        }
        return items(at, run);
    }

    /** How many marked items of one kind follow each other from here; furniture between them does not count. */
    private int run(int at) {
        int run = 0;
        for (int i = at; i >= 0 && i <= story.end; i = strands.after(i)) {
            Strand strand = strands.get(i);
            if (ledger.open(strand)
                    && strand.is(strands.get(at).kind())
                    && strand.as().equals(strands.get(at).as())) {
                run++;
            } else if (!strand.is(Kind.ASIDE) && ledger.open(strand)) {
                break;
            }
        }
        return run;
    }

    private int looseItems(int at) {
        int run = 0;
        for (int i = at; i >= 0 && i <= story.end && loose(i); i = strands.after(i)) {
            run++;
        }
        return run;
    }

    private boolean loose(int at) {
        Strand strand = strands.get(at);
        return strand.is(Kind.TEXT) && !text(strand, at) && !strand.colon() && strand.length() <= LONGEST_LOOSE_ITEM;
    }

    private boolean text(Strand strand, int at) {
        return story.prose.get(at) || strand.sentence() || furniture.carriesOn(strand);
    }

    private int items(int at, int count) {
        Kind kind = strands.get(at).kind();
        List<String> items = new ArrayList<>();
        int i = at;
        int end = at;
        while (items.size() < count) {
            Strand strand = strands.get(i);
            if (strand.is(kind) && ledger.open(strand)) {
                items.add(strand.text());
                ledger.enter(strand, Became.LIST_ITEM, notes(strand, false));
                end = i;
            }
            i = strands.after(i);
        }
        parts.add(new Items(strands.get(at).as().equals("numbered"), items));
        if (story.headline < 0 && texts.isEmpty()) {
            texts.addAll(items);
        }
        introduced = false;
        return end + 1;
    }

    private int quote(int at, int end) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = at; i <= end; i++) {
            Strand strand = strands.get(i);
            if (strand.is(Kind.TEXT) && ledger.open(strand)) {
                paragraphs.add(strand.text());
                ledger.enter(strand, Became.QUOTE, notes(strand, false));
                texts.add(strand.text());
            }
        }
        parts.add(new Quote(paragraphs));
        introduced = false;
        return end + 1;
    }

    private boolean subheading(int at) {
        Strand strand = strands.get(at);
        int next = strands.after(at);
        while (next > 0 && next <= story.end && strands.get(next).is(Kind.ASIDE)) {
            next = strands.after(next);
        }
        if (next < 0 || next > story.end || text(strand, at) || strand.length() > LONGEST_SUBHEADING) {
            return false;
        }
        if (!strand.colon()) {
            return strand.words() <= 12;
        }
        // "Day one:" heads; "The five winners are:" introduces, unless it stands in a row of such lines.
        boolean inRow = introduced || (!parts.isEmpty() && parts.get(parts.size() - 1) instanceof Items);
        return strand.words() <= (inRow ? 6 : 3);
    }

    /** A date above items is no stamp of the site's: a programme is divided by its days. */
    private void dayOfProgramme(int at) {
        int next = strands.after(at);
        boolean heads = next > 0
                && next <= story.end
                && (strands.get(next).is(Kind.ITEM) || strands.get(next).is(Kind.FLASH));
        if (heads && !parts.isEmpty()) {
            parts.add(new Subheading(strands.get(at).text()));
            ledger.enter(strands.get(at), Became.SUBHEADING);
        }
    }

    private void paragraph(Strand strand) {
        String text = strand.text();
        boolean dated = false;
        if (parts.isEmpty()) {
            Optional<Matcher> found = lead.dateline(text);
            if (found.isPresent()) {
                dateline = Optional.of(Folding.bare(found.get().group(1)));
                text = Folding.bare(text.substring(found.get().end()));
                dated = true;
            }
        }
        List<String> readable = lead.readable(text);
        List<Note> notes = new ArrayList<>(notes(strand, readable.size() > 1));
        if (dated) {
            notes.add(Note.DATELINE);
        }
        readable.forEach(piece -> parts.add(new Paragraph(piece)));
        texts.addAll(readable);
        ledger.enter(strand, Became.PARAGRAPH, notes);
        introduced = strand.colon();
    }

    private List<Note> notes(Strand strand, boolean split) {
        List<Note> notes = new ArrayList<>();
        if (story.headline < 0 && !sourced) {
            notes.add(Note.DERIVED_HEADLINE);
            sourced = true;
        }
        if (split) {
            notes.add(Note.SPLIT);
        }
        return notes;
    }
}
