package org.minbar.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Writes news that never happened, in Arabic, French and English, for trials that need a large archive. The same seed
 * writes the same stories, on every machine.
 *
 * <pre>java src/bench/java/org/minbar/bench/Copywriter.java 100000 [seed] &gt; stories.ndjson</pre>
 *
 * A line is an edition in the shape that {@code POST /api/v1/imports/stories} reads. Editions of one story stand next to
 * each other under one {@code group}. Words are drawn by Zipf's law (rank times frequency is about constant), so that a
 * search index gets posting lists as uneven as those of a real archive; the long tail is made by the derivation and
 * inflection of each language, not by chance letters.
 */
public final class Copywriter {

    /** The languages, in the order in which the tables below name things. */
    public static final List<String> LANGUAGES = List.of("ar", "fr", "en");

    private static final long DEFAULT_SEED = 1421;
    /** Mandelbrot's constant: the frequency of rank r goes with 1 / (r + this). */
    private static final double FLATTENED = 2.7;

    private static final Instant FIRST_ISSUE = Instant.parse("2011-03-01T06:00:00Z");
    private static final Instant LAST_ISSUE = Instant.parse("2025-12-31T20:00:00Z");

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("java Copywriter.java LINES [SEED]");
            System.exit(64);
        }
        long lines = Long.parseLong(arguments[0]);
        Copywriter copywriter = new Copywriter(arguments.length > 1 ? Long.parseLong(arguments[1]) : DEFAULT_SEED);
        try (PrintStream out = new PrintStream(
                new BufferedOutputStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8)) {
            for (long line = 0; line < lines && !out.checkError(); line++) {
                out.print(copywriter.next().json());
                out.print('\n');
            }
        }
    }

    /**
     * One edition, as the import takes it.
     *
     * @param bodyHtml paragraphs, headings, links, sometimes a list or a quotation
     * @param section slug of one of the sections that every newsroom starts with
     * @param tags names of topics, in the language of the edition
     * @param group the same for all editions of one story
     */
    public record Copy(
            String lang,
            String kind,
            String title,
            String summary,
            String bodyHtml,
            String section,
            List<String> tags,
            Instant publishedAt,
            String sourceUrl,
            String group) {

        /** One line of NDJSON, without its end. */
        public String json() {
            StringBuilder json = new StringBuilder(bodyHtml.length() + 1_024);
            field(json.append('{'), "lang", lang);
            field(json.append(','), "kind", kind);
            field(json.append(','), "title", title);
            field(json.append(','), "summary", summary);
            field(json.append(','), "body_html", bodyHtml);
            field(json.append(','), "section", section);
            json.append(",\"tags\":[");
            for (int i = 0; i < tags.size(); i++) {
                if (i > 0) json.append(',');
                quoted(json, tags.get(i));
            }
            field(json.append("],"), "published_at", publishedAt.toString());
            field(json.append(','), "source_url", sourceUrl);
            field(json.append(','), "group", group);
            return json.append('}').toString();
        }

        private static void field(StringBuilder json, String name, String value) {
            json.append('"').append(name).append("\":");
            quoted(json, value);
        }

        private static void quoted(StringBuilder json, String value) {
            json.append('"');
            for (int i = 0; i < value.length(); i++) {
                char letter = value.charAt(i);
                if (letter == '"' || letter == '\\') json.append('\\').append(letter);
                else if (letter == '\n') json.append("\\n");
                else if (letter < ' ') json.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
                else json.append(letter);
            }
            json.append('"');
        }
    }

    private final long seed;
    private final Random random;
    private final List<Copy> waiting = new ArrayList<>();
    private long stories;

    public Copywriter(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** The next edition; there is always one more. */
    public Copy next() {
        while (waiting.isEmpty()) writeStory();
        return waiting.remove(0);
    }

    /**
     * An import as it is written, so that a hundred thousand stories are never in memory at once.
     *
     * @param told how many are written, after each thousand
     */
    public static InputStream ndjson(int lines, long seed, IntConsumer told) {
        try {
            PipedInputStream in = new PipedInputStream(1 << 18);
            OutputStream out = new BufferedOutputStream(new PipedOutputStream(in), 1 << 16);
            Thread writer = new Thread(() -> {
                try (out) {
                    Copywriter copywriter = new Copywriter(seed);
                    for (int i = 1; i <= lines; i++) {
                        out.write(copywriter.next().json().getBytes(StandardCharsets.UTF_8));
                        out.write('\n');
                        if (i % 1_000 == 0) told.accept(i);
                    }
                } catch (IOException e) {
                    System.err.println("The import was cut off: " + e.getMessage());
                }
            });
            writer.setDaemon(true);
            writer.start();
            return in;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What readers might type: {@code count} searches in one language, from single words to a few of them. */
    public static List<String> queries(String lang, int count, long seed) {
        Random random = new Random(seed);
        Pen pen = pen(lang);
        Set<String> queries = new LinkedHashSet<>();
        while (queries.size() < count) {
            Facts facts = Facts.drawn(random, random.nextLong());
            queries.add(
                    switch (random.nextInt(6)) {
                        case 0 -> pen.noun(random);
                        case 1 -> pen.place(facts);
                        case 2 -> pen.person(facts);
                        case 3 -> pen.organisation(facts) + " " + pen.place(facts);
                        case 4 -> pen.noun(random) + " " + pen.rare(random);
                        default -> pen.noun(random) + " " + pen.place(facts);
                    });
        }
        return List.copyOf(queries);
    }

    private void writeStory() {
        long number = ++stories;
        Facts facts = Facts.drawn(random, random.nextLong());
        String kind = kind(random.nextInt(100));
        // Later years are fuller than earlier ones, as archives are.
        double age = Math.pow(random.nextDouble(), 1.6);
        long span = LAST_ISSUE.getEpochSecond() - FIRST_ISSUE.getEpochSecond();
        Instant published = LAST_ISSUE.minusSeconds((long) (age * span));
        for (String lang : LANGUAGES) {
            boolean written =
                    switch (lang) {
                        case "ar" -> random.nextInt(100) < 85;
                        case "fr" -> random.nextInt(100) < 50;
                        default -> random.nextInt(100) < 35;
                    };
            if (written) waiting.add(edition(number, lang, kind, facts, published.plusSeconds(random.nextInt(7_200))));
        }
    }

    private Copy edition(long number, String lang, String kind, Facts facts, Instant published) {
        Pen pen = pen(lang);
        Random hand = new Random(facts.seed() * 31 + lang.hashCode());
        String group = "copy-" + seed + "-" + number;
        List<String> tags = facts.topics().stream()
                .map(topic -> TOPICS[topic][LANGUAGES.indexOf(lang)])
                .distinct()
                .toList();
        return new Copy(
                lang,
                kind,
                pen.headline(hand, facts),
                pen.sentence(hand, facts),
                body(pen, hand, facts, kind),
                SECTIONS[facts.section()],
                tags,
                published,
                "https://copy.example/" + seed + "/" + number + "/" + lang,
                group);
    }

    private static String body(Pen pen, Random hand, Facts facts, String kind) {
        int paragraphs = kind.equals("brief") ? 4 : 4 + hand.nextInt(7);
        StringBuilder html = new StringBuilder(4_096);
        for (int paragraph = 0; paragraph < paragraphs; paragraph++) {
            if (paragraph > 1 && paragraph % 3 == 0) {
                html.append("<h2>").append(pen.heading(hand, facts)).append("</h2>\n");
            }
            int shape = hand.nextInt(12);
            if (shape == 0 && paragraph > 1) {
                html.append("<ul>");
                for (int item = 0; item < 3; item++) {
                    html.append("<li>").append(pen.sentence(hand, facts)).append("</li>");
                }
                html.append("</ul>\n");
            } else if (shape == 1 && paragraph > 1) {
                html.append("<blockquote><p>").append(pen.sentence(hand, facts)).append("</p></blockquote>\n");
            } else {
                html.append("<p>");
                int sentences = 2 + hand.nextInt(4);
                for (int sentence = 0; sentence < sentences; sentence++) {
                    if (sentence > 0) html.append(' ');
                    html.append(pen.sentence(hand, facts));
                }
                if (hand.nextInt(4) == 0) {
                    html.append(" <a href=\"https://www.example.org/")
                            .append(SECTIONS[facts.section()])
                            .append('/')
                            .append(hand.nextInt(100_000))
                            .append("\">")
                            .append(pen.heading(hand, facts))
                            .append("</a>.");
                }
                if (hand.nextInt(5) == 0) {
                    html.append(" <strong>").append(pen.heading(hand, facts)).append("</strong>.");
                }
                html.append("</p>\n");
            }
        }
        return html.toString();
    }

    private static String kind(int percent) {
        if (percent < 78) return "article";
        if (percent < 88) return "brief";
        return percent < 96 ? "release" : "review";
    }

    private static Pen pen(String lang) {
        return switch (lang) {
            case "ar" -> Arabic.PEN;
            case "fr" -> French.PEN;
            case "en" -> English.PEN;
            default -> throw new IllegalArgumentException(lang);
        };
    }

    /** What a story is about, whatever language it is told in: places in the tables below. */
    private record Facts(
            int section,
            int place,
            int village,
            int organisation,
            int given,
            int family,
            int number,
            int percent,
            int year,
            List<Integer> topics,
            long seed) {

        static Facts drawn(Random random, long seed) {
            int section = random.nextInt(SECTIONS.length);
            List<Integer> topics = new ArrayList<>();
            int wanted = 1 + random.nextInt(4);
            for (int topic = 0; topic < wanted; topic++) topics.add(zipf(random, TOPICS.length));
            return new Facts(
                    section,
                    zipf(random, PLACES.length),
                    zipf(random, VILLAGES.length),
                    zipf(random, ORGANISATIONS.length),
                    zipf(random, GIVEN.length),
                    zipf(random, FAMILIES.length),
                    2 + random.nextInt(random.nextBoolean() ? 60 : 4_000),
                    1 + random.nextInt(98),
                    1999 + random.nextInt(36),
                    topics,
                    seed);
        }
    }

    /** A rank below {@code size}, drawn by Zipf's law as Mandelbrot flattened it at the top. */
    private static int zipf(Random random, int size) {
        // The inverse of the harmonic sum's continuous cousin: no table, whatever the size.
        double rank = FLATTENED * Math.exp(random.nextDouble() * Math.log((size + FLATTENED) / FLATTENED)) - FLATTENED;
        return Math.min((int) rank, size - 1);
    }

    private static String pick(Random random, String[] words) {
        return words[zipf(random, words.length)];
    }

    /** One language's hand. */
    private abstract static class Pen {

        private final int column;
        private final String[] headlines;
        private final String[] sentences;
        private final String[] headings;

        Pen(int column, String[] headlines, String[] sentences, String[] headings) {
            this.column = column;
            this.headlines = headlines;
            this.sentences = sentences;
            this.headings = headings;
        }

        /** A thing and what it is like, with its article. */
        abstract String phrase(Random random);

        /** Something did something to something. */
        abstract String clause(Random random);

        /** One common noun, as it stands in a dictionary. */
        abstract String noun(Random random);

        /** One word from the long tail. */
        abstract String rare(Random random);

        abstract String finish(String sentence);

        abstract String organisation(Facts facts);

        String headline(Random random, Facts facts) {
            return finish(fill(headlines[random.nextInt(headlines.length)], random, facts));
        }

        String heading(Random random, Facts facts) {
            return finish(fill(headings[random.nextInt(headings.length)], random, facts));
        }

        String sentence(Random random, Facts facts) {
            return finish(fill(sentences[zipf(random, sentences.length)], random, facts));
        }

        String place(Facts facts) {
            return PLACES[facts.place()][column];
        }

        String village(Facts facts) {
            return VILLAGES[facts.village()][Math.min(column, 1)];
        }

        String person(Facts facts) {
            return GIVEN[facts.given()][Math.min(column, 1)] + " " + FAMILIES[facts.family()][Math.min(column, 1)];
        }

        boolean feminine(Facts facts) {
            return ORGANISATIONS[facts.organisation()][0].startsWith("f");
        }

        String organisationName(Facts facts) {
            return ORGANISATIONS[facts.organisation()][1 + column];
        }

        String month(Random random) {
            return MONTHS[random.nextInt(12)][column];
        }

        String day(Random random) {
            return DAYS[random.nextInt(7)][column];
        }

        private String fill(String template, Random random, Facts facts) {
            StringBuilder text = new StringBuilder();
            int from = 0;
            while (true) {
                int open = template.indexOf('{', from);
                if (open < 0)
                    return text.append(template, from, template.length()).toString();
                int close = template.indexOf('}', open);
                text.append(template, from, open).append(word(template.substring(open + 1, close), random, facts));
                from = close + 1;
            }
        }

        private String word(String slot, Random random, Facts facts) {
            int bar = slot.indexOf('|');
            if (bar > 0) return facts.given() % 2 == 1 ? slot.substring(bar + 1) : slot.substring(0, bar);
            int slash = slot.indexOf('/');
            if (slash > 0) return feminine(facts) ? slot.substring(slash + 1) : slot.substring(0, slash);
            return switch (slot) {
                case "org" -> organisation(facts);
                case "place" -> place(facts);
                case "village" -> village(facts);
                case "person" -> person(facts);
                case "clause" -> clause(random);
                case "phrase" -> phrase(random);
                case "noun" -> noun(random);
                case "rare" -> rare(random);
                case "topic" -> TOPICS[facts.topics().get(0)][column];
                case "number" -> Integer.toString(facts.number() + random.nextInt(3));
                case "percent" -> Integer.toString(facts.percent());
                case "year" -> Integer.toString(facts.year());
                case "month" -> month(random);
                case "day" -> day(random);
                default -> throw new IllegalStateException("No slot " + slot);
            };
        }

        static String capital(String sentence) {
            int first = sentence.startsWith("« ") ? 2 : 0;
            return sentence.substring(0, first)
                    + sentence.substring(first, first + 1).toUpperCase(Locale.ROOT)
                    + sentence.substring(first + 1);
        }
    }

    private static final class English extends Pen {

        private static final String[] HEADLINES = {
            "{org} opens {phrase} in {place}",
            "{place}: {clause}",
            "{number} people wait for {phrase} in {village}",
            "Why {topic} matters to {place}",
            "{person}: “{clause}”",
            "{topic}: {phrase} by {year}",
            "In {village}, {clause}",
            "{org} and {phrase}: what changes in {month}",
            "{percent} per cent of {place} still without {phrase}",
        };
        private static final String[] SENTENCES = {
            "{org} said on {day} that {phrase} in {place} will be ready before {month}.",
            "{clause}, according to {org}.",
            "{person}, who comes from {village}, explained that {clause}.",
            "Some {number} families live near {phrase}, and {percent} per cent of them depend on {phrase}.",
            "“{clause},” {person} told reporters in {place}.",
            "By {year}, {phrase} should reach {village} and the villages around it.",
            "The question of {topic} has divided {place} since {month}: {clause}.",
            "It was not the first time that {clause}.",
            "Nobody at {org} would comment on {phrase} when asked on {day}.",
            "Experts in {rare} see {phrase} as a sign of {rare}.",
            "In {village}, {clause}, while {clause}.",
            "The budget for {phrase} grew by {percent} per cent to {number} million dirhams.",
            "Residents of {place} remember {year}, when {clause}.",
            "“Without {phrase} there is no {noun},” said {person} of {org}.",
        };
        private static final String[] HEADINGS = {
            "{phrase}", "After {month}", "{topic} in {place}", "What {org} says", "{village} and {phrase}", "{rare}",
        };
        private static final String[] NOUNS = words(
                "government council project report region school road market minister plan budget decision worker family water"
                        + " election law court hospital teacher student farmer company festival team player match season programme"
                        + " meeting agreement strike price bank loan tax harvest drought flood bridge railway airport port"
                        + " factory workshop union committee parliament deputy mayor judge lawyer prison reform investment"
                        + " export import tourist hotel museum library theatre film novel song poet painter musician"
                        + " journalist newspaper broadcast website network platform engineer laboratory vaccine patient"
                        + " doctor nurse clinic pharmacy disease campaign forest river valley mountain desert oasis coast"
                        + " beach fisherman boat island village quarter neighbourhood street garden stadium coach goal"
                        + " champion medal cyclist runner referee border visa passport embassy treaty summit delegation"
                        + " refugee migrant charity donor volunteer orphan widow pension salary contract cooperative"
                        + " argan olive saffron carpet pottery weaver craftsman apprentice training diploma exam university"
                        + " professor researcher archive manuscript mosque shrine rampart kasbah monument caravan"
                        + " well dam reservoir pipeline turbine panel solar-plant grid cable satellite drone sensor robot"
                        + " application password server customer consumer merchant trader auction warehouse truck bus taxi"
                        + " tramway station passenger driver accident rescue fire storm earthquake shelter tent blanket"
                        + " ministry prefecture commune province delegate spokesman witness verdict appeal fine fraud"
                        + " smuggler petition protest march banner slogan debate opinion survey census ballot majority");
        private static final String[] VERBS = words(
                "announce support follow open visit present approve reject question review improve launch finance extend"
                        + " protect repair inspect supply replace welcome discuss sign finish start prepare delay cancel"
                        + " attack defend restore record document measure count collect distribute connect irrigate"
                        + " cultivate harvest transport deliver export import purchase rent renovate demolish enlarge"
                        + " strengthen weaken monitor observe test examine treat cure vaccinate educate train teach"
                        + " translate publish print broadcast perform direct produce compose paint exhibit celebrate"
                        + " honour reward criticise condemn accuse sentence appeal suspend dissolve join unite merge"
                        + " negotiate mediate resolve settle accept adopt implement enforce regulate license tax"
                        + " subsidise privatise modernise digitise automate computerise");
        private static final String[] ADJECTIVES = words(
                "new regional national public local young municipal large long international rural urban political economic"
                        + " social cultural traditional modern historic annual monthly weekly official private common"
                        + " difficult important ambitious controversial modest costly cheap broken empty full green solar"
                        + " coastal northern southern eastern western mountainous arid fertile narrow wide steep ancient"
                        + " recent late early former future joint mixed voluntary legal illegal temporary permanent"
                        + " medical scientific technical digital industrial agricultural maritime pastoral nomadic"
                        + " bilingual trilingual popular forgotten famous anonymous peaceful angry patient proud weary");
        private static final String[] RARE =
                compounds("logy graphy metry therapy genesis scope politics economics culture system sphere dynamics");
        static final English PEN = new English();

        private English() {
            super(2, HEADLINES, SENTENCES, HEADINGS);
        }

        @Override
        String phrase(Random random) {
            String noun = random.nextInt(4) == 0 ? plural(noun(random)) : noun(random);
            String adjective = random.nextInt(3) == 0 ? "" : adjective(random) + " ";
            String of = random.nextInt(5) == 0 ? " of " + plural(noun(random)) : "";
            return "the " + adjective + noun + of;
        }

        @Override
        String clause(Random random) {
            String verb = past(pick(random, VERBS));
            String adverb = random.nextInt(4) == 0 ? adverb(pick(random, ADJECTIVES)) + " " : "";
            return phrase(random) + " " + adverb + (random.nextInt(40) == 0 ? "re" : "") + verb + " " + phrase(random);
        }

        @Override
        String noun(Random random) {
            return pick(random, NOUNS);
        }

        @Override
        String rare(Random random) {
            return pick(random, RARE);
        }

        @Override
        String organisation(Facts facts) {
            return "the " + organisationName(facts);
        }

        @Override
        String finish(String sentence) {
            return capital(sentence.startsWith("“") ? "“" + capital(sentence.substring(1)) : sentence);
        }

        private static String adjective(Random random) {
            String adjective = pick(random, ADJECTIVES);
            return random.nextInt(15) == 0
                    ? pick(random, words("non inter trans pre post semi over")) + "-" + adjective
                    : adjective;
        }

        private static String plural(String noun) {
            if (noun.endsWith("man")) return noun.substring(0, noun.length() - 3) + "men";
            if (noun.endsWith("y") && !"aeou".contains(noun.substring(noun.length() - 2, noun.length() - 1))) {
                return noun.substring(0, noun.length() - 1) + "ies";
            }
            return noun.endsWith("s") || noun.endsWith("ch") || noun.endsWith("x") ? noun + "es" : noun + "s";
        }

        private static String past(String verb) {
            if (verb.endsWith("e")) return verb + "d";
            if (verb.endsWith("y") && !verb.endsWith("ay") && !verb.endsWith("oy")) {
                return verb.substring(0, verb.length() - 1) + "ied";
            }
            return verb + "ed";
        }

        private static String adverb(String adjective) {
            if (adjective.endsWith("y")) return adjective.substring(0, adjective.length() - 1) + "ily";
            if (adjective.equals("public")) return "publicly";
            return adjective.endsWith("ic") ? adjective + "ally" : adjective + "ly";
        }
    }

    private static final class French extends Pen {

        private static final String[] HEADLINES = {
            "{org} lance {phrase} à {place}",
            "{place} : {clause}",
            "{number} personnes attendent {phrase} à {village}",
            "{topic} : ce qui change à {place} en {month}",
            "{person} : « {clause} »",
            "À {village}, {clause}",
            "{topic}, ou {phrase} d’ici {year}",
            "{percent} % des habitants de {place} privés de {noun}",
        };
        private static final String[] SENTENCES = {
            "{org} a annoncé {day} que les travaux de {phrase} s’achèveraient à {place} avant {month}.",
            "Selon {org}, {clause}.",
            "{person}, originaire de {village}, a expliqué que {clause}.",
            "Près de {number} familles vivent autour de {phrase} et {percent} % d’entre elles dépendent de {phrase}.",
            "« {clause} », a déclaré {person} à {place}.",
            "D’ici {year}, les effets de {phrase} devraient se faire sentir à {village} et dans les douars voisins.",
            "La question « {topic} » divise {place} depuis {month} : {clause}.",
            "Ce n’était pas la première fois que {clause}.",
            "Interrogé {day}, personne à {place} n’a souhaité commenter {phrase}.",
            "Les spécialistes en {rare} voient dans {phrase} un signe de {rare}.",
            "À {village}, {clause}, tandis que {clause}.",
            "Le budget de {phrase} a augmenté de {percent} % pour atteindre {number} millions de dirhams.",
            "Les habitants de {place} se souviennent de {year}, quand {clause}.",
            "« Sans {phrase}, pas de {noun} », résume {person}.",
        };
        private static final String[] HEADINGS = {
            "{phrase}",
            "Après {month}",
            "{topic} à {place}",
            "Ce que dit {org}",
            "{village} et {phrase}",
            "Une nouvelle {rare}",
        };

        /** The gender before the colon. */
        private static final String[] NOUNS = words(
                "m:gouvernement m:conseil m:projet m:rapport f:région f:école f:route m:marché m:ministre m:plan m:budget"
                        + " f:décision f:famille f:eau f:élection f:loi m:tribunal m:hôpital f:enseignante m:élève"
                        + " f:agricultrice f:entreprise m:festival f:équipe f:joueuse m:match f:saison m:programme f:réunion"
                        + " m:accord f:grève m:prix f:banque m:crédit m:impôt f:récolte f:sécheresse f:inondation m:pont"
                        + " f:voie-ferrée m:aéroport m:port f:usine m:atelier m:syndicat f:commission m:parlement"
                        + " f:députée m:maire f:juge f:avocate f:prison f:réforme m:investissement f:exportation"
                        + " m:touriste m:musée f:bibliothèque m:théâtre m:film m:roman f:chanson f:poétesse m:peintre"
                        + " f:musicienne f:journaliste m:journal f:émission m:réseau f:plateforme f:ingénieure m:laboratoire"
                        + " m:vaccin f:patiente m:médecin f:infirmière f:clinique f:pharmacie f:maladie f:campagne f:forêt"
                        + " f:rivière f:vallée f:montagne m:désert f:oasis f:côte f:plage m:pêcheur m:bateau f:île m:village"
                        + " m:quartier f:rue m:jardin m:stade f:entraîneuse m:but f:championne f:médaille m:cycliste"
                        + " f:frontière m:visa m:passeport f:ambassade m:traité m:sommet f:délégation f:réfugiée m:migrant"
                        + " f:association f:bénévole f:veuve f:retraite m:salaire m:contrat f:coopérative m:arganier"
                        + " m:olivier m:safran m:tapis f:poterie m:tisserand f:artisane m:apprenti f:formation m:diplôme"
                        + " m:examen f:université f:chercheuse m:manuscrit f:mosquée m:rempart f:casbah m:monument f:caravane"
                        + " m:puits m:barrage m:réservoir f:conduite f:turbine m:panneau f:centrale m:câble m:satellite"
                        + " m:drone m:capteur m:robot f:application m:serveur f:cliente m:consommateur m:commerçant m:entrepôt"
                        + " m:camion m:autobus m:taxi m:tramway f:gare m:passager f:conductrice m:accident m:secours"
                        + " m:incendie f:tempête m:séisme m:abri f:tente f:couverture m:ministère f:préfecture f:commune"
                        + " f:province m:délégué m:témoin m:verdict m:recours f:amende f:fraude f:pétition f:manifestation"
                        + " m:débat f:opinion f:enquête m:recensement m:scrutin f:majorité");

        private static final String[] VERBS = words(
                "annoncer soutenir:soutenu présenter approuver rejeter examiner améliorer lancer financer prolonger protéger"
                        + " réparer inspecter alimenter remplacer accueillir:accueilli discuter signer achever commencer préparer"
                        + " retarder annuler attaquer défendre:défendu restaurer enregistrer documenter mesurer compter collecter"
                        + " distribuer relier irriguer cultiver récolter transporter livrer exporter importer acheter louer"
                        + " rénover démolir:démoli agrandir:agrandi renforcer affaiblir:affaibli surveiller observer tester"
                        + " soigner vacciner éduquer former traduire:traduit publier imprimer diffuser interpréter diriger"
                        + " réaliser composer exposer célébrer honorer récompenser critiquer condamner accuser suspendre:suspendu"
                        + " dissoudre:dissous unir:uni fusionner négocier résoudre:résolu accepter adopter appliquer réguler"
                        + " subventionner privatiser moderniser numériser automatiser informatiser encourager valoriser"
                        + " sensibiliser mobiliser organiser coordonner évaluer planifier structurer consolider élargir:élargi");
        /** Masculine and feminine. */
        private static final String[] ADJECTIVES = words(
                "régional/régionale national/nationale public/publique local/locale jeune/jeune municipal/municipale"
                        + " international/internationale rural/rurale urbain/urbaine politique/politique économique/économique"
                        + " social/sociale culturel/culturelle traditionnel/traditionnelle moderne/moderne historique/historique"
                        + " annuel/annuelle mensuel/mensuelle officiel/officielle privé/privée commun/commune difficile/difficile"
                        + " important/importante ambitieux/ambitieuse contesté/contestée modeste/modeste coûteux/coûteuse"
                        + " vide/vide plein/pleine vert/verte solaire/solaire côtier/côtière montagneux/montagneuse aride/aride"
                        + " fertile/fertile étroit/étroite large/large ancien/ancienne récent/récente tardif/tardive"
                        + " futur/future mixte/mixte bénévole/bénévole légal/légale illégal/illégale temporaire/temporaire"
                        + " permanent/permanente médical/médicale scientifique/scientifique technique/technique"
                        + " numérique/numérique industriel/industrielle agricole/agricole maritime/maritime pastoral/pastorale"
                        + " nomade/nomade bilingue/bilingue trilingue/trilingue populaire/populaire oublié/oubliée"
                        + " célèbre/célèbre anonyme/anonyme paisible/paisible fier/fière las/lasse patient/patiente");

        private static final String[] RARE =
                compounds("logie graphie métrie thérapie genèse scopie politique économie culture dynamique pédie");
        static final French PEN = new French();

        private French() {
            super(1, HEADLINES, SENTENCES, HEADINGS);
        }

        @Override
        String phrase(Random random) {
            return phrase(random, random.nextInt(5) == 0);
        }

        @Override
        String clause(Random random) {
            return phrase(random, false) + " " + predicate(random);
        }

        @Override
        String noun(Random random) {
            return pick(random, NOUNS).substring(2);
        }

        @Override
        String rare(Random random) {
            return pick(random, RARE);
        }

        @Override
        String organisation(Facts facts) {
            return withArticle(organisationName(facts), feminine(facts));
        }

        @Override
        String finish(String sentence) {
            return capital(sentence.replaceAll(" (?:la|le) (?=[aeiouéèêâîh])", " l’"))
                    .replace(" de le ", " du ")
                    .replace(" de les ", " des ")
                    .replace(" à le ", " au ")
                    .replace(" à les ", " aux ")
                    .replaceAll(" de (?=[aeiouéèêâîh])", " d’");
        }

        private String phrase(Random random, boolean plural) {
            String entry = pick(random, NOUNS);
            boolean feminine = entry.startsWith("f:");
            String noun = entry.substring(2);
            String adjective = "";
            if (random.nextInt(3) > 0) {
                String[] genders = pick(random, ADJECTIVES).split("/");
                adjective = " " + inflected(genders[feminine ? 1 : 0], plural);
            }
            String of = random.nextInt(5) == 0 ? " de " + withArticle(random) : "";
            if (plural) return "les " + inflected(noun, true) + adjective + of;
            return withArticle(noun, feminine) + adjective + of;
        }

        /** Most tenses take no agreement with the subject's gender, so these are the ones used. */
        private static String predicate(Random random) {
            String[] verb = pick(random, VERBS).split(":");
            boolean regular = verb.length == 1;
            String stem = regular ? verb[0].substring(0, verb[0].length() - 2) : verb[0];
            String object = PEN.phrase(random, random.nextInt(4) == 0);
            int tense = random.nextInt(regular ? 6 : 2);
            return switch (tense) {
                case 0 -> "a " + (regular ? stem + "é" : verb[1]) + " " + object;
                case 1 -> "va " + verb[0] + " " + object;
                case 2 -> soft(stem) + "ait " + object;
                case 3 -> stem + "era " + object;
                case 4 -> stem + "erait " + object;
                default -> "avait " + stem + "é " + object;
            };
        }

        private static String soft(String stem) {
            if (stem.endsWith("g")) return stem + "e";
            return stem.endsWith("c") ? stem.substring(0, stem.length() - 1) + "ç" : stem;
        }

        private static String withArticle(Random random) {
            String entry = pick(random, NOUNS);
            return withArticle(entry.substring(2), entry.startsWith("f:"));
        }

        private static String withArticle(String noun, boolean feminine) {
            boolean elided = "aeiouhéèêâîœ".indexOf(Character.toLowerCase(noun.charAt(0))) >= 0;
            if (elided) return "l’" + noun;
            return (feminine ? "la " : "le ") + noun;
        }

        private static String inflected(String word, boolean plural) {
            if (!plural || word.endsWith("s") || word.endsWith("x")) return word;
            if (word.endsWith("al")) return word.substring(0, word.length() - 1) + "ux";
            return word.endsWith("eau") ? word + "x" : word + "s";
        }
    }

    private static final class Arabic extends Pen {

        private static final String[] HEADLINES = {
            "{org} {يطلق/تطلق} {phrase} ب{place}",
            "{place}: {clause}",
            "{number} أسرة تنتظر {phrase} في {village}",
            "{topic} في {place} بعد شهر {month}",
            "{person}: «{clause}»",
            "في {village}.. {clause}",
            "{topic} و{phrase} في أفق {year}",
            "{percent}% من ساكنة {place} في انتظار {phrase}",
        };
        private static final String[] SENTENCES = {
            "{أعلن/أعلنت} {org} يوم {day} أن أشغال {phrase} في {place} ستنتهي قبل شهر {month}.",
            "وحسب {org} فقد {clause}.",
            "و{أوضح|أوضحت} {person}، {المنحدر|المنحدرة} من {village}، أنه {clause}.",
            "وتعيش نحو {number} أسرة قرب {phrase}، ويعتمد {percent}% منها على {phrase}.",
            "و{قال|قالت} {person} في تصريح للصحافة ب{place}: «{clause}».",
            "ومن المنتظر أن تستفيد {village} والدواوير المجاورة لها من {phrase} في أفق سنة {year}.",
            "ويثير موضوع {topic} جدلا واسعا في {place} منذ شهر {month}، بعدما {clause}.",
            "ولم تكن هذه هي المرة الأولى، إذ {clause}.",
            "و{رفض/رفضت} {org} التعليق على {phrase} يوم {day}.",
            "ويرى باحثون في {rare} أن {phrase} مؤشر على {rare}.",
            "وفي {village} {clause}، فيما {clause}.",
            "وارتفعت ميزانية {phrase} بنسبة {percent}% لتبلغ {number} مليون درهم.",
            "ويتذكر سكان {place} سنة {year} حين {clause}.",
            "و{ختم|ختمت} {person} {قائلا|قائلة}: «بدون {phrase} لا معنى ل{rare}».",
        };
        private static final String[] HEADINGS = {
            "{phrase}", "بعد شهر {month}", "{topic} في {place}", "موقف {org}", "{village} و{phrase}", "{rare}",
        };

        /** Definite, singular; the gender shows in the ending or before the colon. */
        private static final String[] NOUNS = words(
                "حكومة مجلس مشروع تقرير جهة مدرسة f:طريق سوق وزير مخطط ميزانية قرار عامل أسرة ماء انتخاب قانون محكمة مستشفى"
                        + " أستاذ تلميذ فلاح شركة مهرجان فريق لاعب مباراة موسم برنامج اجتماع اتفاق إضراب ثمن بنك قرض ضريبة"
                        + " محصول جفاف فيضان قنطرة قطار مطار ميناء معمل ورشة نقابة لجنة برلمان نائب عمدة قاضي محامي سجن إصلاح"
                        + " استثمار تصدير استيراد سائح فندق متحف مكتبة مسرح فيلم رواية أغنية شاعر رسام موسيقي صحافي جريدة"
                        + " إذاعة موقع شبكة منصة مهندس مختبر لقاح مريض طبيب ممرضة مصحة صيدلية مرض حملة غابة نهر واد جبل"
                        + " صحراء واحة ساحل شاطئ بحار قارب جزيرة قرية حي شارع حديقة ملعب مدرب هدف بطل ميدالية دراج عداء"
                        + " حكم حدود تأشيرة سفارة معاهدة قمة وفد لاجئ مهاجر جمعية متطوع يتيم أرملة معاش أجر عقد تعاونية"
                        + " أركان زيتون زعفران زربية خزف نساج صانع متدرب تكوين شهادة امتحان جامعة باحث أرشيف مخطوط مسجد"
                        + " ضريح سور قصبة معلمة قافلة بئر سد خزان أنبوب لوح محطة قمر جهاز تطبيق خادم زبون مستهلك تاجر"
                        + " مزاد مستودع شاحنة حافلة سيارة ترامواي مسافر سائق حادثة إنقاذ حريق عاصفة زلزال خيمة غطاء وزارة"
                        + " عمالة جماعة إقليم مندوب ناطق شاهد حكم استئناف غرامة عريضة مسيرة لافتة شعار نقاش رأي استطلاع"
                        + " إحصاء اقتراع أغلبية معارضة ندوة ملتقى معرض صندوق مبادرة مقاولة مقاول حرفي صناعة سياحة");

        private static final String[] ADJECTIVES = words(
                "جديد جهوي وطني عمومي محلي شاب جماعي كبير طويل دولي قروي حضري سياسي اقتصادي اجتماعي ثقافي تقليدي حديث تاريخي"
                        + " سنوي شهري أسبوعي رسمي خاص مشترك صعب هام طموح متواضع مكلف فارغ شمسي ساحلي شمالي جنوبي شرقي غربي"
                        + " جبلي قاحل خصب ضيق واسع قديم أخير متأخر سابق مقبل مختلط تطوعي قانوني مؤقت دائم طبي علمي تقني"
                        + " رقمي صناعي فلاحي بحري رعوي شعبي منسي مشهور مجهول سلمي غاضب صبور فخور متعب إعلامي إلكتروني");
        /** Three strong consonants each. */
        private static final String[] ROOTS = words(
                "ع-ل-م ش-ر-ك ع-م-ل ك-ت-ب د-ر-س ن-ش-ر ف-ت-ح ع-ر-ض ب-ح-ث ص-ن-ع ز-ر-ع ح-ص-د ن-ق-ل ر-ك-ب س-ك-ن خ-ر-ج د-خ-ل ر-ج-ع"
                        + " ح-ك-م ع-د-ل ش-ه-د س-ج-ل ط-ل-ب ر-ف-ض ق-ب-ل ن-ظ-م ج-م-ع ف-ر-ق ح-ف-ظ ح-م-ل س-م-ع ن-ظ-ر ف-ه-م ش-ر-ح ر-س-م"
                        + " ل-ع-ب س-ب-ق ر-ب-ح خ-س-ر ض-ر-ب ق-ط-ع ر-ب-ط ح-ر-ث غ-ر-س س-ق-ط ه-د-م ر-ف-ع خ-ف-ض ن-ق-ص ك-م-ل ب-د-ل غ-ل-ق"
                        + " ح-ض-ر غ-ف-ر س-ل-م ح-ر-ب ق-ت-ل ج-ر-ح ع-ل-ج ش-ف-ع ط-ب-خ ش-ر-ب م-ل-ك خ-د-م ح-س-ب ع-ق-د ش-غ-ل ك-س-ب"
                        + " ص-ر-ف د-ف-ع ق-ر-ض ض-م-ن م-ن-ح ح-ر-م ن-ص-ر ه-ز-م ع-ب-ر ق-ص-د ب-ل-غ ن-ز-ل ص-ع-د ح-ف-ر ط-م-ر ف-ج-ر ح-ر-ق"
                        + " ط-ف-ح غ-ر-ق ن-ق-ذ س-ت-ر ك-ش-ف ل-ب-س ن-س-ج خ-ل-ط ف-ص-ل ق-ر-ب ب-ع-د ك-ث-ر ع-ظ-م ك-ب-ر ص-غ-ر ح-س-ن ق-ب-ح"
                        + " ج-م-ل ف-ر-ح ح-ز-ن غ-ض-ب ص-ب-ر ش-ك-ر ح-م-د ذ-ك-ر ن-ك-ر ع-ر-ف ج-ه-ل ص-د-ق ك-ذ-ب ن-ف-ع ض-م-ر ف-س-د ص-ل-ح"
                        + " خ-ط-ب ن-ط-ق ل-ف-ظ ح-ر-ك س-ك-ت ب-ر-ز ظ-ه-ر خ-ف-ق ل-م-س ق-ب-ض ب-س-ط ن-ش-ط ك-س-ل ح-ذ-ر ن-ب-ه");
        /** Verbal nouns and participles that begin with the article and are feminine only where they end so. */
        private static final String[] NOUN_SHAPES = words(
                "ت12ي3 م1ا23ة است12ا3 ا1ت2ا3 م12و3 1ا23ية 12ا3ة ت1ا2ُ3 ان12ا3 م12َ3ة 12ي3 12و3ة إ12ا3 مت1ا2ِ3 مست12َ3 م1ت2ِ3");

        private static final String[] VERB_SHAPES = words("123 أ123 1ا23 ت123 ا1ت23 است123 ت1ا23 ان123");
        static final Arabic PEN = new Arabic();

        private Arabic() {
            super(0, HEADLINES, SENTENCES, HEADINGS);
        }

        @Override
        String phrase(Random random) {
            String entry = random.nextInt(4) == 0 ? derived(random) : pick(random, NOUNS);
            boolean feminine = feminine(entry);
            String noun = bare(entry);
            if (random.nextInt(7) == 0) {
                // A construct: the first word loses its article, the second keeps it.
                return noun + " " + definite(bare(pick(random, NOUNS)));
            }
            if (random.nextInt(9) == 0) {
                String held = noun.endsWith("ة") ? noun.substring(0, noun.length() - 1) + "ت" : noun;
                return held + pick(random, words("ها هم نا"));
            }
            if (random.nextInt(3) == 0) return definite(noun);
            String adjective = pick(random, ADJECTIVES);
            return definite(noun) + " " + definite(feminine ? adjective + "ة" : adjective);
        }

        @Override
        String clause(Random random) {
            String subject = random.nextInt(3) == 0 ? derived(random) : pick(random, NOUNS);
            String verb = shaped(pick(random, VERB_SHAPES), pick(random, ROOTS)) + (feminine(subject) ? "ت" : "");
            String preposition = random.nextInt(4) == 0 ? pick(random, words("على من إلى عن مع بعد قبل")) + " " : "";
            return verb + " " + definite(bare(subject)) + " " + preposition + phrase(random);
        }

        @Override
        String noun(Random random) {
            return bare(pick(random, NOUNS));
        }

        @Override
        String rare(Random random) {
            return definite(derived(random));
        }

        @Override
        String organisation(Facts facts) {
            return organisationName(facts);
        }

        @Override
        String finish(String sentence) {
            // «ل» swallows the alif of the article that follows it.
            return sentence.replace(" لال", " لل").replace("«لال", "«لل");
        }

        private static String derived(Random random) {
            return shaped(pick(random, NOUN_SHAPES), pick(random, ROOTS));
        }

        private static String shaped(String shape, String root) {
            return shape.replace('1', root.charAt(0))
                    .replace('2', root.charAt(2))
                    .replace('3', root.charAt(4))
                    .replaceAll("[\\u064B-\\u0652]", "");
        }

        private static boolean feminine(String entry) {
            return entry.startsWith("f:") || entry.endsWith("ة");
        }

        private static String bare(String entry) {
            return entry.startsWith("f:") ? entry.substring(2) : entry;
        }

        private static String definite(String noun) {
            return "ال" + noun;
        }
    }

    private static String[] words(String list) {
        return list.strip().split(" +");
    }

    /** Learned words: a first part of Greek or Latin, common to French and English, before each of the endings. */
    private static String[] compounds(String endings) {
        List<String> compounds = new ArrayList<>();
        for (String first :
                words("agro hydro bio eco geo micro macro neuro photo electro tele radio thermo socio psycho cyber nano"
                        + " demo ethno archeo ornitho immuno cardio topo climato sismo litho pluvio dendro oceano musico"
                        + " biblio carto choreo icono chrono techno aero petro helio")) {
            for (String ending : words(endings)) compounds.add(first + ending);
        }
        // Shuffled once, the same way everywhere, so that no first part is rarer than another.
        Collections.shuffle(compounds, new Random(7));
        return compounds.toArray(new String[0]);
    }

    private static String[][] table(String rows) {
        return Arrays.stream(rows.strip().split("\n"))
                .map(row -> Arrays.stream(row.split("\\|")).map(String::strip).toArray(String[]::new))
                .toArray(String[][]::new);
    }

    private static String[][] crossed(String[][] firsts, String[][] seconds) {
        List<String[]> rows = new ArrayList<>();
        for (String[] first : firsts) {
            for (String[] second : seconds) {
                rows.add(new String[] {joined(first[0], second[0]), joined(first[1], second[1])});
            }
        }
        Collections.shuffle(rows, new Random(7));
        return rows.toArray(new String[0][]);
    }

    private static String joined(String first, String second) {
        // Latin letters begin a name with a capital, wherever the name begins.
        String name = second.substring(0, 1).toUpperCase(Locale.ROOT) + second.substring(1);
        return first.endsWith("+") ? first.substring(0, first.length() - 1) + second : first + " " + name;
    }

    private static final String[] SECTIONS = words(
            "politics economy society culture sports technology health education environment world justice opinion");

    private static final String[][] PLACES = table(
            """
            الدار البيضاء|Casablanca|Casablanca
            الرباط|Rabat|Rabat
            مراكش|Marrakech|Marrakesh
            فاس|Fès|Fez
            طنجة|Tanger|Tangier
            أكادير|Agadir|Agadir
            ورزازات|Ouarzazate|Ouarzazate
            مكناس|Meknès|Meknes
            وجدة|Oujda|Oujda
            تطوان|Tétouan|Tetouan
            زاكورة|Zagora|Zagora
            تنغير|Tinghir|Tinghir
            الرشيدية|Errachidia|Errachidia
            العيون|Laâyoune|Laayoune
            الداخلة|Dakhla|Dakhla
            القنيطرة|Kénitra|Kenitra
            سلا|Salé|Salé
            آسفي|Safi|Safi
            الجديدة|El Jadida|El Jadida
            بني ملال|Béni Mellal|Beni Mellal
            خريبكة|Khouribga|Khouribga
            خنيفرة|Khénifra|Khenifra
            الناظور|Nador|Nador
            الحسيمة|Al Hoceïma|Al Hoceima
            تازة|Taza|Taza
            سطات|Settat|Settat
            برشيد|Berrechid|Berrechid
            تارودانت|Taroudant|Taroudant
            تيزنيت|Tiznit|Tiznit
            كلميم|Guelmim|Guelmim
            طانطان|Tan-Tan|Tan-Tan
            السمارة|Smara|Smara
            بوجدور|Boujdour|Boujdour
            الصويرة|Essaouira|Essaouira
            شفشاون|Chefchaouen|Chefchaouen
            العرائش|Larache|Larache
            أصيلة|Asilah|Asilah
            وزان|Ouezzane|Ouezzane
            سيدي قاسم|Sidi Kacem|Sidi Kacem
            سيدي سليمان|Sidi Slimane|Sidi Slimane
            إفران|Ifrane|Ifrane
            أزرو|Azrou|Azrou
            ميدلت|Midelt|Midelt
            أرفود|Erfoud|Erfoud
            فكيك|Figuig|Figuig
            بركان|Berkane|Berkane
            تاوريرت|Taourirt|Taourirt
            جرادة|Jerada|Jerada
            قلعة السراغنة|Kelaat Sraghna|Kelaat Sraghna
            اليوسفية|Youssoufia|Youssoufia
            أزيلال|Azilal|Azilal
            طاطا|Tata|Tata
            سيدي إفني|Sidi Ifni|Sidi Ifni
            درعة تافيلالت|Drâa-Tafilalet|Draa-Tafilalet
            سوس ماسة|Souss-Massa|Souss-Massa
            بنسليمان|Benslimane|Benslimane
            المحمدية|Mohammédia|Mohammedia
            تمارة|Témara|Temara
            الخميسات|Khémisset|Khemisset
            صفرو|Sefrou|Sefrou
            """);

    private static final String[][] VILLAGES = crossed(
            table(
                    """
                    سيدي|Sidi
                    أولاد|Oulad
                    آيت|Aït
                    عين|Aïn
                    تيزي|Tizi
                    بني|Beni
                    قصر|Ksar
                    دوار|Douar
                    """),
            table(
                    """
                    يعقوب|Yacoub
                    عيسى|Aïssa
                    حدو|Haddou
                    زعبول|Zaaboul
                    تاسولت|Tassoult
                    بوزيد|Bouzid
                    إغرم|Ighrem
                    ورغة|Ouergha
                    تمسية|Temsia
                    مرزوك|Marzouk
                    تلات|Tlat
                    أمزرو|Amezrou
                    تافراوت|Tafraout
                    صالح|Saleh
                    أسول|Assoul
                    حمو|Hammou
                    تالوين|Talouine
                    زروال|Zeroual
                    غزوان|Ghezouane
                    إمليل|Imlil
                    بوعزة|Bouazza
                    تمدة|Tamda
                    ودغير|Oudghir
                    أنزال|Anzal
                    رحال|Rahal
                    جابر|Jaber
                    تودغى|Todgha
                    خلوف|Khelouf
                    أوفلا|Oufella
                    مسعود|Messaoud
                    """));

    /** Gender in Arabic and French, then the three names. */
    private static final String[][] ORGANISATIONS = table(
            """
            f|وزارة التربية الوطنية|direction de l’éducation|education department
            m|المجلس الجهوي|conseil régional|regional council
            f|جماعة المدينة|commune urbaine|city council
            f|وزارة الصحة|délégation de la santé|health delegation
            f|محكمة الاستئناف|cour d’appel|court of appeal
            m|المكتب الوطني للماء|bureau national de l’eau|national water office
            f|الغرفة الفلاحية|chambre d’agriculture|chamber of agriculture
            m|النادي الرياضي|club sportif|sports club
            f|جمعية الآباء|association des parents|parents’ association
            m|الاتحاد المحلي للشغل|syndicat local du travail|local labour union
            f|وكالة الحوض المائي|agence du bassin hydraulique|river basin agency
            m|المرصد الوطني للهجرة|centre d’étude des migrations|migration observatory
            f|كلية العلوم|faculté des sciences|faculty of sciences
            m|مهرجان الفيلم|festival du film|film festival
            f|شبكة الجمعيات التنموية|coordination des associations|network of associations
            f|غرفة التجارة والصناعة|chambre de commerce|chamber of commerce
            m|المركز الاستشفائي|centre hospitalier|hospital centre
            m|نادي الصحافة|club de la presse|press club
            f|تعاونية النساء|coopérative féminine|women’s cooperative
            f|المحافظة على التراث|conservation du patrimoine|heritage conservation
            m|المكتب الوطني للسكك|bureau des chemins de fer|railway office
            f|اللجنة المحلية للانتخابات|commission électorale|electoral commission
            m|صندوق التنمية القروية|fonds de développement rural|rural development fund
            f|الوكالة الحضرية|direction de l’urbanisme|planning agency
            m|المعهد الموسيقي|conservatoire de musique|music conservatory
            f|المندوبية السامية للغابات|direction des forêts|forestry commission
            m|مرصد المناخ|centre du climat|climate observatory
            f|رابطة الكتاب|ligue des écrivains|writers’ league
            m|مجلس المنافسة|conseil de la concurrence|competition council
            f|جامعة الصيف|université d’été|summer university
            """);

    private static final String[][] TOPICS = table(
            """
            التعليم|Éducation|Education
            الماء|Eau|Water
            الانتخابات|Élections|Elections
            الجفاف|Sécheresse|Drought
            السياحة|Tourisme|Tourism
            كرة القدم|Football|Football
            الطاقة الشمسية|Énergie solaire|Solar energy
            الهجرة|Migrations|Migration
            حرية الصحافة|Liberté de la presse|Press freedom
            التشغيل|Emploi|Employment
            الصحة العمومية|Santé publique|Public health
            السينما|Cinéma|Cinema
            الفلاحة|Agriculture|Agriculture
            حقوق النساء|Droits des femmes|Women’s rights
            النقل|Transports|Transport
            المناخ|Climat|Climate
            التراث|Patrimoine|Heritage
            الأمازيغية|Langue amazighe|Amazigh language
            القضاء|Justice|Judiciary
            الأسعار|Prix|Prices
            الشباب|Jeunesse|Youth
            الواحات|Oasis|Oases
            الصناعة التقليدية|Artisanat|Crafts
            الرقمنة|Numérique|Digitisation
            السكن|Logement|Housing
            الزلازل|Séismes|Earthquakes
            الجماعات المحلية|Collectivités locales|Local government
            الصيد البحري|Pêche|Fisheries
            ألعاب القوى|Athlétisme|Athletics
            المسرح|Théâtre|Theatre
            الموسيقى|Musique|Music
            الكتاب والنشر|Livre et édition|Books
            الذكاء الاصطناعي|Intelligence artificielle|Artificial intelligence
            الأمن السيبراني|Cybersécurité|Cybersecurity
            المقاولات الصغرى|Petites entreprises|Small business
            التمويل|Finances|Finance
            البحث العلمي|Recherche|Research
            الغابات|Forêts|Forests
            النفايات|Déchets|Waste
            الإعاقة|Handicap|Disability
            """);

    private static final String[][] GIVEN = table(
            """
            محمد|Mohamed
            فاطمة|Fatima
            أحمد|Ahmed
            خديجة|Khadija
            يوسف|Youssef
            أمينة|Amina
            حسن|Hassan
            مريم|Meryem
            إبراهيم|Brahim
            نادية|Nadia
            رشيد|Rachid
            سعاد|Souad
            عمر|Omar
            زينب|Zineb
            كريم|Karim
            لطيفة|Latifa
            سعيد|Saïd
            حنان|Hanane
            عبد الله|Abdellah
            نعيمة|Naïma
            إدريس|Driss
            سلمى|Salma
            مصطفى|Mostafa
            إيمان|Imane
            لحسن|Lahcen
            رقية|Rkia
            جمال|Jamal
            وفاء|Wafaa
            طارق|Tarik
            بشرى|Bouchra
            أيوب|Ayoub
            هند|Hind
            موحى|Moha
            تودة|Touda
            عدنان|Adnane
            غيثة|Ghita
            """);

    private static final String[][] FAMILIES = crossed(
            table(
                    """
                    ال+|El
                    بن|Ben
                    آيت|Aït
                    أيت بن|Aït Ben
                    بو+|Bou+
                    أو+|Ou+
                    """),
            table(
                    """
                    علوي|alaoui
                    منصور|mansour
                    زهرة|zahra
                    درقاوي|darkaoui
                    إدريسي|idrissi
                    سوسي|soussi
                    فاسي|fassi
                    حداد|haddad
                    نجار|najjar
                    خياط|khayat
                    بناني|bennani
                    تازي|tazi
                    شرقاوي|cherkaoui
                    ورزازي|ouarzazi
                    مكناسي|meknassi
                    صحراوي|sahraoui
                    جبلي|jebli
                    ريفي|rifi
                    عمراني|amrani
                    قادري|kadiri
                    حسني|hassani
                    طاهر|taher
                    رمضان|ramdane
                    سالم|salem
                    حموش|hammouch
                    يحيى|yahya
                    زروق|zerrouk
                    شعيب|chouaib
                    لمرابط|lamrabet
                    مزوار|mezouar
                    غزالي|ghazali
                    كتاني|kettani
                    """));

    private static final String[][] MONTHS = table(
            """
            يناير|janvier|January
            فبراير|février|February
            مارس|mars|March
            أبريل|avril|April
            ماي|mai|May
            يونيو|juin|June
            يوليوز|juillet|July
            غشت|août|August
            شتنبر|septembre|September
            أكتوبر|octobre|October
            نونبر|novembre|November
            دجنبر|décembre|December
            """);

    private static final String[][] DAYS = table(
            """
            الإثنين|lundi|Monday
            الثلاثاء|mardi|Tuesday
            الأربعاء|mercredi|Wednesday
            الخميس|jeudi|Thursday
            الجمعة|vendredi|Friday
            السبت|samedi|Saturday
            الأحد|dimanche|Sunday
            """);
}
