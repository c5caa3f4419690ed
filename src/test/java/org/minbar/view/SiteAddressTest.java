package org.minbar.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteAddressTest {

    private static final SiteAddress SITE = new SiteAddress(URI.create("https://news.example.org"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/                    | /",
                "/en/12/opening-night | /en/12/opening-night",
                "/ar/12/الصويرة       | /ar/12/%D8%A7%D9%84%D8%B5%D9%88%D9%8A%D8%B1%D8%A9",
                "/fr/12/l’été         | /fr/12/l%E2%80%99%C3%A9t%C3%A9",
                "/fr/a b              | /fr/a%20b",
                "/en/100%             | /en/100%25",
                "/en/a#b              | /en/a%23b",
                "/en/\"<>\\           | /en/%22%3C%3E%5C",
                "/en/\uD83C\uDFB6     | /en/%F0%9F%8E%B6",
                "/ar/search?q=%D8%A7  | /ar/search?q=%D8%A7",
                "/fr/été?page=2       | /fr/%C3%A9t%C3%A9?page=2"
            })
    void letters_outside_ascii_are_encoded_in_the_path_and_a_query_stays(String path, String encoded) {
        assertThat(SiteAddress.encoded(path)).isEqualTo(encoded);
        assertThat(SITE.of(path)).isEqualTo(URI.create("https://news.example.org" + encoded));
    }

    @ParameterizedTest
    @CsvSource({"//evil.example/x", "///x", "/a//b", "/a:b"})
    void a_path_never_leads_to_another_host(String path) {
        assertThat(SITE.of(path).getHost()).isEqualTo("news.example.org");
        assertThat(SITE.of(path).getPath()).isEqualTo(path);
    }

    @Test
    void it_knows_its_host_and_whether_it_is_secure() {
        assertThat(SITE.host()).isEqualTo("news.example.org");
        assertThat(SITE.secure()).isTrue();
        assertThat(new SiteAddress(URI.create("http://localhost:8080")).secure())
                .isFalse();
        assertThat(new SiteAddress(URI.create("http://localhost:8080"))
                        .of("/ar/")
                        .toString())
                .isEqualTo("http://localhost:8080/ar/");
    }
}
