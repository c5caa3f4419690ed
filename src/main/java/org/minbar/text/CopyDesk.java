package org.minbar.text;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts typography right and leaves wording alone: punctuation, spaces, quotation marks, what cannot be seen. No letter of a
 * word ever changes, except that Arabic presentation forms become the letters they stand for; addresses, e-mail and code are
 * never touched; what has two readings stays as it is. Text that has been here once comes back unchanged.
 *
 * <p>Arabic follows the layout requirements of the W3C for Arabic script (alreq), French the usage of the Imprimerie
 * nationale with one width of no-break space, English curly quotation marks.
 */
public final class CopyDesk {

    /** The rules settle within two or three rounds; this only guards against two that never agree. */
    private static final int MOST_ROUNDS = 8;

    private static final String SPACE = "[ \\u00A0\\u2009\\u202F]";
    private static final String EDGE = "(?:[\\s\\u00A0\\u202F]|$)";

    /** An Arabic letter; a letter with the signs that may sit on it. */
    private static final String ARABIC = "[[\\p{IsArabic}&&\\p{L}]\\u0640]";

    private static final String WRITTEN = "[[\\p{IsArabic}&&\\p{L}]\\u0640\\p{Mn}]";

    private static final Pattern ADDRESS = Pattern.compile(String.join(
            "|",
            "(?:https?://|www\\.)[^\\s«»\"“”<>،؛؟]+",
            "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]++@[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)+",
            "(?<![A-Za-z0-9_-])[A-Za-z0-9_-]++(?:\\.[A-Za-z0-9_-]++)++(?:/[^\\s«»\"“”<>،؛؟]*)?",
            "(?<!\\S)[@#][\\p{L}\\p{N}_]+",
            "`[^`\\n]+`"));

    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.,;:!?)\\]'’…]+$");

    private static final List<CopyRule> EVERYWHERE = List.of(
            CopyRule.of(
                    "hidden-characters",
                    "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u00AD\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060"
                            + "\\u2066-\\u2069\\uFEFF]|(?<![\\p{L}\\p{M}])\\u200C|\\u200C(?![\\p{L}\\p{M}])|(?<=^|\\s)\\u200D",
                    ""),
            CopyRule.of("spaces", SPACE + "{2,}", " "),
            CopyRule.of("ellipsis", "\\.{3,}|…[.…]+", "…"));

    private static final List<CopyRule> ARABIC_RULES = List.of(
            CopyRule.of(
                    "presentation-forms",
                    "[\\uFB50-\\uFBB1\\uFBD3-\\uFC5D\\uFC64-\\uFD3D\\uFD50-\\uFDC7\\uFE80-\\uFEFC]+",
                    match -> Normalizer.normalize(match.group(), Normalizer.Form.NFKC)),
            CopyRule.of("tatweel", "\\u0640{3,}", ""),
            CopyRule.of("thousands-mark", "(?<!\\p{Nd})\\u066C|\\u066C(?!\\p{Nd})", "،"),
            CopyRule.of(
                    "arabic-punctuation",
                    "(?<=" + WRITTEN + "[»”’)\\]…]{0,2} {0,3})[,;](?= {0,3}[«“‘(\\[]{0,2}(?:" + ARABIC + "|\\p{Nd}|$))"
                            + "|(?<=\\p{Nd}[%٪)]?)[,;](?= {1,3}[«“‘(\\[]{0,2}" + ARABIC + ")"
                            + "|(?<=" + WRITTEN + "[»”’)\\]…؟!]{0,2} {0,3})\\?(?![\\w=&/])",
                    match -> switch (match.group()) {
                        case "," -> "،";
                        case ";" -> "؛";
                        default -> "؟";
                    }),
            Quotation.doubles("«", "»", holds(ARABIC)),
            Quotation.singles("«", "»", holds(ARABIC)),
            CopyRule.of(
                    "space-inside",
                    "(?<=[«(\\[])" + SPACE + "+(?=[^\\s)\\]»])|(?<=[^\\s«(\\[])" + SPACE + "+(?=[»)\\]])",
                    ""),
            CopyRule.of(
                    "space-before",
                    "(?<=[^\\s\\u00A0\\u2009\\u202F])" + SPACE + "+(?=[،؛؟])"
                            + "|(?<=" + WRITTEN + "|[»”’)\\]%٪…\\p{Nd}])" + SPACE
                            + "+(?=!|\\.(?![.\\w\\p{L}\\p{Nd}]))"
                            + "|(?<=" + WRITTEN + "|[»”’)\\]%٪…])" + SPACE + "+(?=:(?![)(/-]))"
                            + "|(?<=\\p{Nd})" + SPACE + "+(?=:(?![)(/-]| ?\\p{Nd}))",
                    ""),
            CopyRule.of(
                    "space-after",
                    "(?<=[،؛؟])(?=[\\p{L}«(\\[‘“])|(?<=[^\\p{Nd}][،؛])(?=\\p{Nd})"
                            + "|(?<=(?:" + WRITTEN + "|[»)])[!:])(?=" + ARABIC + "|«)"
                            + "|(?<=" + ARABIC + WRITTEN + "\\.)(?=" + ARABIC + WRITTEN + ")"
                            + "|(?<=»)(?=" + ARABIC + ")",
                    " "),
            CopyRule.of(
                    "detached-waw",
                    "(?<=(?:^|[\\s\\u00A0«(\\[،؛:.…»])و)" + SPACE + "+(?=«?" + ARABIC + WRITTEN + ")",
                    ""),
            CopyRule.of("date-stop", dateStop(), ""),
            CopyRule.of("glued-time", "(?<=(?<![\\p{Nd}:.])\\p{Nd}{1,2}:[0-5٠-٥]\\p{Nd})(?=" + ARABIC + "|«)", " "));

    private static final List<CopyRule> FRENCH_RULES = List.of(
            CopyRule.of("apostrophe", "(?<=\\p{IsLatin})['‘´](?=\\p{IsLatin}|[«\"“])", "’"),
            Quotation.doubles("«\u00A0", "\u00A0»", holds("[\\p{IsLatin}\\p{Nd}]")),
            CopyRule.of(
                    "space-inside",
                    "(?<=[(\\[])" + SPACE + "+(?=[^\\s)\\]])|(?<=[^\\s(\\[«])" + SPACE + "+(?=[)\\]])",
                    ""),
            CopyRule.of("space-before", "(?<=[\\p{IsLatin}\\p{Nd}»)\\]”’])" + SPACE + "+(?=[,.]" + EDGE + ")", ""),
            CopyRule.of(
                    "no-break-space",
                    "(?<=[^\\s\\u00A0\\u2009\\u202F«(\\[])" + SPACE + "+(?=[!?»]|[:;](?:" + EDGE + "|[«\"“”»]))"
                            + "|(?<=«)" + SPACE + "+(?=[^\\s\\u00A0\\u2009\\u202F»)\\]])"
                            + "|(?<=[\\p{IsLatin}\\p{Nd})\\]%’”»…])(?=[!?](?:" + EDGE + "|[!?…»”\")\\]])|[:;](?:" + EDGE
                            + "|[«“»]))"
                            + "|(?<=[^\\s\\u00A0\\u2009\\u202F«(\\[])(?=»)|(?<=«)(?=[^\\s\\u00A0\\u2009\\u202F»)\\]])",
                    "\u00A0"));

    private static final List<CopyRule> ENGLISH_RULES = List.of(
            Quotation.doubles("“", "”", holds("[\\p{L}\\p{Nd}]")),
            Quotation.singles("‘", "’", holds("[\\p{L}\\p{Nd}]")),
            CopyRule.of(
                    "apostrophe",
                    "(?<=[\\p{IsLatin}\\p{Nd}])['‘´](?=\\p{IsLatin})|(?<=s)'(?=[\\s,.;:!?]|$)"
                            + "|(?<![\\p{L}\\p{N}])['‘](?=\\p{Nd}0s\\b)",
                    "’"),
            CopyRule.of(
                    "space-inside",
                    "(?<=[(\\[])" + SPACE + "+(?=[^\\s)\\]])|(?<=[^\\s(\\[])" + SPACE + "+(?=[)\\]])",
                    ""),
            CopyRule.of(
                    "space-before", "(?<=[\\p{IsLatin}\\p{Nd})\\]”’\"])" + SPACE + "+(?=[,.;:!?]" + EDGE + ")", ""));

    private CopyDesk() {}

    /** The names of all rules, in the order in which they work. */
    public static List<String> rules() {
        return Stream.of(EVERYWHERE, ARABIC_RULES, FRENCH_RULES, ENGLISH_RULES)
                .flatMap(List::stream)
                .map(CopyRule::name)
                .distinct()
                .toList();
    }

    /**
     * @param text plain text; between backticks it is code
     * @param lang the language of the text as a BCP 47 tag; one that has no rules of its own gets those of every language
     */
    public static Mended mend(String text, String lang) {
        return mend(new Galley(text), new BitSet(), lang);
    }

    /** Mends every wording of a body where it stands, in its own language where it names one, and keeps marks and links. */
    public static MendedBody mend(Body body, String lang) {
        List<Mended> wordings = new ArrayList<>();
        List<Block> blocks = body.blocks().stream()
                .map(block -> block.reworded(wording -> mend(wording, lang, wordings)))
                .toList();
        return new MendedBody(new Body(blocks), wordings);
    }

    private static Wording mend(Wording wording, String lang, List<Mended> all) {
        Galley galley = new Galley(wording.text());
        Mended mended = mend(galley, code(wording), language(wording, lang));
        Wording recast = wording.recast(galley);
        // A wording that was nothing but what the desk takes out is left to its editor.
        boolean kept = recast.isEmpty();
        all.add(kept ? new Mended(wording.text(), List.of()) : mended);
        return kept ? wording : recast;
    }

    /** The language of all its words, where they name one and the same. */
    static String language(Wording wording, String lang) {
        List<String> languages = wording.runs().stream()
                .map(run -> run.style().lang())
                .distinct()
                .toList();
        return languages.size() == 1 && !languages.get(0).isEmpty() ? languages.get(0) : lang;
    }

    static BitSet code(Wording wording) {
        BitSet code = new BitSet();
        int place = 0;
        for (Run run : wording.runs()) {
            if (run.style().marks().contains(Mark.CODE)) {
                code.set(place, place + run.text().length());
            }
            place += run.text().length();
        }
        return code;
    }

    private static Mended mend(Galley galley, BitSet code, String lang) {
        return mend(galley, code, lang, new Trail());
    }

    /** @param trail is told what changes, in terms of what was handed in */
    static Mended mend(Galley galley, BitSet code, String lang, Trail trail) {
        List<CopyRule> rules = rules(lang);
        List<Mend> mends = new ArrayList<>();
        BitSet untouchable = untouchable(galley, code);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int before = mends.size();
            for (CopyRule rule : rules) {
                if (apply(rule, galley, untouchable, mends, trail)) {
                    untouchable = untouchable(galley, code);
                }
            }
            if (mends.size() == before) {
                break;
            }
        }
        return new Mended(galley.text(), mends);
    }

    private static List<CopyRule> rules(String lang) {
        List<CopyRule> own =
                switch (Locale.forLanguageTag(lang).getLanguage()) {
                    case "ar" -> ARABIC_RULES;
                    case "fr" -> FRENCH_RULES;
                    case "en" -> ENGLISH_RULES;
                    default -> List.of();
                };
        return Stream.concat(EVERYWHERE.stream(), own.stream()).toList();
    }

    private static boolean apply(CopyRule rule, Galley galley, BitSet untouchable, List<Mend> mends, Trail trail) {
        String text = galley.text();
        List<Galley.Change> changes = new ArrayList<>(rule.changes().apply(withoutMarks(text, untouchable)));
        changes.removeIf(change ->
                text.substring(change.start(), change.end()).equals(change.after()) || touches(change, untouchable));
        for (Galley.Change change : changes) {
            mends.add(new Mend(
                    rule.name(),
                    text.substring(change.start(), change.end()),
                    change.after(),
                    galley.origin(change.start())));
        }
        trail.make(rule.name(), text, changes);
        galley.make(changes);
        return !changes.isEmpty();
    }

    /** A quotation mark in an address or in code has no partner outside. */
    private static String withoutMarks(String text, BitSet untouchable) {
        if (untouchable.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text);
        untouchable.stream()
                .filter(i -> Quotation.MARKS.indexOf(text.charAt(i)) >= 0)
                .forEach(i -> masked.setCharAt(i, 'x'));
        return masked.toString();
    }

    /** Addresses and code. */
    static BitSet untouchable(Galley galley, BitSet code) {
        String text = galley.text();
        BitSet untouchable = new BitSet();
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            Matcher end = END_OF_SENTENCE.matcher(address.group());
            untouchable.set(address.start(), end.find() ? address.start() + end.start() : address.end());
        }
        for (int i = 0; !code.isEmpty() && i < text.length(); i++) {
            if (code.get(galley.origin(i))) {
                untouchable.set(i);
            }
        }
        return untouchable;
    }

    /** What is put in between two characters touches only what both belong to. */
    private static boolean touches(Galley.Change change, BitSet untouchable) {
        if (change.start() < change.end()) {
            int next = untouchable.nextSetBit(change.start());
            return next >= 0 && next < change.end();
        }
        return change.start() > 0 && untouchable.get(change.start() - 1) && untouchable.get(change.start());
    }

    private static Predicate<String> holds(String pattern) {
        return Pattern.compile(pattern).asPredicate();
    }

    /**
     * A stop between a weekday and its date, as in «الأحد. 2 و 3 مارس». The names are those of the platform's locale data,
     * with the months as they are called from Rabat to Beirut.
     */
    private static String dateStop() {
        String days = Stream.of(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.forLanguageTag("ar-MA")))
                .map(CopyDesk::anyAlef)
                .collect(Collectors.joining("|"));
        String months = Stream.of("ar-MA", "ar-EG", "ar-LB", "ar-DZ")
                .map(Locale::forLanguageTag)
                .flatMap(locale -> Stream.of(Month.values()).map(month -> month.getDisplayName(TextStyle.FULL, locale)))
                .distinct()
                .map(CopyDesk::anyAlef)
                .collect(Collectors.joining("|"));
        return "(?<=" + days + ")\\.(?= +\\p{Nd}{1,2}(?: *[و،–-] *\\p{Nd}{1,2}){0,6} +(?:" + months + "))";
    }

    private static String anyAlef(String name) {
        return name.replaceAll("[اأإآ]", "[اأإآ]");
    }
}
