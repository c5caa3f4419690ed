package org.minbar.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Text by its words and by the characters that a reader sees (UAX #29). */
public final class Words {

    private static final String ELLIPSIS = "…";

    private static final int MOST_WANTED = 6;

    // Alef with its marks, alef maksura, teh marbuta, the seats of hamza: people type what is quickest.
    private static final String FROM = "أإآٱىةؤئ’";
    private static final String TO = "اااايهوي'";

    private Words() {}

    /**
     * The items as a sentence lists them: {@code A, B and C}, {@code أ وب}. An item that runs against the direction of
     * the language is isolated, or the comma next to it would be drawn into it.
     */
    public static String list(List<String> items, Language language) {
        return ListFormatter.getInstance(language.icu())
                .format(items.stream()
                        .map(item -> Isolation.isolateForeign(item, language))
                        .toList());
    }

    /** What was typed into a search of the desk, as folded words to be found anywhere in any order; at most six. */
    public static List<String> wanted(String typed) {
        return Arrays.stream(folded(typed).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WANTED)
                .toList();
    }

    /** Lower case, without accents, vowel marks and tatweel, the spellings of alef, yeh and teh marbuta as one. */
    public static String folded(String text) {
        // Decomposed, so that é is e and a mark; but a hamza must stay on its letter until that is replaced.
        StringBuilder folded = new StringBuilder();
        for (char c : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            int at = FROM.indexOf(c);
            folded.append(at < 0 ? c : TO.charAt(at));
        }
        return Digits.latin(Normalizer.normalize(folded, Normalizer.Form.NFD)
                .replaceAll("[\\p{Mn}\u0640]", "")
                .toLowerCase(Locale.ROOT));
    }

    /** A word as part of a SQL pattern whose escape character is {@code !}. */
    public static String pattern(String word) {
        return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** How many characters a reader sees: a letter with its marks is one; bidirectional controls are none. */
    public static int graphemes(String text) {
        BreakIterator characters = characters(Isolation.stripControls(text));
        int count = 0;
        while (characters.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    /**
     * The text if it has no more than {@code maxGraphemes}, else its beginning up to the end of a word and {@code …},
     * together no more than that. Where not even one word fits, the word is cut between two graphemes. Isolates that the
     * cut would leave open are closed.
     *
     * @param maxGraphemes at least 1
     */
    public static String shorten(String text, int maxGraphemes, Language language) {
        if (maxGraphemes < 1) {
            throw new IllegalArgumentException("nothing fits into " + maxGraphemes + " characters");
        }
        if (graphemes(text) <= maxGraphemes) {
            return Isolation.balance(text);
        }
        int limit = offset(text, maxGraphemes - 1);
        BreakIterator words = BreakIterator.getWordInstance(language.icu());
        words.setText(text);
        int cut = trimmed(text, words.isBoundary(limit) ? limit : words.preceding(limit));
        return Isolation.balance(text.substring(0, cut > 0 ? cut : limit)) + ELLIPSIS;
    }

    /** Where the grapheme of that number ends. */
    static int offset(String text, int graphemes) {
        BreakIterator characters = characters(text);
        int seen = 0;
        int end = 0;
        for (int next = characters.next(); next != BreakIterator.DONE && seen < graphemes; next = characters.next()) {
            if (!Isolation.isControl(text.codePointAt(end))) {
                seen++;
            }
            end = next;
        }
        return end;
    }

    /** Back over spaces and punctuation, which would stand oddly before an ellipsis; grapheme by grapheme. */
    private static int trimmed(String text, int end) {
        BreakIterator characters = characters(text);
        int at = end;
        while (at > 0) {
            int before = characters.preceding(at);
            if (!trailing(text.codePointAt(before))) {
                break;
            }
            at = before;
        }
        return at;
    }

    private static boolean trailing(int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Isolation.isControl(c)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.START_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION -> true;
            case Character.OTHER_PUNCTUATION -> c != '%' && c != '٪';
            default -> false;
        };
    }

    private static BreakIterator characters(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text);
        return characters;
    }
}
