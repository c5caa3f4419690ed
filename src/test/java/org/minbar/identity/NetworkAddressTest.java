package org.minbar.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkAddressTest {

    @ParameterizedTest(name = "{0}, X-Forwarded-For {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1        |                         | 192.0.2.1",
                "192.0.2.1        | 198.51.100.7            | 192.0.2.1",
                "127.0.0.1        |                         | 127.0.0.1",
                "127.0.0.1        | 198.51.100.7            | 198.51.100.7",
                "127.0.0.1        | 10.0.0.1, 198.51.100.7  | 198.51.100.7",
                "127.0.0.1        | 10.0.0.1,               | 127.0.0.1",
                "127.0.0.1        | ''                      | 127.0.0.1",
                "::1              | 2001:db8::7             | 2001:db8::7",
                "0:0:0:0:0:0:0:1  | 2001:db8::7             | 2001:db8::7",
                "2001:db8::1      | 198.51.100.7            | 2001:db8::1",
                "localhost        | 198.51.100.7            | localhost",
                "unknown          | 198.51.100.7            | unknown"
            })
    void only_a_proxy_on_this_machine_is_believed(String peer, @Nullable String forwardedFor, String counted) {
        assertThat(NetworkAddress.of(peer, forwardedFor)).isEqualTo(counted);
    }
}
