package org.minbar.language;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the room says in each language: the table that has to come out the same on every machine. */
final class Behaviour {

    private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");
    private static final Instant FIRST_OF_AUGUST = Instant.parse("2024-08-01T13:05:09Z");
    private static final Instant IN_RAMADAN = Instant.parse("2024-03-20T12:00:00Z");

    private static final String COMMENTS_AR = "{count, plural, zero {لا تعليقات بعد} one {تعليق واحد} two {تعليقان}"
            + " few {# تعليقات} many {# تعليقًا} other {# تعليق}}";
    private static final String COMMENTS_FR =
            "{count, plural, =0 {Aucun commentaire} one {# commentaire} many {# de commentaires} other {#"
                    + " commentaires}}";
    private static final String COMMENTS_EN =
            "{count, plural, =0 {No comments yet} one {# comment} other {# comments}}";

    /** One line of the table. */
    record Line(String what, String expected, Function<Languages, String> said) {

        @Override
        public String toString() {
            return what;
        }
    }

    private Behaviour() {}

    static Stream<Line> table() {
        List<Line> table = new ArrayList<>();
        for (String[] row : DATES) {
            String tag = row[0];
            table.add(new Line(tag + " date", row[1], l -> dates(l, tag).date(FIRST_OF_AUGUST)));
            table.add(new Line(tag + " time", row[2], l -> dates(l, tag).time(FIRST_OF_AUGUST)));
            table.add(
                    new Line(tag + " date and time", row[3], l -> dates(l, tag).dateTime(FIRST_OF_AUGUST)));
            table.add(new Line(tag + " weekday", row[4], l -> dates(l, tag).weekdayDate(FIRST_OF_AUGUST)));
            table.add(new Line(tag + " month", row[5], l -> dates(l, tag).month(YearMonth.of(2024, 7))));
            table.add(new Line(
                    tag + " time in Ramadan", row[6], l -> dates(l, tag).dateTime(IN_RAMADAN)));
            table.add(new Line(tag + " Hijri", row[7], l -> dates(l, tag).hijri(IN_RAMADAN)));
            table.add(new Line(tag + " just now", row[8], l -> ago(l, tag, 59)));
            table.add(new Line(tag + " a minute ago", row[9], l -> ago(l, tag, 60)));
            table.add(new Line(tag + " two hours ago", row[10], l -> ago(l, tag, 2 * 3600)));
            table.add(new Line(tag + " three hours ago", row[11], l -> ago(l, tag, 4 * 3600 - 1)));
        }
        for (String[] row : NUMBERS) {
            String tag = row[0];
            table.add(new Line(tag + " number", row[1], l -> new Numbers(l.get(tag)).of(1_234_567)));
            table.add(new Line(tag + " negative", row[2], l -> new Numbers(l.get(tag)).of(-5)));
            table.add(new Line(tag + " percent", row[3], l -> new Numbers(l.get(tag)).percent(0.125)));
            table.add(new Line(tag + " list", row[4], l -> Words.list(List.of("أ", "ب", "ج"), l.get(tag))));
            table.add(new Line(tag + " Latin list", row[5], l -> Words.list(List.of("ESCWA", "IGMENA"), l.get(tag))));
        }
        for (String[] row : COUNTED) {
            table.add(new Line(row[0] + " counts " + row[2], row[3], l -> Sentence.parse(row[1], l.get(row[0]))
                    .say(Map.of("count", Long.valueOf(row[2])))));
        }
        for (String[] row : SLUGS) {
            table.add(new Line(row[0] + " slug", row[2], l -> Slug.of(row[1], l.get(row[0]))
                    .value()));
            table.add(new Line(row[0] + " ASCII slug", row[3], l -> Slug.transliterated(row[1], l.get(row[0]))
                    .value()));
        }
        for (String[] row : INDEX) {
            table.add(new Line(row[0] + " index", row[2], l -> Stream.of(row[1].split(","))
                    .sorted(Collation.of(l.get(row[0])))
                    .reduce((a, b) -> a + "," + b)
                    .orElse("")));
        }
        table.add(new Line("machine, in Ramadan", "2024-03-20T12:00:00Z", l -> Dates.machine(IN_RAMADAN, CASABLANCA)));
        table.add(new Line(
                "machine, in summer", "2024-08-01T14:05:09+01:00", l -> Dates.machine(FIRST_OF_AUGUST, CASABLANCA)));
        table.add(new Line("Arabic-Indic and Persian digits", "2024/03", l -> Digits.latin("٢٠٢٤/۰۳")));
        table.add(
                new Line("negotiation", "fr", l -> l.best("FR-ch;q=0.9, DE-DE").tag()));
        table.add(new Line("direction", "rtl", l -> l.get("ar").dir()));
        return table.stream();
    }

    private static final String[][] DATES = {
        {
            "ar", "1 غشت 2024", "14:05", "1 غشت 2024 في 14:05", "الخميس، 1 غشت 2024", "يوليوز 2024",
            "20 مارس 2024 في 12:00", "9 رمضان 1445 هـ", "الآن", "قبل دقيقة واحدة", "قبل ساعتين", "قبل 3 ساعات"
        },
        {
            "fr", "1er août 2024", "14:05", "1er août 2024 à 14:05", "jeudi 1er août 2024", "juillet 2024",
            "20 mars 2024 à 12:00", "9 ramadan 1445 H", "maintenant", "il y a 1 minute", "il y a 2 heures",
                    "il y a 3 heures"
        },
        {
            "en", "1 August 2024", "14:05", "1 August 2024 at 14:05", "Thursday 1 August 2024", "July 2024",
            "20 March 2024 at 12:00", "9 Ramadan 1445 AH", "now", "1 minute ago", "2 hours ago", "3 hours ago"
        },
    };

    private static final String[][] NUMBERS = {
        {"ar", "1.234.567", "-5", "12,5%", "أ وب وج", "\u2068ESCWA\u2069 و\u2068IGMENA\u2069"},
        {"fr", "1.234.567", "-5", "12,5\u00A0%", "\u2068أ\u2069, \u2068ب\u2069 et \u2068ج\u2069", "ESCWA et IGMENA"},
        {"en", "1,234,567", "-5", "12.5%", "\u2068أ\u2069, \u2068ب\u2069 and \u2068ج\u2069", "ESCWA and IGMENA"},
    };

    private static final String[][] COUNTED = {
        {"ar", COMMENTS_AR, "0", "لا تعليقات بعد"},
        {"ar", COMMENTS_AR, "1", "تعليق واحد"},
        {"ar", COMMENTS_AR, "2", "تعليقان"},
        {"ar", COMMENTS_AR, "3", "3 تعليقات"},
        {"ar", COMMENTS_AR, "10", "10 تعليقات"},
        {"ar", COMMENTS_AR, "11", "11 تعليقًا"},
        {"ar", COMMENTS_AR, "99", "99 تعليقًا"},
        {"ar", COMMENTS_AR, "100", "100 تعليق"},
        {"ar", COMMENTS_AR, "103", "103 تعليقات"},
        {"ar", COMMENTS_AR, "111", "111 تعليقًا"},
        {"ar", COMMENTS_AR, "1000000", "1.000.000 تعليق"},
        {"fr", COMMENTS_FR, "0", "Aucun commentaire"},
        {"fr", COMMENTS_FR, "1", "1 commentaire"},
        {"fr", COMMENTS_FR, "2", "2 commentaires"},
        {"fr", COMMENTS_FR, "103", "103 commentaires"},
        {"fr", COMMENTS_FR, "1000000", "1.000.000 de commentaires"},
        {"en", COMMENTS_EN, "0", "No comments yet"},
        {"en", COMMENTS_EN, "1", "1 comment"},
        {"en", COMMENTS_EN, "103", "103 comments"},
    };

    private static final String[][] SLUGS = {
        {
            "ar",
            "مَهـرجان «ورزازات» ٢٠٢٤، الإعلام_والصحافة!",
            "مهرجان-ورزازات-2024-الإعلام-والصحافة",
            "mahrajan-warzazat-2024-al-ilam-wal-sahafa"
        },
        {"ar", "الإسكوا ‘ESCWA’ (2)", "الإسكوا-escwa-2", "al-iskawa-escwa-2"},
        {
            "fr",
            "L’été à Fès : 12 œuvres, l'INSTITUT",
            "l-été-à-fès-12-œuvres-l-institut",
            "l-ete-a-fes-12-oeuvres-l-institut"
        },
        {"en", "ISTANBUL: \u200F“Naïve” I/O", "istanbul-naïve-i-o", "istanbul-naive-i-o"},
    };

    private static final String NAMES =
            "Zagora,البيضاء,أمين,احمد,إبراهيم,Émile,بني ملال,المغرب,Agadir,مُحمد,Eve,مؤمن,موسى";

    private static final String[][] INDEX = {
        {"ar", NAMES, "إبراهيم,احمد,أمين,بني ملال,البيضاء,مُحمد,المغرب,موسى,مؤمن,Agadir,Émile,Eve,Zagora"},
        {"fr", NAMES, "Agadir,Émile,Eve,Zagora,إبراهيم,احمد,أمين,بني ملال,البيضاء,مُحمد,المغرب,موسى,مؤمن"},
        {"en", NAMES, "Agadir,Émile,Eve,Zagora,إبراهيم,احمد,أمين,بني ملال,البيضاء,مُحمد,المغرب,موسى,مؤمن"},
    };

    private static Dates dates(Languages languages, String tag) {
        return new Dates(languages.get(tag), CASABLANCA, HijriSightings.of(Tongues.properties("1445-09=+1")));
    }

    private static String ago(Languages languages, String tag, long seconds) {
        return dates(languages, tag)
                .ago(IN_RAMADAN, IN_RAMADAN.plusSeconds(seconds))
                .orElseThrow();
    }
}
