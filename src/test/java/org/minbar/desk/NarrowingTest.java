package org.minbar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NarrowingTest {

    private static final List<String> NAMES = List.of("q", "section", "before");

    @Test
    void an_address_comes_back_as_it_was_in_any_script() {
        Narrowing narrowing =
                Narrowing.of("/desk/", NAMES, "q=%D8%A7%D9%84%D8%B5%D9%88%D9%8A%D8%B1%D8%A9+2024&section=culture");
        assertThat(narrowing.get("q")).isEqualTo("الصويرة 2024");
        assertThat(Narrowing.of("/desk/", NAMES, narrowing.query())).isEqualTo(narrowing);
        assertThat(narrowing.with("q", "").url()).isEqualTo("/desk/?section=culture");
        assertThat(narrowing.with("q", "").with("section", "").url()).isEqualTo("/desk/");
    }

    @Test
    void what_the_screen_does_not_know_goes_no_further() {
        Narrowing narrowing =
                Narrowing.of("/desk/", NAMES, "lang=fr&next=//evil.example&section=+&q=" + "x".repeat(201));
        assertThat(narrowing.url()).isEqualTo("/desk/");
    }

    @Test
    void a_number_may_be_typed_with_arabic_digits() {
        assertThat(Narrowing.of("/desk/", NAMES, "before=%D9%A1%D9%A2").number("before"))
                .hasValue(12);
        assertThat(Narrowing.of("/desk/", NAMES, "before=-1").number("before")).isEmpty();
    }
}
