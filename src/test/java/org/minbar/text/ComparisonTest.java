package org.minbar.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minbar.text.Block.Embed;
import org.minbar.text.Block.Heading;
import org.minbar.text.Block.Item;
import org.minbar.text.Block.ListBlock;
import org.minbar.text.Block.Paragraph;
import org.minbar.text.Comparison.Change;
import org.minbar.text.Comparison.Op;
import org.minbar.text.Comparison.Piece;
import org.minbar.text.Comparison.Row;

class ComparisonTest {

    /** {@code [-gone-]} and {@code [+come+]} stand for the pieces of one side. */
    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("مهرجان ورزازات", "مهرجان ورزازات", "مهرجان ورزازات"),
                Arguments.of("", "خبر عاجل", "[+خبر عاجل+]"),
                Arguments.of("خبر عاجل", "", "[-خبر عاجل-]"),
                Arguments.of(
                        "افتتاح مهرجان ورزازات اليوم بحضور الوزير",
                        "افتتاح مهرجان ورزازات غدا بحضور الوزير",
                        "افتتاح مهرجان ورزازات [-اليوم-][+غدا+] بحضور الوزير"),
                // A vowel sign changes its word, whole.
                Arguments.of(
                        "كتب الصحفي عن المدينة القديمة",
                        "كُتب الصحفي عن المدينة القديمة",
                        "[-كتب-][+كُتب+] الصحفي عن المدينة القديمة"),
                Arguments.of(
                        "قالت السيدة حنفي٬ مديرة البرنامج",
                        "قالت السيدة حنفي، مديرة البرنامج",
                        "قالت السيدة حنفي[-٬-][+،+] مديرة البرنامج"),
                Arguments.of(
                        "الصحافة و المنتدى في أسبوع الإعلام",
                        "الصحافة والمنتدى في أسبوع الإعلام",
                        "الصحافة [-و المنتدى-][+والمنتدى+] في أسبوع الإعلام"),
                Arguments.of(
                        "في 16:06 مساء يوم الأحد", "في 16:30 مساء يوم الأحد", "في [-16:06-][+16:30+] مساء يوم الأحد"),
                Arguments.of(
                        "حضر 12٬500 زائر إلى المعرض",
                        "حضر 13٬500 زائر إلى المعرض",
                        "حضر [-12٬500-][+13٬500+] زائر إلى المعرض"),
                Arguments.of(
                        "Le ministre a promis l’eau courante à Zagora",
                        "Le ministre a promis l’électricité à Zagora",
                        "Le ministre a promis l’[-eau courante-][+électricité+] à Zagora"),
                Arguments.of(
                        "Le festival s'ouvre lundi à Fès",
                        "Le festival s’ouvre lundi à Fès",
                        "Le festival [-s'-][+s’+]ouvre lundi à Fès"),
                Arguments.of(
                        "Le budget : 10\u00A0000 dirhams pour la ville",
                        "Le budget : 12\u00A0000 dirhams pour la ville",
                        "Le budget : [-10\u00A0000-][+12\u00A0000+] dirhams pour la ville"),
                Arguments.of(
                        "The archive opens on Monday, and it's free",
                        "The archive opens on Tuesday, and it isn't free",
                        "The archive opens on [-Monday, and it's-][+Tuesday, and it isn't+] free"),
                Arguments.of(
                        "Pictures of the old town by night",
                        "Three new maps for a harbour",
                        "[-Pictures of the old town by night-][+Three new maps for a harbour+]"),
                // What stands between two changes goes with them.
                Arguments.of(
                        "The minister, visibly tired, left the meeting early on Sunday evening",
                        "The minister, plainly angry, left the meeting early on Sunday evening",
                        "The minister, [-visibly tired-][+plainly angry+], left the meeting early on Sunday evening"),
                Arguments.of(
                        "Une journée 👩‍💻 au bureau de presse",
                        "Une journée 👩‍🔬 au bureau de presse",
                        "Une journée [-👩‍💻-][+👩‍🔬+] au bureau de presse"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_line_shows_what_changed_in_whole_words(String left, String right, String shown) {
        List<Piece> pieces = Comparison.line(left, right);
        assertThat(shown(pieces)).isEqualTo(shown);
        mustGive(pieces, left, right);
    }

    private static String shown(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> switch (piece.op()) {
                    case SAME -> piece.text();
                    case REMOVED -> "[-" + piece.text() + "-]";
                    case ADDED -> "[+" + piece.text() + "+]";
                })
                .collect(Collectors.joining());
    }

    private static final String ONE = "افتتحت جمعية أصدقاء الكلمة بوابة المشاركة العامة بإقليم الصويرة";
    private static final String TWO = "Les archives de la ville ouvrent lundi au public et aux chercheurs";
    private static final String THREE = "Three centuries of letters go on show in the old town hall";
    private static final String FOUR = "سيترأس فعاليات اللقاء عامل إقليم الصويرة إلى جانب رؤساء الجماعات";

    private static final String ONE_EDITED = "افتتحت جمعية أصدقاء الكلمة أمس بوابة المشاركة العامة بإقليم الصويرة";
    private static final String TWO_EDITED = "Les archives de la ville ouvrent mardi au public et aux chercheurs";

    static Stream<Arguments> paragraphs() {
        return Stream.of(
                Arguments.of("nothing", List.of(ONE, TWO), List.of(ONE, TWO), "0=0 1=1"),
                Arguments.of("an edit", List.of(ONE, TWO), List.of(ONE_EDITED, TWO), "0~0 1=1"),
                Arguments.of("an insertion", List.of(ONE, TWO), List.of(ONE, THREE, TWO), "0=0 +1 1=2"),
                Arguments.of("a removal", List.of(ONE, THREE, TWO), List.of(ONE, TWO), "0=0 1- 2=1"),
                Arguments.of("an edit and an insertion behind", List.of(ONE), List.of(ONE_EDITED, THREE), "0~0 +1"),
                Arguments.of("an insertion and an edit behind", List.of(ONE), List.of(THREE, ONE_EDITED), "+0 0~1"),
                Arguments.of("two edits", List.of(ONE, TWO), List.of(ONE_EDITED, TWO_EDITED), "0~0 1~1"),
                Arguments.of("a removal and an edit", List.of(THREE, TWO), List.of(TWO_EDITED), "0- 1~0"),
                Arguments.of("a rewriting", List.of(ONE, TWO), List.of(ONE, THREE), "0=0 1- +1"),
                Arguments.of(
                        "a move", List.of(ONE, TWO, THREE, FOUR), List.of(FOUR, ONE, TWO, THREE), "3=0! 0=1 1=2 2=3"),
                Arguments.of(
                        "a move with an edit",
                        List.of(ONE, TWO, THREE, FOUR),
                        List.of(TWO, THREE, FOUR, ONE_EDITED),
                        "1=0 2=1 3=2 0~3!"),
                Arguments.of("all of it gone", List.of(ONE, TWO), List.of(), "0- 1-"),
                Arguments.of("all of it new", List.of(), List.of(ONE, TWO), "+0 +1"),
                Arguments.of("twice the same", List.of(ONE), List.of(ONE, ONE), "0=0 +1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paragraphs")
    void paragraphs_find_their_edited_selves(String what, List<String> left, List<String> right, String shown) {
        Comparison comparison = Comparison.of(body(left), body(right), "rtl");
        assertThat(comparison.rows().stream().map(ComparisonTest::shown).collect(Collectors.joining(" ")))
                .as(what)
                .isEqualTo(shown);
        assertThat(comparison.same()).isEqualTo(left.equals(right));
    }

    private static String shown(Row row) {
        String sign = row.change() == Change.SAME ? "=" : "~";
        return (switch (row.change()) {
                    case ADDED -> "+" + row.right();
                    case REMOVED -> row.left() + "-";
                    default -> row.left() + sign + row.right();
                })
                + (row.moved() ? "!" : "");
    }

    @Test
    void an_edited_paragraph_shows_which_words_were_edited_and_runs_as_its_letters_do() {
        Row arabic = Comparison.of(body(List.of(ONE, TWO)), body(List.of(ONE_EDITED, TWO_EDITED)), "rtl")
                .rows()
                .get(0);
        assertThat(shown(arabic.pieces())).contains("الكلمة [+أمس +]بوابة");
        assertThat(arabic.leftDir()).isEqualTo("rtl");

        Row french = Comparison.of(body(List.of(ONE, TWO)), body(List.of(ONE_EDITED, TWO_EDITED)), "rtl")
                .rows()
                .get(1);
        assertThat(shown(french.pieces())).contains("ouvrent [-lundi-][+mardi+] au");
        assertThat(french.rightDir()).isEqualTo("ltr");
    }

    @Test
    void the_same_words_set_otherwise_are_told_from_words_that_changed() {
        Style strong = Style.of(Mark.STRONG);
        Body plain = body(List.of("Un mot en gras ici"));
        Body marked = new Body(List.of(new Paragraph(
                new Wording(List.of(Run.plain("Un mot en "), new Run("gras", strong), Run.plain(" ici"))))));

        Row row = Comparison.of(plain, marked, "ltr").rows().get(0);

        assertThat(row.change()).isEqualTo(Change.CHANGED);
        assertThat(row.recast()).isFalse();
        assertThat(row.pieces())
                .containsExactly(
                        new Piece(Op.SAME, "Un mot en ", false),
                        new Piece(Op.SAME, "gras", true),
                        new Piece(Op.SAME, " ici", false));
    }

    static Stream<Arguments> recast() {
        Paragraph paragraph = Paragraph.of("برنامج المهرجان");
        return Stream.of(
                Arguments.of(paragraph, new Heading(2, Wording.of("برنامج المهرجان"))),
                Arguments.of(
                        new Heading(3, Wording.of("برنامج المهرجان")), new Heading(2, Wording.of("برنامج المهرجان"))),
                Arguments.of(
                        new ListBlock(true, List.of(Item.of("واحد"), Item.of("اثنان"))),
                        new ListBlock(false, List.of(Item.of("واحد"), Item.of("اثنان")))),
                Arguments.of(
                        new ListBlock(true, List.of(Item.of("واحد"), Item.of("اثنان"))),
                        new ListBlock(true, List.of(new Item(List.of(Paragraph.of("واحد"), Paragraph.of("اثنان")))))));
    }

    @ParameterizedTest
    @MethodSource("recast")
    void a_block_of_another_kind_or_shape_is_the_same_one_recast(Block before, Block after) {
        Row row = Comparison.of(new Body(List.of(before)), new Body(List.of(after)), "rtl")
                .rows()
                .get(0);
        assertThat(row.change()).isEqualTo(Change.CHANGED);
        assertThat(row.recast()).isTrue();
    }

    @Test
    void an_embed_that_leads_elsewhere_has_changed() {
        Row row = Comparison.of(
                        new Body(List.of(new Embed("https://example.org/film/1", "Le film du festival"))),
                        new Body(List.of(new Embed("https://example.org/film/2", "Le film du festival"))),
                        "ltr")
                .rows()
                .get(0);
        assertThat(row.change()).isEqualTo(Change.CHANGED);
        assertThat(shown(row.pieces())).isEqualTo("Le film du festival\nhttps://example.org/film/[-1-][+2+]");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 11, 20261122})
    void nothing_is_lost_and_no_character_is_cut_whatever_is_compared(long seed) {
        Random random = new Random(seed);
        Bodies bodies = new Bodies(random);
        for (int i = 0; i < 300; i++) {
            Body left = bodies.next();
            Body right = random.nextInt(4) == 0 ? bodies.next() : altered(left, bodies, random);
            String as = "seed " + seed + ", pair " + i;
            Comparison comparison = Comparison.of(left, right, "rtl");
            mustHoldAll(comparison, left, right, as);
            assertThat(comparison.same()).as(as).isEqualTo(left.equals(right));
            assertThat(Comparison.of(left, left, "rtl").same()).as(as).isTrue();
        }
    }

    private static Body altered(Body body, Bodies bodies, Random random) {
        List<Block> blocks = new ArrayList<>(body.blocks());
        for (int n = random.nextInt(4); n >= 0; n--) {
            int place = random.nextInt(blocks.size() + 1);
            switch (random.nextInt(4)) {
                case 0 -> blocks.addAll(place, bodies.next().blocks());
                case 1 -> Collections.shuffle(blocks, random);
                case 2 -> {
                    if (place < blocks.size()) {
                        blocks.remove(place);
                    }
                }
                default -> {
                    if (place < blocks.size()) {
                        blocks.set(place, blocks.get(place).reworded(wording -> edited(wording, bodies, random)));
                    }
                }
            }
        }
        return new Body(blocks);
    }

    private static Wording edited(Wording wording, Bodies bodies, Random random) {
        List<Run> runs = new ArrayList<>(wording.runs());
        runs.add(random.nextInt(runs.size() + 1), Run.plain(bodies.text()));
        runs.add(Run.plain("نهاية"));
        return new Wording(runs);
    }

    private static void mustHoldAll(Comparison comparison, Body left, Body right, String as) {
        List<Row> rows = comparison.rows();
        assertThat(rows.stream().map(Row::left).filter(l -> l >= 0).sorted())
                .as(as)
                .containsExactlyElementsOf(
                        IntStream.range(0, left.blocks().size()).boxed().toList());
        assertThat(rows.stream().map(Row::right).filter(r -> r >= 0))
                .as(as)
                .containsExactlyElementsOf(
                        IntStream.range(0, right.blocks().size()).boxed().toList());
        for (Row row : rows) {
            mustGive(
                    row.pieces(),
                    row.left() < 0 ? "" : said(left.blocks().get(row.left())),
                    row.right() < 0 ? "" : said(right.blocks().get(row.right())));
            if (row.change() == Change.CHANGED) {
                assertThat(row.recast() || row.pieces().stream().anyMatch(p -> p.op() != Op.SAME || p.restyled()))
                        .as("%s: a change can be seen", as)
                        .isTrue();
            }
        }
    }

    private static String said(Block block) {
        return Passage.of(block, new Passage.Glossary()).text();
    }

    private static void mustGive(List<Piece> pieces, String left, String right) {
        assertThat(side(pieces, Op.REMOVED, left)).isEqualTo(left);
        assertThat(side(pieces, Op.ADDED, right)).isEqualTo(right);
    }

    private static String side(List<Piece> pieces, Op own, String whole) {
        StringBuilder text = new StringBuilder();
        List<Integer> edges = graphemeEdges(whole);
        for (Piece piece : pieces) {
            if (piece.op() == Op.SAME || piece.op() == own) {
                text.append(piece.text());
                assertThat(edges.contains(text.length()))
                        .as("«%s» ends within a character of «%s»", piece.text(), whole)
                        .isTrue();
            }
        }
        return text.toString();
    }

    private static List<Integer> graphemeEdges(String text) {
        List<Integer> edges = new ArrayList<>();
        Matcher grapheme = Pattern.compile("\\X").matcher(text);
        while (grapheme.find()) {
            edges.add(grapheme.end());
        }
        return edges;
    }

    static Stream<Arguments> heavy() {
        List<String> equal = Collections.nCopies(10_000, "نفس الفقرة دائما");
        Random random = new Random(7);
        String long1 = words(170_000, random, "");
        return Stream.of(
                Arguments.of("ten thousand equal paragraphs", equal, equal.subList(0, 9_000)),
                Arguments.of(
                        "ten thousand, and ten thousand others", equal, Collections.nCopies(10_000, "autre chose")),
                Arguments.of(
                        "ten thousand, every second another",
                        equal,
                        IntStream.range(0, 10_000)
                                .mapToObj(i -> i % 2 == 0 ? equal.get(0) : "autre " + i % 7)
                                .toList()),
                Arguments.of(
                        "ten thousand, a word in each replaced",
                        IntStream.range(0, 10_000)
                                .mapToObj(i -> "Le maire de Fès a dit " + i)
                                .toList(),
                        IntStream.range(0, 10_000)
                                .mapToObj(i -> "Le maire de Rabat a dit " + i)
                                .toList()),
                Arguments.of(
                        "ten thousand in another order",
                        IntStream.range(0, 10_000)
                                .mapToObj(i -> "Le numéro " + i)
                                .toList(),
                        IntStream.range(0, 10_000)
                                .mapToObj(i -> "Le numéro " + (9_999 - i))
                                .toList()),
                Arguments.of(
                        "texts whose hash codes are all the same",
                        IntStream.range(0, 4_096)
                                .mapToObj(ComparisonTest::colliding)
                                .toList(),
                        IntStream.range(0, 4_096)
                                .mapToObj(i -> colliding(4_095 - i))
                                .toList()),
                Arguments.of(
                        "a paragraph of a megabyte, edited twice",
                        List.of(long1),
                        List.of("Avant " + long1.replace(" mot77 ", " autre "))),
                Arguments.of(
                        "a paragraph of a megabyte, another", List.of(long1), List.of(words(170_000, random, "x"))),
                Arguments.of("a megabyte shuffled", List.of(long1), List.of(words(170_000, random, ""))),
                Arguments.of(
                        "a megabyte of signs",
                        List.of("a" + ".".repeat(1_000_000)),
                        List.of("b" + ".,".repeat(500_000))),
                Arguments.of(
                        "a megabyte of vowel signs",
                        List.of("ب" + "\u064E\u0651".repeat(500_000)),
                        List.of("ب" + "\u0651\u064F".repeat(500_000))));
    }

    /** Strings of twelve pairs that Java hashes alike. */
    private static String colliding(int i) {
        return IntStream.range(0, 12)
                .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    private static String words(int count, Random random, String end) {
        return IntStream.range(0, count)
                .mapToObj(i -> "mot" + random.nextInt(500) + end)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("heavy")
    void what_is_heavy_takes_no_longer_than_it_may(String what, List<String> left, List<String> right) {
        Body before = body(left);
        Body after = body(right);
        Comparison comparison = assertTimeout(Duration.ofSeconds(10), () -> Comparison.of(before, after, "ltr"), what);
        assertThat(comparison.rows().stream().filter(row -> row.left() >= 0).count())
                .isEqualTo(left.size());
        assertThat(comparison.rows().stream().filter(row -> row.right() >= 0).count())
                .isEqualTo(right.size());
    }

    private static Body body(List<String> paragraphs) {
        return new Body(paragraphs.stream().<Block>map(Paragraph::of).toList());
    }
}
