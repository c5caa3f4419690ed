package org.minbar.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many may listen. */
class AudienceTest {

    @Test
    void one_address_has_its_share_and_the_house_its_measure() {
        Audience audience = new Audience(4, 2);
        assertThat(audience.enter("192.0.2.1")).isTrue();
        assertThat(audience.enter("192.0.2.1")).isTrue();
        assertThat(audience.enter("192.0.2.1")).isFalse();
        assertThat(audience.isFull()).isFalse();
        assertThat(audience.enter("192.0.2.2")).isTrue();
        assertThat(audience.enter("192.0.2.3")).isTrue();
        assertThat(audience.isFull()).isTrue();
        assertThat(audience.enter("192.0.2.4")).isFalse();
        audience.leave("192.0.2.1");
        assertThat(audience.enter("192.0.2.1")).isTrue();
        audience.leave("192.0.2.2");
        assertThat(audience.enter("192.0.2.1"))
                .as("there is room, but not for more of these")
                .isFalse();
        assertThat(audience.enter("192.0.2.4")).isTrue();
    }
}
