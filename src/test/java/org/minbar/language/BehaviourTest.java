package org.minbar.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BehaviourTest {

    private final Locale usual = Locale.getDefault();

    @AfterEach
    void the_machine_is_as_it_was() {
        Locale.setDefault(usual);
    }

    static Stream<Behaviour.Line> table() {
        return Behaviour.table();
    }

    @ParameterizedTest
    @MethodSource("table")
    void the_room_says_what_the_table_says(Behaviour.Line line) {
        assertThat(line.said().apply(Tongues.HOUSE)).isEqualTo(line.expected());
    }

    @Test
    void a_turkish_machine_changes_nothing() {
        Locale.setDefault(Locale.forLanguageTag("tr"));

        assertThat("I".toLowerCase(Locale.getDefault())).isEqualTo("ı");
        theTableHoldsOnThisMachine();
    }

    @Test
    void an_egyptian_machine_changes_nothing() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));

        assertThat(String.format(Locale.getDefault(), "%d", 5)).isEqualTo("٥");
        theTableHoldsOnThisMachine();
    }

    /** With languages that no earlier test has used, so that nothing comes from what they left prepared. */
    private static void theTableHoldsOnThisMachine() {
        Properties records = Tongues.records();
        for (String tag : new String[] {"ar", "fr", "en"}) {
            records.put(tag + ".own-name", "on a machine in " + Locale.getDefault());
        }
        Languages fresh = Languages.of(records);
        SoftAssertions every = new SoftAssertions();
        Behaviour.table().forEach(line -> every.assertThat(line.said().apply(fresh))
                .as(line.what())
                .isEqualTo(line.expected()));
        every.assertAll();
    }
}
