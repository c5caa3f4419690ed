package org.minbar.search;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The light stem of a normalised Arabic word, after Larkey, Ballesteros and Connell, "Light Stemming for Arabic
 * Information Retrieval" (2007), with one addition: an attached particle or pronoun is cut only where the archive's own
 * vocabulary knows the rest better than the whole. Without that guard وجدة becomes a girl's grandmother and بيروت loses
 * its first letter.
 */
final class ArabicStems {

    private static final List<String> ARTICLES =
            List.of("وبال", "وكال", "فبال", "ولل", "فلل", "وال", "بال", "كال", "فال", "لل", "ال");
    private static final List<String> PARTICLES = List.of("وب", "ول", "وك", "فب", "فل", "و", "ف", "ب", "ك", "ل");
    private static final List<String> PRONOUNS = List.of("هما", "كما", "هم", "هن", "كم", "كن", "نا", "ها", "ه", "ك");
    private static final List<String> ENDINGS = List.of("ها", "ات", "ان", "ون", "ين", "يه", "ه", "ي");

    /** Names and frequent words whose first or last letters look attached and aren't, normalised. */
    private static final Set<String> WHOLE = Set.of(
            "وجده",
            "وداد",
            "ورزازات",
            "وزير",
            "وزاره",
            "وزراء",
            "وزرا",
            "وكاله",
            "ولايه",
            "وطني",
            "وطنيه",
            "والي",
            "والد",
            "والده",
            "والدين",
            "واحد",
            "واحه",
            "واشنطن",
            "وسيط",
            "وساطه",
            "وليد",
            "بيروت",
            "باريس",
            "بركان",
            "بغداد",
            "برلمان",
            "بلديه",
            "فلسطين",
            "فرنسا",
            "فاس",
            "فكيك",
            "فيضان",
            "كرواتيا",
            "كوريا",
            "كلميم",
            "لبنان",
            "ليبيا",
            "لندن",
            "الله",
            "المانيا",
            "الان",
            "الذي",
            "التي",
            "الذين",
            "العاب",
            "الكترونيه",
            "الكتروني",
            "الف",
            "الاف",
            "سلطان",
            "رمضان",
            "عمان",
            "ايران",
            "السودان",
            "سودان",
            "اليونان",
            "يونان",
            "تطوان",
            "وهران",
            "الصين",
            "صين",
            "قانون",
            "تلفزيون",
            "مليون",
            "كانون",
            "ميدان",
            "لسان",
            "انسان",
            "مكان",
            "زمان",
            "عنوان",
            "ديوان",
            "اعلان",
            "لجان",
            "بيان",
            "كيان",
            "سكان",
            "اوان",
            "تمكين",
            "تكوين",
            "تامين",
            "قوانين",
            "عناوين",
            "ميادين",
            "موازين",
            "بساتين",
            "يقين",
            "جنين",
            "ياسين",
            "حسين");

    private final Vocabulary vocabulary;

    ArabicStems(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    String stem(String word) {
        return ArabicLetters.arabic(word) ? withoutEnding(withoutFront(word)) : word;
    }

    /** Without article and particles. */
    String withoutFront(String word) {
        if (WHOLE.contains(word) || !ArabicLetters.arabic(word)) {
            return word;
        }
        for (String article : ARTICLES) {
            if (word.startsWith(article) && word.length() >= article.length() + 2) {
                return withoutArticle(word, article);
            }
        }
        for (String particle : PARTICLES) {
            if (word.startsWith(particle)) {
                String rest = word.substring(particle.length());
                if (rest.length() >= 3 && attached(word, rest, particle)) {
                    return withoutFront(rest);
                }
            }
        }
        return word;
    }

    private String withoutArticle(String word, String article) {
        String rest = word.substring(article.length());
        String definite = "ال" + rest;
        if (WHOLE.contains(definite) || articleIsRadical(definite, rest)) {
            return definite;
        }
        if (article.equals("ال")) {
            return rest;
        }
        boolean contradicted = vocabulary.count(word) > 1.5 * (vocabulary.count(rest) + vocabulary.count(definite));
        return contradicted ? word : rest;
    }

    /** ل before an article gives لل; before a radical ال (المانيا) both letters stay. */
    private boolean articleIsRadical(String definite, String rest) {
        return vocabulary.count("ل" + definite) > 2 * vocabulary.count("لل" + rest);
    }

    private boolean attached(String word, String rest, String particle) {
        if (vocabulary.isEmpty()) {
            // Nothing to ask yet. و is by far the most frequent particle; any other guess harms more than it helps.
            return WHOLE.contains(rest) || (particle.equals("و") && rest.length() >= 4);
        }
        return WHOLE.contains(rest) || known(rest) > 1.5 * vocabulary.count(word);
    }

    /** A word alone or with the article. */
    private int known(String word) {
        return vocabulary.count(word) + vocabulary.count("ال" + word);
    }

    private String withoutEnding(String word) {
        if (WHOLE.contains(word) && !word.endsWith("ه") && !word.endsWith("ي")) {
            return word;
        }
        String stem = withoutDual(withoutPronoun(word));
        for (String ending : ENDINGS) {
            if (stem.endsWith(ending) && stem.length() >= ending.length() + 2 && !WHOLE.contains(stem)) {
                stem = stem.substring(0, stem.length() - ending.length());
            }
        }
        return stem;
    }

    private String withoutPronoun(String word) {
        for (String pronoun : PRONOUNS) {
            if (word.endsWith(pronoun) && word.length() >= pronoun.length() + 3) {
                String rest = word.substring(0, word.length() - pronoun.length());
                if (rest.endsWith("ت")) {
                    String feminine = rest.substring(0, rest.length() - 1) + "ه";
                    if (known(feminine) > 1.5 * vocabulary.count(word)) {
                        return feminine;
                    }
                }
                if (pronoun.length() > 1 && known(rest) > 1.5 * vocabulary.count(word)) {
                    return rest;
                }
            }
        }
        if (word.endsWith("ا") && word.length() >= 4) {
            String rest = word.substring(0, word.length() - 1);
            if (known(rest) > 1.5 * vocabulary.count(word)) {
                return rest;
            }
        }
        return word;
    }

    /** ورشتين is two of ورشة. */
    private String withoutDual(String word) {
        if ((word.endsWith("تين") || word.endsWith("تان")) && word.length() >= 6) {
            String feminine = word.substring(0, word.length() - 3) + "ه";
            if (vocabulary.isEmpty() || known(feminine) > 1.5 * vocabulary.count(word)) {
                return feminine;
            }
        }
        return word;
    }

    /** Cuts the front of each word, and its ending too when asked. */
    static final class Filter extends TokenFilter {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final ArabicStems stems;
        private final boolean ending;

        Filter(TokenStream input, ArabicStems stems, boolean ending) {
            super(input);
            this.stems = stems;
            this.ending = ending;
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            String word = term.toString();
            String cut = ending ? stems.stem(word) : stems.withoutFront(word);
            if (cut.length() != word.length()) {
                term.setEmpty().append(cut);
            }
            return true;
        }
    }
}
