package org.minbar.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minbar.Cast.NOON;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryTest {

    record Promised(long person, Instant at, Optional<String> note) implements Happening {}

    @Test
    void a_happening_reads_back_as_it_was_told() {
        for (Promised told : new Promised[] {
            new Promised(7, NOON.plusMillis(7), Optional.of("عاجل")),
            new Promised(Happening.THE_HOUSE, NOON, Optional.empty())
        }) {
            Entry entry = new Entry(1, NOON, told.kind(), told.person(), Entry.payloadOf(told));
            assertThat(entry.as(Promised.class)).contains(told);
            assertThat(entry.as(Told.class)).isEmpty();
        }
    }

    @Test
    void a_row_outlives_a_component_that_has_gone_and_one_that_is_new() {
        String older = "{\"person\":7,\"kind\":\"x\",\"colour\":\"red\"}";
        assertThat(new Entry(1, NOON, "Told", 7, older).as(Told.class)).isPresent();
    }

    @Test
    void a_row_that_is_not_what_it_says_is_refused_with_its_number() {
        Entry broken = new Entry(12, NOON, "Told", 7, "{\"person\":\"nobody\"}");
        assertThatThrownBy(() -> broken.as(Told.class))
                .hasMessageContaining("12")
                .hasMessageContaining("Told");
    }
}
