package org.minbar.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.minbar.language.Refusal;

class RoleTest {

    private static final String TABLE =
            """
            role            | read | write | publish | live | import | partners | admin
            correspondent   | -    | yes   | -       | -    | -      | -        | -
            writer          | yes  | yes   | -       | -    | -      | -        | -
            translator      | yes  | yes   | -       | -    | -      | -        | -
            editor          | yes  | yes   | yes     | yes  | yes    | -        | -
            live-editor     | yes  | -     | -       | yes  | -      | -        | -
            partner-manager | yes  | -     | -       | -    | -      | yes      | -
            administrator   | yes  | yes   | yes     | yes  | yes    | yes      | yes
            """;

    static Stream<Arguments> table() {
        List<List<String>> rows = TABLE.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
        return rows.stream().skip(1).flatMap(row -> rows.get(0).stream()
                .skip(1)
                .map(scope -> Arguments.of(
                        row.get(0), scope, row.get(rows.get(0).indexOf(scope)).equals("yes"))));
    }

    @ParameterizedTest(name = "{0} may {1}: {2}")
    @MethodSource("table")
    void a_role_brings_its_permissions_and_no_others(String role, String scope, boolean allowed) {
        Permission permission = Permission.ofScope(scope).orElseThrow();
        Caller caller = new Caller(
                7, "Noor", Set.of(new Grant(Role.ofTag(role).orElseThrow(), "fr")), EnumSet.allOf(Permission.class));
        assertThat(caller.may(permission)).isEqualTo(allowed);
        assertThat(caller.may(permission, "fr")).isEqualTo(allowed);
        assertThat(caller.may(permission, "ar"))
                .as("in a language that she has no role in")
                .isFalse();
    }

    @Test
    void the_table_knows_every_role_and_every_permission() {
        assertThat(table().count()).isEqualTo((long) Role.values().length * Permission.values().length);
    }

    @Test
    void a_role_in_every_language_covers_those_that_are_added_later() {
        Grant everywhere = new Grant(Role.EDITOR, Grant.EVERY_LANGUAGE);
        assertThat(everywhere.allows(Permission.PUBLISH, "zgh")).isTrue();
        assertThat(everywhere.allows(Permission.ADMIN, "zgh")).isFalse();
    }

    @Test
    void who_may_not_is_told_what_is_missing() {
        Caller caller = new Caller(7, "Noor", Set.of(), EnumSet.allOf(Permission.class));
        assertThatThrownBy(() -> caller.needs(Permission.PUBLISH, "ar"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_ALLOWED);
                    assertThat(refusal.details()).containsEntry("permission", "publish ar");
                });
        assertThatThrownBy(() -> caller.needs(Permission.ADMIN)).isInstanceOf(Refusal.class);
        Caller.theHouse().needs(Permission.PUBLISH, "ar");
    }

    @Test
    void unknown_names_are_nobody() {
        assertThat(Role.ofTag("EDITOR")).isEmpty();
        assertThat(Role.ofTag("live_editor")).isEmpty();
        assertThat(Permission.ofScope("Publish")).isEmpty();
        assertThat(Permission.ofScope("")).isEmpty();
    }
}
