package org.minbar.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minbar.exchange.ScrapedPage.Became;
import org.minbar.exchange.ScrapedPage.Draft;
import org.minbar.exchange.ScrapedPage.FlashLine;
import org.minbar.exchange.Strand.Kind;
import org.minbar.exchange.Stretches.Stretch;
import org.minbar.language.Language;

/** One reading of one page: the stories are found, then the ticker, and what neither claims is named by its place. */
final class PageReading {

    private static final Furniture FURNITURE = Furniture.shipped();

    private final CreditLine credits = new CreditLine(FURNITURE);
    private final Sequence strands;
    private final Stretches stretches;
    private final Ledger ledger;
    private final Lead lead;

    PageReading(String page, Language language) {
        List<String> lines = Strands.lines(page);
        this.strands = new Sequence(new Strands(FURNITURE, credits).of(lines));
        this.stretches = new Stretches(strands, FURNITURE, credits);
        this.ledger = new Ledger(lines);
        this.lead = new Lead(FURNITURE, language);
    }

    ScrapedPage read() {
        List<Stretch> stories = stretches.find();
        List<FlashLine> flashes = ticker(stories);
        List<Draft> drafts = stories.stream()
                .map(story -> new Composition(strands, story, ledger, credits, lead, FURNITURE).draft())
                .toList();
        setRestAside(drafts, stories);
        return new ScrapedPage(drafts, flashes, ledger.setAside(), ledger.report());
    }

    private List<FlashLine> ticker(List<Stretch> stories) {
        boolean[] inside = new boolean[strands.size()];
        for (Stretch story : stories) {
            for (int i = story.start; i <= story.end; i++) {
                inside[i] = !strands.get(i).is(Kind.FLASH) || !falls(i, story);
            }
        }
        List<FlashLine> flashes = new ArrayList<>();
        int i = 0;
        while (i < strands.size()) {
            if (!strands.get(i).is(Kind.FLASH) || inside[i]) {
                i++;
                continue;
            }
            List<Integer> run = new ArrayList<>();
            int last = i;
            for (int n = i; n >= 0 && n < strands.size() && !inside[n]; n = strands.after(n)) {
                Strand strand = strands.get(n);
                boolean heading = strand.is(Kind.STAMP);
                if (!strand.is(Kind.FLASH) && !heading && !(strand.is(Kind.ASIDE) || strand.is(Kind.LABEL))) {
                    break;
                }
                if (strand.is(Kind.FLASH) || heading) {
                    run.add(n);
                }
                last = n;
            }
            flashes.addAll(entries(run));
            i = last + 1;
        }
        return flashes;
    }

    private boolean falls(int flash, Stretch story) {
        int from = flash;
        while (strands.before(from) >= story.start
                && strands.get(strands.before(from)).is(Kind.FLASH)
                && flash - from < 100) {
            from = strands.before(from);
        }
        return stretches.falls(from, Math.min(stretches.flashRun(from), from + 200));
    }

    private List<FlashLine> entries(List<Integer> run) {
        List<Optional<TickerLine>> read = run.stream()
                .map(at -> strands.get(at).is(Kind.FLASH)
                        ? TickerLine.parse(strands.get(at).text())
                        : Optional.<TickerLine>empty())
                .toList();
        List<Integer> offsets = TickerLine.dayOffsets(
                read.stream().map(entry -> entry.map(TickerLine::time)).toList());
        List<FlashLine> flashes = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            Strand strand = strands.get(run.get(i));
            if (read.get(i).isPresent()) {
                TickerLine entry = read.get(i).get();
                flashes.add(new FlashLine(strand.first() + 1, entry.time(), entry.text(), offsets.get(flashes.size())));
                ledger.enter(strand, Became.FLASH);
            }
        }
        return flashes;
    }

    /** What a line is that nothing knows is told by what stood before it on the page. */
    private void setRestAside(List<Draft> drafts, List<Stretch> stories) {
        List<String> headlines =
                drafts.stream().map(draft -> Folding.of(draft.headline())).toList();
        boolean readers = readersSpeak(stories);
        String after = "";
        boolean related = false;
        for (int i = 0; i < strands.size(); i++) {
            Strand strand = strands.get(i);
            if (!ledger.open(strand)) {
                after = "";
                related = false;
                continue;
            }
            switch (strand.kind()) {
                case BLANK -> ledger.enter(strand, Became.BLANK);
                case ITEM, TEXT, FLASH -> {
                    related &= !strand.prose();
                    ledger.setAside(strand, related ? "related" : unknown(strand, after, headlines, readers));
                }
                default -> {
                    after = strand.is(Kind.CLOSER) ? strand.as() : after;
                    related = strand.is(Kind.LABEL) && strand.as().equals("related");
                    ledger.setAside(strand, strand.as());
                }
            }
        }
    }

    private boolean readersSpeak(List<Stretch> stories) {
        int from = stories.isEmpty() ? 0 : stories.get(stories.size() - 1).end + 1;
        for (int i = from; i < strands.size(); i++) {
            if (stretches.readerVoice(strands.get(i))) {
                return true;
            }
        }
        return false;
    }

    private String unknown(Strand strand, String after, List<String> headlines, boolean readers) {
        boolean comments = after.startsWith("comment");
        if (comments && (readers || strand.prose())) {
            return "comment";
        }
        if (strand.brokenOff() && strand.length() >= 80) {
            return "related";
        }
        if (strand.prose()) {
            return after.equals("copyright") ? "footer" : "site-blurb";
        }
        if (strand.colon() && strand.words() <= 3) {
            return "empty-label";
        }
        if (headlines.stream().anyMatch(headline -> repeats(strand.folded(), headline))) {
            return "duplicate";
        }
        return strand.words() <= 2 ? "navigation" : "other-headline";
    }

    private static boolean repeats(String line, String headline) {
        return line.equals(headline)
                || (headline.length() > 15 && (line.startsWith(headline + " ") || line.endsWith(" " + headline)));
    }
}
