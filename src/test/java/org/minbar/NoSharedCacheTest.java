package org.minbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.Cast.AR;
import static org.minbar.Cast.LOTTE;
import static org.minbar.Cast.NOON;
import static org.minbar.Cast.copy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minbar.identity.Grant;
import org.minbar.identity.Password;
import org.minbar.identity.Person;
import org.minbar.identity.Role;
import org.minbar.story.Edition;
import org.minbar.story.Kind;
import org.minbar.story.Revision;
import org.minbar.topic.Section;

/** Two nodes on one database are one newsroom: what one has written the other reads, whatever it had read before. */
class NoSharedCacheTest {

    @ParameterizedTest
    @EnumSource
    void what_one_node_writes_the_other_reads_at_once(Store store) {
        try (Newsroom rabat = Newsroom.on(store);
                Newsroom brussels = rabat.anotherNode()) {
            long story = rabat.inTransaction(() -> {
                Section section = rabat.sections.add(new Section("culture", 1, Map.of("ar", "ثقافة")));
                var begun = rabat.editing.open(Kind.ARTICLE, section, List.of(), Optional.empty(), LOTTE);
                rabat.editing.begin(begun, AR, copy("ar"), Revision.Cause.SAVE, LOTTE);
                return begun.id();
            });
            assertThat(headline(brussels, story)).isEqualTo(copy("ar").headline());
            assertThat(foundHeadline(brussels, story)).isEqualTo(copy("ar").headline());

            rewrite(rabat, story, "كناوة في بروكسل");
            assertThat(headline(brussels, story)).isEqualTo("كناوة في بروكسل");
            assertThat(foundHeadline(brussels, story)).isEqualTo("كناوة في بروكسل");

            rewrite(brussels, story, "كناوة في الرباط");
            assertThat(headline(rabat, story)).isEqualTo("كناوة في الرباط");
            assertThat(foundHeadline(rabat, story)).isEqualTo("كناوة في الرباط");

            rabat.inTransaction(() -> rabat.stories.get(story).embargoedUntil(NOON.plusSeconds(60)));
            brussels.inTransaction(
                    () -> assertThat(brussels.stories.get(story).embargo()).contains(NOON.plusSeconds(60)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_role_that_was_taken_away_on_one_node_is_gone_on_the_other(Store store) {
        try (Newsroom rabat = Newsroom.on(store);
                Newsroom brussels = rabat.anotherNode()) {
            long person = rabat.inTransaction(() -> {
                Person lotte =
                        new Person("lotte@minbar.example", "Lotte", Password.chosen("tulpen in mei"), rabat.clock);
                lotte.grant(Set.of(new Grant(Role.EDITOR, "fr"), new Grant(Role.WRITER, "en")));
                return rabat.people.add(lotte).id();
            });
            brussels.inTransaction(
                    () -> assertThat(brussels.people.get(person).grants()).hasSize(2));
            rabat.inTransaction(() -> {
                rabat.people.get(person).grant(Set.of(new Grant(Role.WRITER, "en")));
                rabat.people.get(person).leave();
            });
            brussels.inTransaction(() -> {
                Person lotte = brussels.people.get(person);
                assertThat(lotte.grants()).containsExactly(new Grant(Role.WRITER, "en"));
                assertThat(lotte.active()).isFalse();
            });
        }
    }

    private static void rewrite(Newsroom node, long story, String headline) {
        node.inTransaction(() -> node.editing.write(
                node.editions.getToChange(story, "ar"), AR, copy(headline, "ar"), Revision.Cause.SAVE, LOTTE));
    }

    private static String headline(Newsroom node, long story) {
        return node.inTransaction(() -> node.editions.get(story, "ar").headline());
    }

    /** By its id, which is where a cache would answer. */
    private static String foundHeadline(Newsroom node, long story) {
        long id = node.<Long>inTransaction(() -> node.editions.get(story, "ar").id());
        return node.inTransaction(() -> node.em.find(Edition.class, id).headline());
    }
}
