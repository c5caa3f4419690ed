package org.minbar.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortTest {

    @ParameterizedTest
    @CsvSource({
        "minbar.jar, 8080",
        "minbar.jar --port 8081, 8081",
        "/opt/minbar/minbar.jar --PORT 80 --nocluster, 80",
        "payara-micro.jar --nocluster --port=18245 --deploy ROOT.war, 18245",
        "minbar.jar --portal 9, 8080"
    })
    void the_port_is_the_one_that_the_server_was_told(String command, int port) {
        assertThat(Port.number(command)).isEqualTo(port);
    }
}
