package org.minbar.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NavigationTest {

    @ParameterizedTest(name = "mode {0}, accepts {1}, sends {2}: a page {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "navigate    | text/html,application/xhtml+xml,*/*;q=0.8  |                                   | true",
                "navigate    | text/html                                  | application/x-www-form-urlencoded | true",
                "cors        | */*                                        |                                   | false",
                "same-origin | text/html                                  |                                   | false",
                "            |                                            |                                   | true",
                "            | */*                                        |                                   | true",
                "            | application/json                           |                                   | false",
                "            | application/json, application/problem+json |                                   | false",
                "            | text/html, application/json;q=0.5          |                                   | true",
                "            | */*                                        | application/json; charset=utf-8   | false",
                "navigate    | application/json                           |                                   | false"
            })
    void a_page_is_for_a_person_who_goes_to_it(
            @Nullable String mode, @Nullable String accept, @Nullable String type, boolean page) {
        assertThat(Navigation.is(mode, accept, type)).isEqualTo(page);
    }
}
