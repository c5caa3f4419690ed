package org.minbar.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minbar.Cast.AR;
import static org.minbar.Cast.EN;
import static org.minbar.Cast.FR;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minbar.Newsroom;
import org.minbar.Store;
import org.minbar.language.Refusal;

class LexiconTest {

    @ParameterizedTest
    @EnumSource
    void sections_stand_in_the_order_of_the_newspaper_and_a_new_one_comes_last(Store store) {
        try (Newsroom newsroom = Newsroom.on(store)) {
            newsroom.inTransaction(() -> {
                assertThat(newsroom.sections.all()).isEmpty();
                newsroom.sections.add(new Section("sports", 5, Map.of("ar", "رياضة", "fr", "Sports")));
                newsroom.sections.add(new Section("culture", 4, Map.of("ar", "ثقافة", "fr", "Culture")));
            });
            newsroom.inTransaction(() -> {
                Section health = newsroom.sections.findOrMake("health", "ar", "صحة");
                assertThat(newsroom.sections.findOrMake("health", "fr", "Santé"))
                        .isSameAs(health);
            });
            newsroom.inTransaction(() -> {
                assertThat(newsroom.sections.all())
                        .extracting(Section::slug)
                        .containsExactly("culture", "sports", "health");
                Section culture = newsroom.sections.get("culture");
                assertThat(culture.name(AR)).isEqualTo("ثقافة");
                assertThat(culture.name(EN)).as("no name yet").isEqualTo("culture");
                culture.name("en", "Culture");
                assertThat(newsroom.sections.get("health").position()).isEqualTo(6);
            });
            newsroom.inTransaction(() -> {
                assertThat(newsroom.sections.get("culture").name(EN)).isEqualTo("Culture");
                assertThat(newsroom.sections.find("weather")).isEmpty();
                assertThatThrownBy(() -> newsroom.sections.get("weather"))
                        .isInstanceOfSatisfying(Refusal.class, refusal -> {
                            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_FOUND);
                            assertThat(refusal.kind()).isEqualTo("no-such-section");
                        });
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_topic_typed_at_the_desk_is_the_one_of_that_name_or_a_new_one(Store store) {
        try (Newsroom newsroom = Newsroom.on(store)) {
            newsroom.inTransaction(() -> {
                newsroom.topics.add(new Topic("gnaoua", Map.of("ar", "كناوة", "fr", "Gnaoua")));
                newsroom.topics.findOrMake("الصويرة", "ar", "الصويرة");
                // The same letters name two things in two languages.
                newsroom.topics.add(new Topic("tour", Map.of("fr", "Tour")));
                newsroom.topics.add(new Topic("journey", Map.of("en", "Tour")));
            });
            newsroom.inTransaction(() -> {
                assertThat(newsroom.topics.named(" gnaoua ", FR).slug()).isEqualTo("gnaoua");
                assertThat(newsroom.topics.named("GNAOUA", FR).slug()).isEqualTo("gnaoua");
                assertThat(newsroom.topics.named("كناوة", FR).slug()).isEqualTo("gnaoua");
                assertThat(newsroom.topics.named("الصويرة", FR).slug())
                        .as("shown by its slug on a French screen, and sent back")
                        .isEqualTo("الصويرة");
                assertThat(newsroom.topics.named("tour", FR).slug()).isEqualTo("tour");
                assertThat(newsroom.topics.named("tour", EN).slug()).isEqualTo("journey");
                Topic made = newsroom.topics.named("<b>وادي زيز</b>", AR).asPlace();
                assertThat(made.name(AR)).contains("وادي زيز");
                assertThat(newsroom.topics.named(made.name(AR), AR).isPlace()).isTrue();
                assertThatThrownBy(() -> newsroom.topics.named("ط".repeat(121), AR))
                        .isInstanceOf(Refusal.class);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void topics_are_found_by_their_slug_in_every_language(Store store) {
        try (Newsroom newsroom = Newsroom.on(store)) {
            newsroom.inTransaction(() -> {
                newsroom.topics.add(new Topic("gnaoua", Map.of("ar", "كناوة", "fr", "Gnaoua")));
                newsroom.topics.findOrMake("الصويرة", "ar", "الصويرة");
            });
            newsroom.inTransaction(() -> {
                assertThat(newsroom.topics.all())
                        .extracting(Topic::slug)
                        .containsExactlyInAnyOrder("gnaoua", "الصويرة");
                assertThat(newsroom.topics.get("gnaoua").name(FR)).isEqualTo("Gnaoua");
                assertThat(newsroom.topics.get("الصويرة").name(FR)).isEqualTo("الصويرة");
                assertThat(newsroom.topics.findOrMake("gnaoua", "en", "Gnawa").names())
                        .hasSize(2);
                assertThat(newsroom.topics.find(List.of("gnaoua", "nobody")))
                        .extracting(Topic::slug)
                        .containsExactly("gnaoua");
                assertThat(newsroom.topics.find(List.of())).isEmpty();
                assertThatThrownBy(() -> newsroom.topics.get("nobody")).isInstanceOf(Refusal.class);
            });
        }
    }
}
