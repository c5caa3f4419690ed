package org.minbar.language;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of another script in Latin letters that a reader can say: for addresses and file names, not for scholars and not
 * back again. Arabic goes by a table of our own, since the transforms of CLDR write only what is written, and Arabic
 * doesn't write its short vowels: مغرب would become {@code mghrb}. Tifinagh goes
 * letter by letter, every other script by CLDR's {@code Any-Latin}.
 *
 * <p>What the table can and can't do: a short vowel that is marked is kept, one that isn't is guessed as {@code a},
 * wherever syllables of the form consonant-vowel(-consonant) need one ({@code maghrab}, {@code mahrajan}). That is often
 * not the vowel of the word, and doubled letters without a mark stay single. The article is parted off ({@code al-}) and
 * keeps its l before sun letters; ع is only ever an {@code a}; emphatic letters are written as their plain sisters. The
 * spelling is that of the Maghreb ({@code ch}, {@code ou}) where the language's region lies there, else {@code sh} and {@code u}.
 * A name with a spelling of its own (الصويرة, Essaouira) belongs in the newsroom's lexicon.
 */
public final class Transliteration {

    private static final Transliterator ANY_LATIN = Transliterator.getInstance("Any-Latin");
    private static final Pattern ARABIC_WORD = Pattern.compile("[\\p{IsArabic}\\p{Mn}&&[\\p{L}\\p{Mn}\u0640]]+");
    private static final Pattern FOREIGN_LETTER = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]");
    private static final Set<String> MAGHREB = Set.of("MA", "DZ", "TN", "MR");

    private static final Map<Character, String> TIFINAGH = Map.ofEntries(
            Map.entry('ⴰ', "a"),
            Map.entry('ⴱ', "b"),
            Map.entry('ⴳ', "g"),
            Map.entry('ⴷ', "d"),
            Map.entry('ⴹ', "d"),
            Map.entry('ⴻ', "e"),
            Map.entry('ⴼ', "f"),
            Map.entry('ⴽ', "k"),
            Map.entry('ⵀ', "h"),
            Map.entry('ⵃ', "h"),
            Map.entry('ⵄ', "a"),
            Map.entry('ⵅ', "kh"),
            Map.entry('ⵇ', "q"),
            Map.entry('ⵉ', "i"),
            Map.entry('ⵊ', "j"),
            Map.entry('ⵍ', "l"),
            Map.entry('ⵎ', "m"),
            Map.entry('ⵏ', "n"),
            Map.entry('ⵓ', "u"),
            Map.entry('ⵔ', "r"),
            Map.entry('ⵕ', "r"),
            Map.entry('ⵖ', "gh"),
            Map.entry('ⵙ', "s"),
            Map.entry('ⵚ', "s"),
            Map.entry('ⵛ', "sh"),
            Map.entry('ⵜ', "t"),
            Map.entry('ⵟ', "t"),
            Map.entry('ⵡ', "w"),
            Map.entry('ⵢ', "y"),
            Map.entry('ⵣ', "z"),
            Map.entry('ⵥ', "z"),
            Map.entry('ⵯ', "w"));

    private Transliteration() {}

    /** The text in Latin letters; Latin text stays as it is, accents and all. Digits become 0-9. */
    public static String latin(String text, Language language) {
        boolean maghreb = MAGHREB.contains(language.locale().getCountry());
        String composed = Digits.latin(Normalizer2.getNFKCInstance().normalize(Isolation.stripControls(text)));
        String latin = ARABIC_WORD
                .matcher(composed)
                .replaceAll(word -> Matcher.quoteReplacement(
                        isArabic(word.group()) ? new ArabicWord(word.group(), maghreb).latin() : word.group()))
                .replace("، ", ", ")
                .replace('،', ',')
                .replace('؛', ';')
                .replace('؟', '?');
        if (!FOREIGN_LETTER.matcher(latin).find()) {
            return latin;
        }
        return ANY_LATIN.transliterate(amazigh(latin, maghreb));
    }

    /** Tifinagh, which CLDR has no transform for, writes its vowels: a letter for a letter. */
    private static String amazigh(String text, boolean maghreb) {
        StringBuilder latin = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            String known = TIFINAGH.get(letter);
            if (known == null) {
                latin.append(letter);
            } else {
                latin.append(maghreb ? maghrebi(known) : known);
            }
        }
        return latin.toString();
    }

    private static String maghrebi(String latin) {
        return latin.replace("sh", "ch").replace("u", "ou");
    }

    private static boolean isArabic(String word) {
        return word.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
    }

    /** One word on its way: parted into consonants and vowels, then given the vowels that it lacks. */
    private static final class ArabicWord {

        private static final Map<Character, String> CONSONANTS = Map.ofEntries(
                Map.entry('ب', "b"),
                Map.entry('ت', "t"),
                Map.entry('ث', "th"),
                Map.entry('ج', "j"),
                Map.entry('ح', "h"),
                Map.entry('خ', "kh"),
                Map.entry('د', "d"),
                Map.entry('ذ', "dh"),
                Map.entry('ر', "r"),
                Map.entry('ز', "z"),
                Map.entry('س', "s"),
                Map.entry('ش', "sh"),
                Map.entry('ص', "s"),
                Map.entry('ض', "d"),
                Map.entry('ط', "t"),
                Map.entry('ظ', "z"),
                Map.entry('غ', "gh"),
                Map.entry('ف', "f"),
                Map.entry('ق', "q"),
                Map.entry('ك', "k"),
                Map.entry('ل', "l"),
                Map.entry('م', "m"),
                Map.entry('ن', "n"),
                Map.entry('ه', "h"),
                Map.entry('و', "w"),
                Map.entry('ي', "y"),
                // Letters that Arabic borrows for foreign names, the Moroccan g among them.
                Map.entry('ڭ', "g"),
                Map.entry('گ', "g"),
                Map.entry('ڤ', "v"),
                Map.entry('پ', "p"),
                Map.entry('چ', "tch"),
                Map.entry('ژ', "j"),
                Map.entry('ک', "k"),
                Map.entry('ی', "y"));

        /** Marked vowels; the three with an n close a word. */
        private static final Map<Character, String> MARKS = Map.of(
                '\u064E', "a", '\u064F', "u", '\u0650', "i", '\u064B', "an", '\u064C', "un", '\u064D', "in", '\u0670',
                "a");

        private static final char SHADDA = '\u0651';

        /** Words so short and so frequent that a wrong vowel would show in every second headline. */
        private static final Map<String, String> LITTLE_WORDS = Map.ofEntries(
                Map.entry("من", "min"),
                Map.entry("عن", "an"),
                Map.entry("مع", "maa"),
                Map.entry("بن", "ben"),
                Map.entry("ابن", "ibn"),
                Map.entry("الله", "allah"),
                Map.entry("محمد", "mohamed"),
                Map.entry("عبد", "abd"),
                Map.entry("هو", "huwa"),
                Map.entry("هي", "hiya"),
                Map.entry("كل", "kul"),
                Map.entry("بعد", "baad"),
                Map.entry("قبل", "qabl"),
                Map.entry("أول", "awal"));

        /** What stands before the root, and how it is written. The longer first. */
        private static final List<Map.Entry<String, String>> ARTICLES = List.of(
                Map.entry("وال", "wal-"),
                Map.entry("بال", "bil-"),
                Map.entry("فال", "fal-"),
                Map.entry("ولل", "walil-"),
                Map.entry("ال", "al-"),
                Map.entry("لل", "lil-"));

        private static final String VOWEL_LETTERS = "اأآىةوي";

        private final String word;
        private final boolean maghreb;

        ArabicWord(String word, boolean maghreb) {
            // Normalised text has the vowel before the doubling, though it is said after it.
            this.word = word.replace("\u0640", "").replaceAll("([\u064B-\u0650])\u0651", "\u0651$1");
            this.maghreb = maghreb;
        }

        String latin() {
            String little = LITTLE_WORDS.get(word);
            if (little != null) {
                return little;
            }
            Optional<Map.Entry<String, String>> article = ARTICLES.stream()
                    .filter(known -> word.startsWith(known.getKey())
                            && word.length() >= known.getKey().length() + 3)
                    .findFirst();
            String root = article.map(found -> word.substring(found.getKey().length()))
                    .orElse(word);
            String latin = article.map(Map.Entry::getValue).orElse("") + voiced(sounds(root));
            return maghreb ? maghrebi(latin) : latin;
        }

        /** A sound of the word as it is written. */
        private record Sound(String letters, boolean vowel) {}

        private static List<Sound> sounds(String root) {
            List<Sound> sounds = new ArrayList<>();
            for (int i = 0; i < root.length(); i++) {
                char letter = root.charAt(i);
                char next = i + 1 < root.length() ? root.charAt(i + 1) : ' ';
                boolean vowelNext = VOWEL_LETTERS.indexOf(next) >= 0;
                char last = i > 0 ? root.charAt(i - 1) : ' ';
                boolean afterVowel =
                        !sounds.isEmpty() && sounds.get(sounds.size() - 1).vowel();
                String mark = MARKS.get(letter);
                if (mark != null) {
                    // A long vowel's letter repeats its mark, as in نُور.
                    boolean repeated = (mark.equals("u") && next == 'و')
                            || (mark.equals("i") && next == 'ي')
                            || (mark.equals("a") && (next == 'ا' || next == 'ى'));
                    if (!repeated) {
                        sounds.add(new Sound(mark, true));
                    }
                } else if (letter == SHADDA && !sounds.isEmpty() && !afterVowel) {
                    String single = sounds.remove(sounds.size() - 1).letters();
                    sounds.add(new Sound(single + single, false));
                } else {
                    sound(letter, last, next, vowelNext, afterVowel, sounds);
                }
            }
            return sounds;
        }

        private static void sound(
                char letter, char last, char next, boolean vowelNext, boolean afterVowel, List<Sound> sounds) {
            switch (letter) {
                case 'ا', 'أ', 'آ', 'ٱ', 'ى', 'ة' -> sounds.add(new Sound("a", true));
                case 'إ' -> sounds.add(new Sound("i", true));
                case 'ع' -> {
                    if (!afterVowel && next != 'ا') {
                        sounds.add(new Sound("a", true));
                    }
                }
                case 'ؤ', 'ئ' ->
                    sounds.add(vowelNext ? new Sound("", false) : new Sound(letter == 'ؤ' ? "u" : "i", true));
                case 'و', 'ي' -> {
                    boolean consonant = vowelNext || sounds.isEmpty() || next == SHADDA || MARKS.containsKey(next);
                    boolean glide = !consonant && afterVowel;
                    if (consonant || glide) {
                        // A glide closes its syllable, as in عين, unless a long ا went before, as in تعاون.
                        sounds.add(new Sound(letter == 'و' ? "w" : "y", glide && last != 'ا'));
                    } else {
                        sounds.add(new Sound(letter == 'و' ? "u" : "i", true));
                    }
                }
                default -> {
                    String consonant = CONSONANTS.get(letter);
                    if (consonant != null) {
                        sounds.add(new Sound(consonant, false));
                    } else if (Character.isLetter(letter) && letter != 'ء') {
                        sounds.add(new Sound(String.valueOf(letter), false));
                    }
                }
            }
        }

        private static String voiced(List<Sound> sounds) {
            StringBuilder latin = new StringBuilder();
            List<String> run = new ArrayList<>();
            for (Sound sound : sounds) {
                if (sound.vowel()) {
                    latin.append(before(run, latin.isEmpty())).append(sound.letters());
                    run.clear();
                } else {
                    run.add(sound.letters());
                }
            }
            if (run.size() > 1) {
                String last = run.remove(run.size() - 1);
                return latin.append(before(run, latin.isEmpty()))
                        .append('a')
                        .append(last)
                        .toString();
            }
            return latin.append(String.join("", run)).toString();
        }

        /** The consonants before a vowel: no more than one closes a syllable and one opens the next. */
        private static String before(List<String> consonants, boolean atStart) {
            int at = 0;
            StringBuilder run = new StringBuilder();
            if (atStart && consonants.size() > 1) {
                run.append(consonants.get(at++)).append('a');
            }
            while (consonants.size() - at > 2) {
                run.append(consonants.get(at++)).append(consonants.get(at++)).append('a');
            }
            while (at < consonants.size()) {
                run.append(consonants.get(at++));
            }
            return run.toString();
        }
    }
}
