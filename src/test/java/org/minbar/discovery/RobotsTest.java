package org.minbar.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class RobotsTest {

    @Test
    void robots_learn_what_is_closed_and_where_the_sitemaps_are() {
        List<URI> sitemaps = List.of(
                URI.create("https://minbar.example/sitemap.xml"),
                URI.create("https://minbar.example/news-sitemap.xml"));

        assertThat(Robots.text(Robots.CLOSED, sitemaps))
                .isEqualTo(
                        """
                        User-agent: *
                        Disallow: /desk/
                        Disallow: /api/
                        Disallow: /*/search?
                        Disallow: /*/search/

                        Sitemap: https://minbar.example/sitemap.xml
                        Sitemap: https://minbar.example/news-sitemap.xml
                        """);
    }

    @Test
    void an_arabic_path_is_percent_encoded_and_nothing_closed_means_all_open() {
        assertThat(Robots.text(List.of("/ar/مسودة"), List.of()))
                .isEqualTo("User-agent: *\nDisallow: /ar/%D9%85%D8%B3%D9%88%D8%AF%D8%A9\n");
        assertThat(Robots.text(List.of(), List.of())).isEqualTo("User-agent: *\nDisallow:\n");
    }
}
