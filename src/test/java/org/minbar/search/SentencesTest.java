package org.minbar.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One. Two! Three? | One. ;Two! ;Three?",
                "افتتح المهرجان. من حضر؟ لا أحد! | افتتح المهرجان. ;من حضر؟ ;لا أحد!",
                "« Oui. » Il part. | « Oui. » ;Il part.",
                "3.14 stays whole | 3.14 stays whole",
                "first line\\nsecond line | first line\\n;second line",
            })
    void a_sentence_begins_after_an_end_and_a_space(String text, String cut) {
        assertThat(sentences(text.replace("\\n", "\n")))
                .containsExactly(cut.replace("\\n", "\n").split(";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"One. Two! Three?", "بداية.\\nوسط. نهاية", "nothing to cut"})
    void going_back_meets_the_same_places(String text) {
        Sentences there = new Sentences();
        there.setText(text);
        List<Integer> forwards = new ArrayList<>();
        for (int at = there.first(); at != BreakIterator.DONE; at = there.next()) forwards.add(at);
        List<Integer> backwards = new ArrayList<>();
        for (int at = there.last(); at != BreakIterator.DONE; at = there.previous()) backwards.add(0, at);
        assertThat(backwards).isEqualTo(forwards);
    }

    private static List<String> sentences(String text) {
        Sentences each = new Sentences();
        each.setText(text);
        List<String> found = new ArrayList<>();
        int start = each.first();
        for (int end = each.next(); end != BreakIterator.DONE; end = each.next()) {
            found.add(text.substring(start, end));
            start = end;
        }
        return found;
    }
}
