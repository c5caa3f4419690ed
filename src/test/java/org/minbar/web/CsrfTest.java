package org.minbar.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsrfTest {

    @ParameterizedTest(name = "Sec-Fetch-Site {0}, Origin {1}, Host {2}, cookies {3}: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                // What the browser says of the site goes before all else.
                "same-origin |                       | minbar.example      | true  | true",
                "none        |                       | minbar.example      | true  | true",
                "cross-site  | https://minbar.example | minbar.example     | true  | false",
                "same-site   | https://minbar.example | minbar.example     | true  | false",
                "cross-site  |                       | minbar.example      | false | false",
                "SAME-ORIGIN |                       | minbar.example      | true  | false",
                "''          | https://minbar.example | minbar.example     | true  | false",
                // Older browsers say at least the origin.
                "            | https://minbar.example | minbar.example     | true  | true",
                "            | http://localhost:8080 | localhost:8080      | true  | true",
                "            | http://localhost:9090 | localhost:8080      | true  | false",
                "            | https://evil.example  | minbar.example      | true  | false",
                "            | https://minbar.example.evil.example | minbar.example | true | false",
                "            | https://evil.example/minbar.example | minbar.example | true | false",
                "            | https://minbar.example@evil.example | minbar.example | true | false",
                "            | null                  | minbar.example      | true  | false",
                "            | ''                    | minbar.example      | true  | false",
                "            | http://[              | minbar.example      | true  | false",
                "            | https://minbar.example |                    | true  | false",
                "            | https://evil.example  | minbar.example      | false | false",
                // A script says nothing, and brings no cookies either.
                "            |                       | minbar.example      | false | true",
                "            |                       | minbar.example      | true  | false"
            })
    void whatever_changes_something_in_somebodys_name_comes_from_our_own_pages(
            @Nullable String fetchSite,
            @Nullable String origin,
            @Nullable String host,
            boolean withCookies,
            boolean ours) {
        assertThat(Csrf.comesFromUs(fetchSite, origin, host, withCookies)).isEqualTo(ours);
    }
}
