package org.minbar.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The readable end of an address: letters, their marks and digits in words joined by hyphens; at most 80 code points;
 * never empty.
 */
public record Slug(String value) {

    private static final int LONGEST = 80;
    private static final String NOTHING_LEFT = "n";
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(-[\\p{L}\\p{M}\\p{N}]+)*");
    /** Decomposed, and with marks that fall away, a slug is longer; nothing is. */
    private static final Pattern GIVEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Cf}-]{1,400}");

    private static final Pattern LONE_MARKS = Pattern.compile("^\\p{M}+");
    private static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII");

    /** What stands below every story's number beside its slug, and so can be no slug itself. */
    private static final Set<String> TAKEN = Set.of("readings", "stream");

    /** @throws Refusal {@code MALFORMED}, {@code malformed-slug}, when that is no slug */
    public Slug {
        if (TAKEN.contains(value)) value += "-1";
        if (value.codePointCount(0, value.length()) > LONGEST
                || !SHAPE.matcher(value).matches()) {
            throw new Refusal(Refusal.Reason.MALFORMED, "malformed-slug", Map.of("slug", value), "slug");
        }
    }

    /** In the script of the headline: {@code مهرجان-ورزازات-2024}, {@code l-été-à-fès}. */
    public static Slug of(String headline, Language language) {
        return new Slug(joined(words(headline, language)));
    }

    /** A name's, the same whatever language the page is in: {@code أمينة-الوزاني}, {@code jean-o-connor}. */
    public static Slug named(String name) {
        return new Slug(joined(words(name, ULocale.ROOT)));
    }

    /**
     * As it stands in an address that somebody kept, typed or composed otherwise: NFC, lower case, without the marks that
     * no slug has. Empty where it can't be one.
     */
    public static Optional<Slug> read(String given) {
        if (!GIVEN.matcher(given).matches()) return Optional.empty();
        String plain = plain(given, ULocale.ROOT);
        return plain.codePointCount(0, plain.length()) <= LONGEST
                        && SHAPE.matcher(plain).matches()
                ? Optional.of(new Slug(plain))
                : Optional.empty();
    }

    /** In ASCII only: {@code mahrajan-warzazat-2024}, {@code l-ete-a-fes}. */
    public static Slug transliterated(String headline, Language language) {
        String ascii =
                ASCII.transliterate(Transliteration.latin(headline, language)).replaceAll("[^\\p{ASCII}]", "");
        return new Slug(joined(words(ascii, language)));
    }

    @Override
    public String toString() {
        return value;
    }

    private static List<String> words(String headline, Language language) {
        return words(headline, language.icu());
    }

    private static List<String> words(String headline, ULocale locale) {
        String text = plain(headline, locale);
        BreakIterator breaks = BreakIterator.getWordInstance(locale);
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        for (int start = breaks.first(), end = breaks.next();
                end != BreakIterator.DONE;
                start = end, end = breaks.next()) {
            for (String run : text.substring(start, end).split("[^\\p{L}\\p{M}\\p{N}]+")) {
                // A mark without its letter would cling to the hyphen.
                String word = LONE_MARKS.matcher(run).replaceFirst("");
                if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    private static String plain(String text, ULocale locale) {
        Normalizer2 composed = Normalizer2.getNFCInstance();
        return Digits.latin(unmarked(composed.normalize(UCharacter.toLowerCase(locale, composed.normalize(text)))));
    }

    /** Without tatweel, controls, and marks that are no part of a letter: vowel signs are, in some scripts. */
    private static String unmarked(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c != '\u0640' && Character.getType(c) != Character.FORMAT)
                .filter(c -> Character.getType(c) != Character.ENCLOSING_MARK)
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK
                        || (UnicodeScript.of(c) != UnicodeScript.INHERITED
                                && UnicodeScript.of(c) != UnicodeScript.ARABIC))
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static String joined(List<String> words) {
        StringBuilder slug = new StringBuilder();
        for (String word : words) {
            int length = slug.codePointCount(0, slug.length())
                    + (slug.isEmpty() ? 0 : 1)
                    + word.codePointCount(0, word.length());
            if (length > LONGEST) {
                break;
            }
            slug.append(slug.isEmpty() ? "" : "-").append(word);
        }
        if (slug.isEmpty() && !words.isEmpty()) {
            return beginning(words.get(0));
        }
        return slug.isEmpty() ? NOTHING_LEFT : slug.toString();
    }

    private static String beginning(String word) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(word);
        int longest = word.offsetByCodePoints(0, LONGEST);
        int end = characters.isBoundary(longest) ? longest : characters.preceding(longest);
        return word.substring(0, end > 0 ? end : longest);
    }
}
