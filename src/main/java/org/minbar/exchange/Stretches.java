package org.minbar.exchange;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.minbar.exchange.ScrapedPage.Role;
import org.minbar.exchange.Strand.Kind;

/**
 * Finds the stories of a page. Running text is what a reader came for, so it is found first: long lines that end like
 * sentences. A story is a stretch of them with nothing between that ends a story or heads another; it is then widened
 * upwards to its headline and downwards to its last list.
 *
 * <p>Every look ahead or back is bounded, so the time grows with the length of the page.
 */
final class Stretches {

    /** How far above its text a headline is looked for, in lines that are not blank. */
    private static final int HEADLINE_REACH = 16;

    private static final int LONGEST_STANDFIRST = 400;
    private static final int UNSIGNED_STANDFIRST = 110;
    private static final int SIGNED_STANDFIRST = 90;
    private static final int BLURB = 220;
    private static final int LEAST_STORY = 60;

    private final Sequence strands;
    private final Furniture furniture;
    private final CreditLine credits;
    private final Map<String, Integer> repeated = new HashMap<>();
    private final int usualGap;
    private final BitSet claimed = new BitSet();

    /** A story's place; every number is that of a strand, -1 for none. */
    static final class Stretch {
        /** What was found to be running text, whatever it ends with. */
        final BitSet prose = new BitSet();

        final int firstProse;
        int lastProse;
        int start;
        int end;
        int headline = -1;
        int standfirst = -1;
        final List<Integer> credits = new ArrayList<>();

        Stretch(int prose) {
            this.prose.set(prose);
            this.firstProse = prose;
            this.lastProse = prose;
            this.start = prose;
            this.end = prose;
        }
    }

    Stretches(Sequence strands, Furniture furniture, CreditLine credits) {
        this.strands = strands;
        this.furniture = furniture;
        this.credits = credits;
        Map<Integer, Integer> gaps = new HashMap<>();
        for (int i = 0; i < strands.size(); i++) {
            Strand strand = strands.get(i);
            int next = strands.after(i);
            if (strand.couldBeHeadline()) {
                repeated.merge(strand.folded(), 1, Integer::sum);
            }
            if (strand.prose() && next > 0 && strands.get(next).prose()) {
                gaps.merge(next - i - 1, 1, Integer::sum);
            }
        }
        this.usualGap = gaps.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(1);
    }

    /** In the order of the page, not overlapping. */
    List<Stretch> find() {
        List<Stretch> stories = stretches(Strand::prose);
        if (stories.isEmpty()) {
            stories = stretches(strand -> strand.sentence() || (strand.is(Kind.ITEM) && strand.length() >= 100));
        }
        if (stories.isEmpty()) {
            stories = stretches(this::unstopped);
        }
        bound(stories);
        stories.removeIf(story -> !worthy(story));
        dropBlurbs(stories);
        return stories;
    }

    /** Some sites set no full stops at all; length and the words that carry a report on must do. */
    private boolean unstopped(Strand strand) {
        return strand.is(Kind.TEXT)
                && strand.words() >= 9
                && (strand.length() >= 90 || (strand.length() >= 60 && furniture.carriesOn(strand)));
    }

    private List<Stretch> stretches(Predicate<Strand> texts) {
        List<Stretch> stories = new ArrayList<>();
        boolean closed = false;
        int previous = -1;
        for (int i = 0; i < strands.size(); i++) {
            Strand strand = strands.get(i);
            if (!texts.test(strand) || (!stories.isEmpty() && leadsElsewhere(i))) {
                continue;
            }
            if (stories.isEmpty()) {
                stories.add(new Stretch(i));
                previous = i;
                continue;
            }
            Stretch open = stories.get(stories.size() - 1);
            boolean shut = closes(previous, i, open);
            closed |= shut;
            if (heads(previous, i, closed)) {
                stories.add(new Stretch(i));
                closed = false;
            } else if (!closed) {
                open.prose.set(i);
                open.lastProse = i;
                open.end = i;
            }
            previous = i;
        }
        return stories;
    }

    /** The beginning of another story under its own headline, broken off: the page leads to it, and does not tell it. */
    private boolean leadsElsewhere(int at) {
        int above = strands.before(at);
        int below = strands.after(at);
        return strands.get(at).brokenOff()
                && strands.get(at).length() <= 400
                && above >= 0
                && strands.get(above).clearHeadline()
                && (below < 0 || !strands.get(below).prose());
    }

    /** Whether something between two texts says that the story before is over. */
    private boolean closes(int previous, int next, Stretch open) {
        for (int i = previous + 1; i < next; i++) {
            Strand strand = strands.get(i);
            if (!strand.is(Kind.CLOSER)) {
                continue;
            }
            // A count of comments also stands under a standfirst, with the date; there the story is yet to come.
            boolean underStandfirst = strand.as().equals("comment-count")
                    && open.firstProse == open.lastProse
                    && strands.get(open.firstProse).length() < LONGEST_STANDFIRST
                    && strands.after(next) > 0
                    && strands.get(strands.after(next)).prose()
                    && !readersSpeak(previous, next);
            if (!underStandfirst) {
                return true;
            }
        }
        return false;
    }

    /** Whether a headline between two texts opens another story. In doubt it is a subheading, and nothing is torn. */
    private boolean heads(int previous, int next, boolean closed) {
        int headline = -1;
        boolean meta = false;
        for (int i = next - 1, seen = 0; i > previous && seen < HEADLINE_REACH; i--) {
            Strand strand = strands.get(i);
            if (strand.is(Kind.BLANK)) {
                continue;
            }
            seen++;
            if (strand.is(Kind.STAMP) || (strand.is(Kind.CREDIT) && written(strand))) {
                meta = true;
            } else if (strand.is(Kind.TEXT)) {
                headline = strand.clearHeadline() ? i : -1;
                break;
            } else if (!strand.is(Kind.ASIDE) && !strand.is(Kind.CREDIT)) {
                break;
            }
        }
        if (headline < 0) {
            return false;
        }
        boolean ruled = false;
        boolean labelled = false;
        int blanks = 0;
        int widest = 0;
        for (int i = headline - 1; i > previous; i--) {
            Strand strand = strands.get(i);
            ruled |= strand.is(Kind.RULE);
            labelled |= strand.is(Kind.LABEL);
            blanks = strand.is(Kind.BLANK) ? blanks + 1 : 0;
            widest = Math.max(widest, blanks);
        }
        if (closed) {
            int after = strands.after(next);
            boolean more = after > 0 && strands.get(after).prose();
            boolean strong = more || strands.get(next).length() >= 200;
            return strong && (meta || ruled || more) && !labelled && !readersSpeak(previous, next);
        }
        return meta || ruled || (widest >= 2 && widest > usualGap);
    }

    private boolean written(Strand credit) {
        return credits.read(credit.text()).stream().anyMatch(one -> one.role() != Role.PHOTO);
    }

    private boolean readersSpeak(int previous, int next) {
        int from = Math.max(previous + 1, next - HEADLINE_REACH);
        int to = next;
        for (int i = 0; i < 3 && strands.after(to) > 0; i++) {
            to = strands.after(to);
        }
        for (int i = from; i <= to; i++) {
            if (i != next && readerVoice(strands.get(i))) {
                return true;
            }
        }
        return false;
    }

    boolean readerVoice(Strand strand) {
        return !strand.is(Kind.BLANK)
                && strand.length() <= 60
                && !strand.folded().isEmpty()
                && furniture.says("reader-comment", strand.folded());
    }

    private void bound(List<Stretch> stories) {
        for (int k = 0; k < stories.size(); k++) {
            Stretch story = stories.get(k);
            int limit = k == 0 ? -1 : stories.get(k - 1).lastProse;
            widenUp(story, limit);
            findHeadline(story, limit);
        }
        for (int k = 0; k < stories.size(); k++) {
            Stretch story = stories.get(k);
            Stretch next = k + 1 < stories.size() ? stories.get(k + 1) : null;
            int limit = next == null ? strands.size() : next.headline >= 0 ? next.headline : next.start;
            widenDown(story, limit);
            int above = k == 0 ? -1 : stories.get(k - 1).end;
            collectCredits(story, above);
            findStandfirst(story);
        }
    }

    private void widenUp(Stretch story, int limit) {
        int skipped = 0;
        for (int i = strands.before(story.firstProse); i > limit && skipped < 6; i = strands.before(i)) {
            Strand strand = strands.get(i);
            if (strand.sentence()) {
                story.start = i;
            } else if (strand.is(Kind.ITEM) || strand.is(Kind.FLASH) || (strand.is(Kind.TEXT) && strand.colon())) {
                int above = i;
                int programme = 0;
                while (above > limit && programme < 40 && programme(strands.get(above))) {
                    programme++;
                    above = strands.before(above);
                }
                boolean headed = above > limit && strands.get(above).clearHeadline() && !furnished(strands.get(above));
                // Times right under a headline are a ticker; a programme is announced first.
                if (headed && !strands.get(strands.after(above)).is(Kind.FLASH)) {
                    story.start = strands.after(above);
                }
                return;
            } else if (strand.is(Kind.STAMP) || strand.is(Kind.CREDIT) || strand.is(Kind.ASIDE)) {
                skipped++;
            } else {
                return;
            }
        }
    }

    private static boolean programme(Strand strand) {
        return strand.is(Kind.FLASH)
                || (strand.is(Kind.ITEM) && strand.words() >= 3)
                || (strand.is(Kind.TEXT) && (strand.colon() || strand.sentence()));
    }

    private void findHeadline(Stretch story, int limit) {
        List<Integer> candidates = new ArrayList<>();
        int seen = 0;
        for (int i = strands.before(story.start); i > limit && seen < HEADLINE_REACH; i = strands.before(i)) {
            Strand strand = strands.get(i);
            seen++;
            if (strand.is(Kind.FLASH) || strand.is(Kind.CLOSER) || strand.prose()) {
                break;
            }
            if (strand.is(Kind.RULE) && !candidates.isEmpty()) {
                break;
            }
            if (strand.is(Kind.TEXT) && strand.couldBeHeadline() && !furnished(strand)) {
                candidates.add(i);
            }
        }
        for (int candidate : candidates) {
            if (saidAgain(candidate, limit)) {
                story.headline = candidate;
                return;
            }
        }
        if (candidates.isEmpty()) {
            return;
        }
        int nearest = candidates.get(0);
        story.headline = nearest;
        if (candidates.size() > 1 && standsUnder(nearest, candidates.get(1), story.start)) {
            story.headline = candidates.get(1);
            return;
        }
        if (candidates.size() > 1 && signature(strands.get(nearest))) {
            int above = candidates.get(1);
            if (strands.get(above).words() >= 5 && strands.before(nearest) == above) {
                story.headline = above;
            }
        }
    }

    /** A standfirst without a full stop: longer than the headline it stands under, most often above the writer's name. */
    private boolean standsUnder(int lower, int upper, int start) {
        boolean row =
                strands.before(upper) >= 0 && strands.get(strands.before(upper)).clearHeadline();
        int length = strands.get(lower).length();
        int least = strands.after(lower) == start ? UNSIGNED_STANDFIRST : SIGNED_STANDFIRST;
        return !row
                && strands.before(lower) == upper
                && strands.get(upper).clearHeadline()
                && length >= least
                && length > strands.get(upper).length();
    }

    /** Pages print a headline in their title, their trail and above the text; nothing else stands there twice. */
    private boolean saidAgain(int candidate, int limit) {
        String folded = strands.get(candidate).folded();
        if (strands.get(candidate).words() < 3) {
            return false;
        }
        if (repeated.getOrDefault(folded, 0) > 1) {
            for (int i = strands.before(candidate), n = 0;
                    i > limit && n < HEADLINE_REACH;
                    i = strands.before(i), n++) {
                if (strands.get(i).folded().equals(folded)) {
                    return true;
                }
            }
        }
        for (int i = strands.before(candidate), n = 0; i > limit && n < HEADLINE_REACH; i = strands.before(i), n++) {
            String above = strands.get(i).folded();
            if (above.startsWith(folded + " ") || above.endsWith(" " + folded)) {
                return true;
            }
        }
        return false;
    }

    /** The name of a section, or a label: short as a headline, and none. */
    private boolean furnished(Strand strand) {
        return furniture.only("section", strand.folded());
    }

    /** "هسبريس - حسن جبار", "Amina Haddad, Rabat": a few words, with a mark between or each with a capital. */
    private static boolean signature(Strand strand) {
        if (strand.words() <= 3) {
            return true;
        }
        boolean marked = strand.text().matches(".*(?:\\s[-–—|/]\\s|[,،:|/]).*");
        return strand.words() <= 5 && marked;
    }

    private void widenDown(Stretch story, int limit) {
        boolean announced = strands.get(story.end).colon();
        for (int i = strands.after(story.end); i > 0 && i < limit; i = strands.after(i)) {
            Strand strand = strands.get(i);
            int next = strands.after(i);
            boolean answerNext = next > 0
                    && next < limit
                    && strands.get(next).is(Kind.TEXT)
                    && strands.get(next).stops();
            boolean asked = strands.get(story.end).asks();
            boolean itemNext = next > 0 && next < limit && strands.get(next).is(Kind.ITEM);
            if (strand.is(Kind.ITEM)) {
                if (strand.words() < 2 && !announced) {
                    return;
                }
                story.end = i;
            } else if (strand.is(Kind.FLASH)) {
                int run = flashRun(i);
                boolean dated = strands.get(strands.before(i)).is(Kind.STAMP);
                if (falls(i, run) || (!announced && !dated && run == i)) {
                    return;
                }
                i = run;
                story.end = run;
            } else if (strand.sentence()
                    || furniture.carriesOn(strand)
                    || (strand.is(Kind.TEXT) && strand.stops() && (strand.words() >= 2 || asked))) {
                story.end = i;
                announced = false;
            } else if (strand.is(Kind.TEXT) && strand.asks() && answerNext) {
                story.end = i;
            } else if (strand.is(Kind.TEXT) && (strand.colon() || strand.words() <= 8) && itemNext) {
                story.end = i;
                announced = true;
            } else if (strand.is(Kind.TEXT) && announced && strand.length() <= 120) {
                story.end = i;
            } else if (strand.is(Kind.TEXT) && strands.quoteEnd(i, limit) > i) {
                i = strands.quoteEnd(i, limit);
                story.end = i;
            } else if (strand.is(Kind.TEXT)
                    && strand.colon()
                    && next > 0
                    && next < limit
                    && strands.get(next).is(Kind.FLASH)
                    && !falls(next, flashRun(next))) {
                story.end = i;
                announced = true;
            } else if (!strand.is(Kind.STAMP) && !strand.is(Kind.ASIDE) && !strand.is(Kind.CREDIT)) {
                return;
            } else if (strand.is(Kind.ASIDE)
                    && Set.of("tags", "navigation", "breadcrumb").contains(strand.as())) {
                return;
            }
            announced |= story.end == i && strand.colon();
        }
    }

    int flashRun(int from) {
        int last = from;
        for (int i = from; i > 0 && strands.get(i).is(Kind.FLASH); i = strands.after(i)) {
            last = i;
        }
        return last;
    }

    /** Whether times run down the list, as a ticker's do; those of a programme rise. */
    boolean falls(int from, int to) {
        int down = 0;
        int up = 0;
        Optional<LocalTime> above = Optional.empty();
        for (int i = from; i > 0 && i <= to; i = strands.after(i)) {
            Optional<LocalTime> time = TickerLine.parse(strands.get(i).text()).map(TickerLine::time);
            if (above.isPresent() && time.isPresent()) {
                down += time.get().isBefore(above.get()) ? 1 : 0;
                up += time.get().isAfter(above.get()) ? 1 : 0;
            }
            above = time;
        }
        return down > up;
    }

    private void collectCredits(Stretch story, int limit) {
        int top = story.headline >= 0 ? story.headline : story.start;
        for (int i = strands.before(top), n = 0; i > limit && n < 3; i = strands.before(i), n++) {
            if (strands.get(i).is(Kind.CREDIT)) {
                claim(i, story);
            } else if (strands.get(i).is(Kind.CLOSER) || strands.get(i).sentence()) {
                break;
            }
        }
        for (int i = top; i <= story.end; i++) {
            if (strands.get(i).is(Kind.CREDIT)) {
                claim(i, story);
            }
        }
        for (int i = strands.after(story.end), n = 0; i > 0 && n < 4; i = strands.after(i), n++) {
            Strand strand = strands.get(i);
            if (strand.is(Kind.CREDIT)) {
                claim(i, story);
            } else if (!strand.is(Kind.ASIDE) && !strand.is(Kind.STAMP)) {
                break;
            }
        }
        Collections.sort(story.credits);
    }

    /** A credit between two stories is the upper one's, which came first. */
    private void claim(int credit, Stretch story) {
        if (!claimed.get(credit)) {
            claimed.set(credit);
            story.credits.add(credit);
        }
    }

    /**
     * The one text between the headline and the line that names the writer or the date. A lead paragraph has neither
     * behind it.
     */
    private void findStandfirst(Stretch story) {
        if (story.headline < 0) {
            return;
        }
        int between = strands.after(story.headline);
        while (between > 0 && between < story.start && !strands.get(between).is(Kind.TEXT)) {
            between = strands.after(between);
        }
        if (between > 0 && between < story.start && strands.get(between).length() >= 40) {
            story.standfirst = between;
            return;
        }
        Strand text = strands.get(story.start);
        int next = strands.after(story.start);
        while (next > 0 && next <= story.end && strands.get(next).is(Kind.ASIDE)) {
            next = strands.after(next);
        }
        boolean meta = next > 0
                && next <= story.end
                && (strands.get(next).is(Kind.STAMP)
                        || (strands.get(next).is(Kind.CREDIT) && written(strands.get(next))));
        if (meta
                && text.is(Kind.TEXT)
                && text.length() <= LONGEST_STANDFIRST
                && text.length() >= 20
                && story.lastProse > story.start) {
            story.standfirst = story.start;
        }
    }

    private boolean worthy(Stretch story) {
        return story.headline >= 0 || length(story) >= LEAST_STORY;
    }

    private int length(Stretch story) {
        int length = 0;
        for (int i = story.start; i <= story.end; i++) {
            length += strands.get(i).is(Kind.TEXT) || strands.get(i).is(Kind.ITEM)
                    ? strands.get(i).length()
                    : 0;
        }
        return length;
    }

    /** A few lines about the site, without a headline, beside a story that has one. */
    private void dropBlurbs(List<Stretch> stories) {
        boolean headed = stories.stream().anyMatch(story -> story.headline >= 0 && length(story) > BLURB);
        if (headed) {
            stories.removeIf(story -> story.headline < 0 && length(story) <= BLURB);
        }
    }
}
