package org.minbar.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of an edition before the copy desk: what is found is listed with its surroundings, and mended one by one or all
 * at once. Nothing is kept between listing and mending; the same text gives the same findings under the same ids.
 *
 * @param lines headline, standfirst and other lines by the names of their fields
 */
public record Proof(Map<String, String> lines, Body body) {

    public Proof {
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    private static final String GLUED_WORDS = "glued-words";
    private static final String UNPAIRED = "unpaired-quotation";
    private static final String PLACEHOLDER = "placeholder";

    private static final Pattern ARABIC_WORD = Pattern.compile("[\\p{IsArabic}&&[\\p{L}\\p{M}]]{5,}");

    /** The journalists' mark for “to come”; no word of our languages has these letters in this order, in capitals. */
    private static final Pattern TO_COME = Pattern.compile("(?<![\\p{IsLatin}\\p{N}])(?:TK)+(?![\\p{IsLatin}\\p{N}])");

    /** Characters of surroundings on either side, and of what is shown of a long finding. */
    private static final int AROUND = 40;

    /** What was found in one wording, and how to mend it. */
    private record Found(Finding finding, List<Trail.Edit> edits) {}

    /** The names of all rules: those of {@link CopyDesk#rules()} and those that only propose. */
    public static List<String> rules() {
        return Stream.concat(CopyDesk.rules().stream(), Stream.of(GLUED_WORDS, UNPAIRED, PLACEHOLDER))
                .toList();
    }

    /**
     * Line by line, then block by block, from beginning to end.
     *
     * @param lang the language of the edition as a BCP 47 tag
     * @param lexicon against which glued words are found
     */
    public List<Finding> findings(String lang, Lexicon lexicon) {
        return reading(lang, lexicon, finding -> false).findings;
    }

    /**
     * The text with the chosen findings mended and nothing else. An id that this text does not have is passed over: the
     * text has moved on since.
     */
    public Proof mended(String lang, Lexicon lexicon, Set<String> ids) {
        return reading(lang, lexicon, finding -> ids.contains(finding.id())).proof;
    }

    /** The text with everything mended that is certain. */
    public Proof mended(String lang, Lexicon lexicon) {
        return reading(lang, lexicon, Finding::certain).proof;
    }

    /** What was left to come: {@code TK}, or {@code TKTK}. Such a text is not ready to be published. */
    public List<Finding> placeholders() {
        List<Finding> placeholders = new ArrayList<>();
        lines.forEach((field, line) -> placeholders(Wording.of(line), field, -1, placeholders));
        for (int block = 0; block < body.blocks().size(); block++) {
            int place = block;
            body.blocks().get(block).wordings().forEach(wording -> placeholders(wording, "body", place, placeholders));
        }
        return placeholders;
    }

    private static void placeholders(Wording wording, String field, int block, List<Finding> placeholders) {
        String text = wording.text();
        BitSet untouchable = CopyDesk.untouchable(new Galley(text), CopyDesk.code(wording));
        Matcher mark = TO_COME.matcher(text);
        while (mark.find()) {
            if (!untouchable.get(mark.start())) {
                List<Trail.Edit> spot =
                        List.of(new Trail.Edit(mark.start(), mark.end(), mark.group(), PLACEHOLDER, Set.of()));
                placeholders.add(finding(field, block, placeholders.size(), text, spot, false));
            }
        }
    }

    private Reading reading(String lang, Lexicon lexicon, Predicate<Finding> chosen) {
        return new Reading(this, lang, lexicon, chosen);
    }

    private static Finding finding(
            String field, int block, int wording, String text, List<Trail.Edit> edits, boolean certain) {
        int start = edits.get(0).start();
        int end = edits.get(edits.size() - 1).end();
        String found = text.substring(start, end);
        String mended = applied(text, edits, start, end);
        String before = text.substring(wordEdge(text, Math.max(0, start - AROUND), start), start);
        String after = text.substring(end, wordEdge(text, Math.min(text.length(), end + AROUND), end));
        String rule = edits.get(0).rule();
        String seal = Integer.toHexString((before + '\n' + found + '\n' + mended + '\n' + after).hashCode());
        String id = String.format(Locale.ROOT, "%s.%d.%d.%s.%s", field, wording, start, rule, seal);
        return new Finding(id, field, block, rule, before, shortened(found), shortened(mended), after, certain);
    }

    private static String applied(String text, List<Trail.Edit> edits, int start, int end) {
        StringBuilder applied = new StringBuilder();
        int place = start;
        for (Trail.Edit edit : edits) {
            applied.append(text, place, edit.start()).append(edit.after());
            place = edit.end();
        }
        return applied.append(text, place, end).toString();
    }

    /** The nearest place towards the finding where a word begins or ends; surroundings are shown in whole words. */
    private static int wordEdge(String text, int place, int finding) {
        int edge = place;
        while (edge != finding && edge != 0 && edge != text.length() && !Letters.space(text.charAt(edge))) {
            edge += Integer.signum(finding - place);
        }
        return edge == finding && place != finding ? cut(text, place) : edge;
    }

    /** Not between the halves of a character, nor between a letter and its signs. */
    private static int cut(String text, int place) {
        int edge = place;
        while (edge > 0
                && edge < text.length()
                && (Character.isLowSurrogate(text.charAt(edge)) || Letters.sign(text.codePointAt(edge)))) {
            edge--;
        }
        return edge;
    }

    private static String shortened(String text) {
        if (text.length() <= 2 * AROUND) {
            return text;
        }
        int first = wordEdge(text, AROUND, 0);
        int last = wordEdge(text, text.length() - AROUND, text.length());
        return text.substring(0, first) + " … " + text.substring(last).stripLeading();
    }

    /** One reading of the whole text. */
    private static final class Reading {
        private final String lang;
        private final Lexicon lexicon;
        private final Predicate<Finding> chosen;
        private final Lexicon own;
        private final Map<String, Integer> wordings = new HashMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private final Proof proof;

        Reading(Proof given, String lang, Lexicon lexicon, Predicate<Finding> chosen) {
            this.lang = lang;
            this.lexicon = lexicon;
            this.chosen = chosen;
            own = Lexicon.of(Stream.concat(
                            given.lines().values().stream(),
                            given.body().wordings().map(Wording::text))
                    .toList());
            Map<String, String> lines = new LinkedHashMap<>();
            given.lines().forEach((field, line) -> lines.put(field, line(field, line)));
            List<Block> blocks = new ArrayList<>();
            for (Block block : given.body().blocks()) {
                int place = blocks.size();
                blocks.add(block.reworded(wording -> read(wording, "body", place)));
            }
            proof = new Proof(lines, new Body(blocks));
        }

        private String line(String field, String line) {
            Wording wording = Wording.of(line);
            Wording read = wording.isEmpty() ? wording : read(wording, field, -1);
            // What needs no mending comes back as it was typed.
            return read.equals(wording) ? line : read.text();
        }

        private Wording read(Wording wording, String field, int block) {
            int number = wordings.merge(field, 1, Integer::sum) - 1;
            String text = wording.text();
            List<Found> found = found(wording, text, field, block, number);
            found.forEach(one -> findings.add(one.finding()));
            List<Galley.Change> changes = found.stream()
                    .filter(one -> chosen.test(one.finding()))
                    .flatMap(one -> one.edits().stream())
                    .filter(edit -> !edit.after().equals(text.substring(edit.start(), edit.end())))
                    .sorted(Comparator.comparingInt(Trail.Edit::start).thenComparingInt(Trail.Edit::end))
                    .map(edit -> new Galley.Change(edit.start(), edit.end(), edit.after()))
                    .toList();
            Galley galley = new Galley(text);
            galley.make(changes);
            Wording mended = changes.isEmpty() ? wording : wording.recast(galley);
            return mended.isEmpty() ? wording : mended;
        }

        private List<Found> found(Wording wording, String text, String field, int block, int number) {
            String language = CopyDesk.language(wording, lang);
            BitSet code = CopyDesk.code(wording);
            Trail trail = new Trail();
            Galley galley = new Galley(text);
            CopyDesk.mend(galley, code, language, trail);
            if (wording.recast(galley).isEmpty()) {
                return List.of();
            }
            List<Found> found = new ArrayList<>();
            BitSet taken = CopyDesk.untouchable(new Galley(text), code);
            for (List<Trail.Edit> edits : trail.groups(text)) {
                found.add(new Found(finding(field, block, number, text, edits, true), edits));
                edits.forEach(edit -> taken.set(edit.start(), Math.max(edit.end(), edit.start() + 1)));
            }
            if (Locale.forLanguageTag(language).getLanguage().equals("ar")) {
                glued(text, taken, field, block, number, found);
            }
            for (int place : Quotation.unpaired(text)) {
                if (!taken.get(place)) {
                    pointedAt(text, place, field, block, number, found);
                }
            }
            found.sort(Comparator.comparingInt(one -> one.edits().get(0).start()));
            return found;
        }

        private void glued(String text, BitSet taken, String field, int block, int number, List<Found> found) {
            Matcher word = ARABIC_WORD.matcher(text);
            while (word.find()) {
                int start = word.start();
                if (taken.nextSetBit(start) >= 0 && taken.nextSetBit(start) < word.end()) {
                    continue;
                }
                lexicon.split(word.group(), own).ifPresent(split -> {
                    List<Trail.Edit> gap = List.of(new Trail.Edit(
                            start,
                            word.end(),
                            word.group().substring(0, split.place())
                                    + " "
                                    + word.group().substring(split.place()),
                            GLUED_WORDS,
                            Set.of()));
                    found.add(new Found(finding(field, block, number, text, gap, split.certain()), gap));
                });
            }
        }

        private static void pointedAt(String text, int place, String field, int block, int number, List<Found> found) {
            String mark = text.substring(place, place + 1);
            List<Trail.Edit> spot = List.of(new Trail.Edit(place, place + 1, mark, UNPAIRED, Set.of()));
            found.add(new Found(finding(field, block, number, text, spot, false), spot));
        }
    }
}
