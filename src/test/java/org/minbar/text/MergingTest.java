package org.minbar.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minbar.text.Block.Paragraph;
import org.minbar.text.Merging.Clash;
import org.minbar.text.Merging.Keep;
import org.minbar.text.Merging.Part;
import org.minbar.text.Merging.Settled;

class MergingTest {

    /** A letter stands for a paragraph, the same letter with a figure for that paragraph edited. */
    private static final Map<Character, String> SAID = Map.of(
            'a', "افتتحت جمعية أصدقاء الكلمة بوابة المشاركة العامة بإقليم الصويرة",
            'b', "Les archives de la ville ouvrent lundi au public et aux chercheurs",
            'c', "Three centuries of letters go on show in the old town hall",
            'd', "سيترأس فعاليات اللقاء عامل الإقليم إلى جانب رؤساء الجماعات",
            'x', "Un concert gratuit clôturera cette semaine festive",
            'y', "Tickets for every evening were sold within half an hour");

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a b c     | a b c    | a b c      | a b c",
                "a b c     | a1 b c   | a b c      | a1 b c",
                "a b c     | a1 b c   | a b c1     | a1 b c1",
                // neighbours, edited by two people
                "a b c     | a1 b c   | a b1 c     | a1 b1 c",
                "a b c     | a1 b c   | a1 b c     | a1 b c",
                "a b c     | a1 b c   | a2 b c     | <a:a1:a2> b c",
                "a b c     | b c      | a b c1     | b c1",
                "a b c     | b c      | a1 b c     | <a::a1> b c",
                "a b c     | a x b c  | a b c      | a x b c",
                "a b c     | a x b c  | a b c y    | a x b c y",
                "a b c     | a x b c  | a y b c    | a <:x:y> b c",
                "a b c     | a x b c  | a x b c    | a x b c",
                "a b c     | a x b c  | a x y b c  | a x y b c",
                // an edit, and an insertion behind it
                "a b c     | a1 b c   | a x b c    | a1 x b c",
                // a paragraph rewritten by one and edited by the other
                "a b c     | a x c    | a b1 c     | a <b:x:b1> c",
                "a b       | b a      | a b        | b a",
                "a b c d   | c        | a b c d    | c",
                "a b       |          | a b        | ",
                "a b       |          | a1 b       | <a b::a1 b>",
                "          | x        | y          | <:x:y>",
                "          | x        |            | x"
            })
    void paragraphs_merge_unless_both_changed_the_same_one(String base, String mine, String theirs, String merged) {
        Merging merging = Merging.of(body(base), body(mine), body(theirs));
        assertThat(shown(merging)).isEqualTo(merged == null ? "" : merged);
        assertThat(merging.clean()).isEqualTo(merged == null || merged.indexOf('<') < 0);
        assertThat(merging.body().isPresent()).isEqualTo(merging.clean());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MINE,MINE     | a1 b x c",
                "THEIRS,THEIRS | a2 b y c",
                "MINE,THEIRS   | a1 b y c",
                "BOTH,BOTH     | a1 a2 b x y c"
            })
    void a_clash_is_settled_as_somebody_chose(String keeps, String outcome) {
        Merging merging = Merging.of(body("a b c"), body("a1 b x c"), body("a2 b y c"));
        List<Keep> chosen = Stream.of(keeps.split(",")).map(Keep::valueOf).toList();
        assertThat(merging.settled(chosen)).isEqualTo(body(outcome));
        assertThatThrownBy(() -> merging.settled(List.of(Keep.MINE))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "مهرجان ورزازات | مهرجان ورزازات | مهرجان ورزازات الدولي | مهرجان ورزازات الدولي",
                "مهرجان ورزازات | مهرجان فاس     | مهرجان ورزازات        | مهرجان فاس",
                "مهرجان ورزازات | مهرجان فاس     | مهرجان فاس            | مهرجان فاس",
                "مهرجان ورزازات | مهرجان فاس     | مهرجان الرباط         | ",
                "Archives       | Archives       | Archives              | Archives"
            })
    void a_line_has_one_outcome_or_clashes(String base, String mine, String theirs, String outcome) {
        assertThat(Merging.whole(base, mine, theirs).orElse("")).isEqualTo(outcome == null ? "" : outcome);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 9, 20261122})
    void whatever_is_merged_nothing_is_lost_and_no_side_is_preferred(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            List<String> base = letters(random, random.nextInt(6));
            List<String> one = altered(base, random);
            List<String> other = altered(base, random);
            Body begun = body(String.join(" ", base));
            Body mine = body(String.join(" ", one));
            Body theirs = body(String.join(" ", other));
            String as = "seed " + seed + ", " + i + ": " + base + " " + one + " " + other;

            Merging merging = Merging.of(begun, mine, theirs);

            assertThat(Merging.of(begun, begun, theirs).body()).as(as).contains(theirs);
            assertThat(Merging.of(begun, mine, begun).body()).as(as).contains(mine);
            assertThat(Merging.of(begun, mine, mine).body()).as(as).contains(mine);
            assertThat(turned(Merging.of(begun, theirs, mine))).as(as).isEqualTo(merging);
            List<Keep> both = merging.parts().stream()
                    .filter(Clash.class::isInstance)
                    .map(clash -> Keep.BOTH)
                    .toList();
            Set<Block> outcome = new HashSet<>(merging.settled(both).blocks());
            assertThat(outcome).as(as).containsAll(without(mine, begun)).containsAll(without(theirs, begun));
            Set<Block> everything = new HashSet<>(mine.blocks());
            everything.addAll(theirs.blocks());
            assertThat(everything).as(as).containsAll(outcome);
            Set<Block> asMine = new HashSet<>(
                    merging.settled(both.stream().map(keep -> Keep.MINE).toList())
                            .blocks());
            assertThat(asMine).as(as).containsAll(without(mine, begun));
        }
    }

    @Test
    void ten_thousand_paragraphs_merge() {
        String many = "a ".repeat(10_000).strip();
        assertThat(Merging.of(body(many + " b"), body("c " + many + " b"), body(many + " b1"))
                        .body())
                .contains(body("c " + many + " b1"));
    }

    private static List<Block> without(Body body, Body begun) {
        return body.blocks().stream()
                .filter(block -> !begun.blocks().contains(block))
                .toList();
    }

    private static List<String> letters(Random random, int count) {
        List<String> letters = new ArrayList<>(List.of("a", "b", "c", "d"));
        while (letters.size() > Math.min(count, 4)) {
            letters.remove(random.nextInt(letters.size()));
        }
        return letters;
    }

    private static List<String> altered(List<String> base, Random random) {
        List<String> altered = new ArrayList<>();
        for (String letter : base) {
            if (random.nextInt(5) == 0) {
                altered.add(random.nextBoolean() ? "x" : "y" + random.nextInt(3));
            }
            switch (random.nextInt(5)) {
                case 0 -> altered.add(letter + (1 + random.nextInt(2)));
                case 1 -> {}
                default -> altered.add(random.nextInt(altered.size() + 1), letter);
            }
        }
        return altered;
    }

    private static Merging turned(Merging merging) {
        return new Merging(merging.parts().stream()
                .map(part -> part instanceof Clash clash ? new Clash(clash.base(), clash.theirs(), clash.mine()) : part)
                .toList());
    }

    private static Body body(String letters) {
        if (letters == null || letters.isBlank()) {
            return Body.EMPTY;
        }
        return new Body(Stream.of(letters.strip().split(" +"))
                .<Block>map(letter -> Paragraph.of(
                        SAID.get(letter.charAt(0)) + (letter.length() == 1 ? "" : " نسخة" + letter.substring(1))))
                .toList());
    }

    private static String shown(Merging merging) {
        return merging.parts().stream().map(MergingTest::shown).collect(Collectors.joining(" "));
    }

    private static String shown(Part part) {
        if (part instanceof Settled settled) {
            return shown(settled.blocks());
        }
        Clash clash = (Clash) part;
        return "<" + shown(clash.base()) + ":" + shown(clash.mine()) + ":" + shown(clash.theirs()) + ">";
    }

    private static String shown(List<Block> blocks) {
        return blocks.stream()
                .map(block -> {
                    String text = ((Paragraph) block).wording().text();
                    return SAID.entrySet().stream()
                            .filter(entry -> text.startsWith(entry.getValue()))
                            .map(entry -> entry.getKey()
                                    + text.substring(entry.getValue().length()).replace(" نسخة", ""))
                            .findFirst()
                            .orElseThrow();
                })
                .collect(Collectors.joining(" "));
    }
}
