package org.minbar.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minbar.syndication.Newsroom.AR;
import static org.minbar.syndication.Newsroom.FR;

import java.net.URI;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTagTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://minbar.example | tag:minbar.example,2026:story/7/ar",
                "http://MINBAR.Example:8080/ | tag:minbar.example,2026:story/7/ar",
                "http://localhost:8080 | tag:localhost,2026:story/7/ar",
                "https://منبر.المغرب/ | tag:xn--ngbs2de.xn--mgbc0a9azcg,2026:story/7/ar",
                "http://[::1]:8080 | tag:1,2026:story/7/ar"
            })
    void an_identity_rests_on_the_domain_alone(String site, String id) {
        assertThat(FeedTag.of(URI.create(site)).id(7, AR)).isEqualTo(id);
        assertThat(URI.create(id).getScheme()).isEqualTo("tag");
    }

    @Test
    void each_language_of_a_story_has_its_own() {
        FeedTag tags = new FeedTag("minbar.example", Year.of(2031));

        assertThat(tags.id(7, FR))
                .isEqualTo("tag:minbar.example,2031:story/7/fr")
                .isNotEqualTo(tags.id(7, AR));
    }

    @Test
    void a_line_is_known_by_its_ticker_and_number() {
        FeedTag tags = new FeedTag("minbar.example", Year.of(2026));
        assertThat(tags.line("strip", 12, AR)).isEqualTo("tag:minbar.example,2026:line/strip/12/ar");
        assertThat(tags.line("7", 12, AR)).isEqualTo("tag:minbar.example,2026:line/7/12/ar");
    }

    @Test
    void a_site_without_a_domain_has_no_tags() {
        assertThatThrownBy(() -> FeedTag.of(URI.create("/ar/"))).isInstanceOf(IllegalArgumentException.class);
    }
}
