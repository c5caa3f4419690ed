package org.minbar.text;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that a newsroom knows, such as it has gathered from its archive and its lists of names: with them the copy desk
 * finds words that were glued together. Vowel signs and tatweels don't count.
 */
public final class Lexicon {

    public static final Lexicon EMPTY = new Lexicon(Set.of());

    private static final Pattern WORD = Pattern.compile("[\\p{IsArabic}&&[\\p{L}\\p{M}]]+");
    private static final Pattern SIGNS = Pattern.compile("[\\p{M}\u0640]+");

    /** A particle that is written with its word. */
    private static final String LEANING = "وفبلك";

    private static final int LEAST_FIRST = 2;
    private static final int LEAST_SECOND = 3;

    private final Set<String> words;

    private Lexicon(Set<String> words) {
        this.words = words;
    }

    /** @param texts words, names or whole texts; of each, every Arabic word is taken */
    public static Lexicon of(Collection<String> texts) {
        return EMPTY.with(texts.stream());
    }

    Lexicon with(Stream<String> texts) {
        Set<String> more = new HashSet<>(words);
        texts.flatMap(text -> WORD.matcher(text).results()).forEach(match -> more.add(bare(match.group())));
        return new Lexicon(more);
    }

    public boolean knows(String word) {
        return words.contains(bare(word));
    }

    /** Two words that stand in one another's way. */
    record Split(int place, boolean certain) {}

    /**
     * Where a word falls into two that are known, if it does at one place only and is not known itself. A ta marbuta ends
     * its word (Unicode calls it a letter that joins on one side only), so an article behind it begins another, known or
     * not; where both are known as well, it is certain.
     *
     * @param around what else the text says: its words are taken for known, except this one
     */
    Optional<Split> split(String word, Lexicon around) {
        if (knowsWithParticle(word)) {
            return Optional.empty();
        }
        int marbuta = word.indexOf("ةال");
        if (marbuta > 0 && marbuta + 1 + LEAST_SECOND < word.length()) {
            int place = marbuta + 1;
            boolean certain =
                    eitherKnows(word.substring(0, place), around) && eitherKnows(word.substring(place), around);
            return Optional.of(new Split(place, certain));
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> places = Stream.iterate(LEAST_FIRST, i -> i <= word.length() - LEAST_SECOND, i -> i + 1)
                .filter(i -> !Letters.sign(word.charAt(i)))
                .filter(i -> eitherKnows(word.substring(0, i), around) && secondKnown(word.substring(i), around))
                .toList();
        return places.size() == 1 ? Optional.of(new Split(places.get(0), false)) : Optional.empty();
    }

    private boolean eitherKnows(String word, Lexicon around) {
        return knowsWithParticle(word) || around.knowsWithParticle(word);
    }

    private boolean secondKnown(String word, Lexicon around) {
        String bare = word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word;
        return knows(word) || around.knows(word) || knows(bare) || around.knows(bare);
    }

    private boolean knowsWithParticle(String word) {
        String rest = word.length() > 3 && LEANING.indexOf(word.charAt(0)) >= 0 ? word.substring(1) : word;
        return knows(word)
                || knows(rest)
                || rest.startsWith("ال") && rest.length() > 4 && knows(rest.substring(2))
                || word.startsWith("لل")
                        && word.length() > 4
                        && (knows(word.substring(2)) || knows("ال" + word.substring(2)));
    }

    private static String bare(String word) {
        return SIGNS.matcher(word).replaceAll("");
    }
}
