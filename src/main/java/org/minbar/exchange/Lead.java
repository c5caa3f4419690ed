package org.minbar.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minbar.language.Language;
import org.minbar.language.Words;

/** What can be told from a story's first sentences: a working headline, its dateline; and where a text may be divided. */
final class Lead {

    /** The longest working headline, in graphemes. */
    static final int HEADLINE = 90;

    /** A clause shorter than this says too little to stand above a story. */
    private static final int CLAUSE = 30;

    private static final int LONG_PARAGRAPH = 900;
    private static final int READABLE = 450;
    private static final int FURTHEST_CLOSING_QUOTE = 800;
    private static final int STUDIED = 20_000;

    private static final String OPENING = "“«\"‘";
    private static final String CLOSING = "”»\"’";

    private static final Pattern LATIN_DATELINE = Pattern.compile(
            "((?:(?<caps>\\p{Lu}[\\p{Lu}'’ -]{1,29}\\p{Lu})|\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}?[\\p{L}'’-]+){0,2})"
                    + "(?:, \\p{Lu}[\\p{L}.'’ -]{2,25}?)?(?<date>,? (?:le )?\\d{1,2}(?:er)? \\p{L}{3,}\\.?(?: \\d{4})?|, \\p{L}{3,}\\.? \\d{1,2}(?:, \\d{4})?)?"
                    + "(?<agency>\\s?\\([\\p{L} .]{2,25}\\)|\\s?/\\s?[\\p{Lu}.]{2,8}/?)?)\\s*(?<dash>--|[-–—])\\s*(?=[\\p{Lu}\"“«\\d])");
    private static final Pattern ARABIC_DATELINE = Pattern.compile(
            "((?:\\p{IsArabic}{2,} ){0,2}\\p{IsArabic}{3,}"
                    + "(?<agency>\\s?\\([\\p{IsArabic} .]{2,25}\\)|\\s?/\\s?\\p{IsArabic}(?:[ .]\\s?\\p{IsArabic}){1,3}\\s?/?)?)\\s*(?<dash>[-–—]|(?<=\\)|/)\\s*:)\\s*(?=\\S)");

    private final Furniture furniture;
    private final Language language;

    Lead(Furniture furniture, Language language) {
        this.furniture = furniture;
        this.language = language;
    }

    /**
     * A headline for a story that came without one, of at most {@value #HEADLINE} graphemes: what somebody said rather
     * than that he said it, the event rather than its motto alone, else the first clause that says enough.
     *
     * @param texts the story's paragraphs in order, at least one
     */
    String headline(List<String> texts) {
        String sentence = firstSentence(texts.get(0));
        Optional<Motto> motto = motto(sentence);
        if (motto.isPresent()) {
            String both = named(motto.get().rest(), texts)
                    .map(name -> name + ": " + motto.get().quoted())
                    .orElse("");
            if (!both.isEmpty() && Words.graphemes(both) <= HEADLINE) {
                return both;
            }
            sentence = motto.get().rest();
        }
        sentence = capital(reported(sentence));
        String whole = sentence.replaceAll("[\\s.۔:،,;؛]+$", "");
        if (whole.length() <= 4 * HEADLINE && Words.graphemes(whole) <= HEADLINE) {
            return balanced(whole);
        }
        return clause(whole);
    }

    /** Place, date and agency in front of the first sentence. The matcher's end is where the sentence begins. */
    Optional<Matcher> dateline(String text) {
        String head = text.substring(0, Math.min(text.length(), 100));
        Matcher latin = LATIN_DATELINE.matcher(head);
        if (latin.lookingAt()) {
            boolean told = latin.group("caps") != null
                    || latin.group("date") != null
                    || latin.group("agency") != null
                    || (!latin.group("dash").equals("-") && text.charAt(latin.end(1)) == ' ');
            return told && spaced(latin, text) ? Optional.of(latin) : Optional.empty();
        }
        Matcher arabic = ARABIC_DATELINE.matcher(head);
        return arabic.lookingAt() && (arabic.group("agency") != null || spaced(arabic, text))
                ? Optional.of(arabic)
                : Optional.empty();
    }

    /** A paragraph too long to be read on a screen, divided at its sentences; one of ordinary length as it is. */
    List<String> readable(String paragraph) {
        if (paragraph.length() <= LONG_PARAGRAPH) {
            return List.of(paragraph);
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end : sentenceEnds(paragraph)) {
            if (end - start >= READABLE && paragraph.length() - end >= READABLE / 3) {
                parts.add(Folding.bare(paragraph.substring(start, end)));
                start = end;
            }
        }
        parts.add(Folding.bare(paragraph.substring(start)));
        return parts;
    }

    private static boolean spaced(Matcher dateline, String text) {
        return Folding.empty(text.charAt(dateline.end(1)))
                || dateline.group("dash").length() == 2
                || dateline.group("agency") != null;
    }

    private String firstSentence(String text) {
        String beginning = text.substring(0, Math.min(text.length(), STUDIED));
        List<Integer> ends = sentenceEnds(beginning);
        return ends.isEmpty() ? beginning : Folding.bare(beginning.substring(0, ends.get(0)));
    }

    /**
     * Where sentences end: a mark, a space, and then neither a small letter nor a digit ("السبت و الأحد. 2 و 3 مارس" goes
     * on). Not inside a quotation, nor behind an abbreviation or an initial.
     */
    private List<Integer> sentenceEnds(String text) {
        List<Integer> ends = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int opening = "“«\"".indexOf(c);
            if (opening >= 0) {
                int close = text.indexOf("”»\"".charAt(opening), i + 1);
                if (close > 0 && close - i <= FURTHEST_CLOSING_QUOTE) {
                    i = close;
                    c = text.charAt(i - 1);
                    if (".!?؟…".indexOf(c) < 0) {
                        i++;
                        continue;
                    }
                }
            }
            if (".!?؟…۔".indexOf(c) >= 0) {
                int after = i + 1;
                while (after < text.length() && ".!?؟…\"”»)’".indexOf(text.charAt(after)) >= 0) {
                    after++;
                }
                int next = after;
                while (next < text.length() && Folding.empty(text.charAt(next))) {
                    next++;
                }
                if (next > after && next < text.length() && opens(text.charAt(next)) && !shortForm(text, i)) {
                    ends.add(next);
                }
                i = Math.max(after, i + 1);
                continue;
            }
            i++;
        }
        return ends;
    }

    private static boolean opens(char c) {
        return !Character.isLowerCase(c) && !Character.isDigit(c) && ",،٬;؛".indexOf(c) < 0;
    }

    private boolean shortForm(String text, int stop) {
        if (text.charAt(stop) != '.') {
            return false;
        }
        int start = stop;
        while (start > 0 && Character.isLetter(text.charAt(start - 1)) && stop - start < 8) {
            start--;
        }
        String word = Folding.of(text.substring(start, stop));
        return word.length() == 1 || furniture.in("short-form", word);
    }

    private record Motto(String quoted, String rest) {}

    /** "تحت شعار “…” ينظم …": the motto with its quotation marks, and the sentence behind it. */
    private Optional<Motto> motto(String sentence) {
        String head = sentence.substring(0, Math.min(sentence.length(), 60));
        String folded = Folding.of(head);
        boolean led = furniture.phrases("motto").stream().anyMatch(lead -> folded.startsWith(lead + " "));
        for (int i = 0; led && i < head.length(); i++) {
            int mark = OPENING.indexOf(head.charAt(i));
            int close = mark < 0 ? -1 : sentence.indexOf(CLOSING.charAt(mark), i + 1);
            if (close > 0) {
                String rest = Folding.bare(sentence.substring(close + 1).replaceAll("^[\\s،,:–—-]+", ""));
                return rest.length() < CLAUSE
                        ? Optional.empty()
                        : Optional.of(new Motto(sentence.substring(i, close + 1), rest));
            }
        }
        return Optional.empty();
    }

    /** The longest run of three words or more in the sentence that the story uses again: most often the event's name. */
    private Optional<String> named(String sentence, List<String> texts) {
        String[] words =
                sentence.substring(0, Math.min(sentence.length(), 2_000)).split("\\s+");
        String story = String.join(" ", texts);
        String[] all = Folding.of(story.substring(0, Math.min(story.length(), STUDIED)))
                .split(" ");
        for (int length = 8; length >= 3; length--) {
            Map<String, Integer> seen = new HashMap<>();
            for (int i = 0; i + length <= all.length; i++) {
                seen.merge(String.join(" ", Arrays.asList(all).subList(i, i + length)), 1, Integer::sum);
            }
            for (int i = 0; i + length <= words.length; i++) {
                String run = String.join(" ", Arrays.asList(words).subList(i, i + length));
                boolean inner = run.matches(".*[،,.:;؛()\"“”«»].*");
                boolean loose = small(words[i]) || small(words[i + length - 1]);
                if (!inner && !loose && seen.getOrDefault(Folding.of(run), 0) > 1) {
                    return Optional.of(run);
                }
            }
        }
        return Optional.empty();
    }

    private boolean small(String word) {
        return furniture.in("dangling", Folding.of(word)) || word.length() < 2;
    }

    /** What was said, where the sentence opens by saying who said so: "قالت … إن", "X a déclaré que", "X said that". */
    private String reported(String sentence) {
        String head = sentence.substring(0, Math.min(sentence.length(), 260));
        Matcher words = Pattern.compile("[\\p{L}\\p{M}]+").matcher(head);
        int said = -1;
        for (int n = 0; words.find(); n++) {
            String word = Folding.of(words.group());
            if (said < 0 && furniture.in("says", word) && (!language.rightToLeft() || n < 2)) {
                said = n;
            } else if (said >= 0 && furniture.in("that", word) && (language.rightToLeft() || n - said < 9)) {
                String rest = Folding.bare(sentence.substring(words.end()).replaceFirst("^['’]", ""));
                return rest.length() >= CLAUSE ? rest : sentence;
            }
        }
        return sentence;
    }

    private String clause(String sentence) {
        int limit = cut(sentence, HEADLINE);
        for (int i = 1; i < limit; i++) {
            char c = sentence.charAt(i);
            boolean mark = "،٬,;؛:".indexOf(c) >= 0 && Folding.empty(sentence.charAt(i + 1));
            boolean dash = "–—".indexOf(c) >= 0 && Folding.empty(sentence.charAt(i - 1));
            if ((mark || dash) && Words.graphemes(sentence.substring(0, i)) >= CLAUSE && closed(sentence, i)) {
                return balanced(Folding.bare(sentence.substring(0, i)));
            }
        }
        String words =
                Words.shorten(sentence.substring(0, Math.min(sentence.length(), 8 * HEADLINE)), HEADLINE, language);
        String kept = words.endsWith("…") ? words.substring(0, words.length() - 1) : words;
        while (kept.indexOf(' ') > 0 && small(kept.substring(kept.lastIndexOf(' ') + 1))) {
            kept = Folding.bare(kept.substring(0, kept.lastIndexOf(' ')));
        }
        return balanced(kept) + "…";
    }

    private static int cut(String sentence, int graphemes) {
        int end = Math.min(sentence.length() - 1, 3 * graphemes);
        while (end > 1 && Words.graphemes(sentence.substring(0, end)) > graphemes) {
            end--;
        }
        return end;
    }

    private static boolean closed(String sentence, int end) {
        return balanced(sentence.substring(0, end)).equals(sentence.substring(0, end));
    }

    /** Without a quotation mark that has lost its partner. */
    private static String balanced(String text) {
        String kept = text;
        for (int i = 0; i < OPENING.length(); i++) {
            char open = OPENING.charAt(i);
            char close = CLOSING.charAt(i);
            if (open == '‘') {
                continue;
            }
            long opened = kept.chars().filter(c -> c == open).count();
            long closed = kept.chars().filter(c -> c == close).count();
            boolean odd = open == close ? opened % 2 == 1 : opened != closed;
            if (odd) {
                kept = kept.replace(String.valueOf(open), "").replace(String.valueOf(close), "");
            }
        }
        return Folding.bare(kept);
    }

    private String capital(String sentence) {
        int first = sentence.offsetByCodePoints(0, Math.min(1, sentence.length()));
        return sentence.substring(0, first).toUpperCase(language.locale()) + sentence.substring(first);
    }
}
