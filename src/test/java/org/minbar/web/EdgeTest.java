package org.minbar.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cache in front of the house hears. */
class EdgeTest {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private HttpServer front;
    private Edge edge;

    @BeforeEach
    void stand_in_front() throws IOException {
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.createContext("/", exchange -> {
            heard.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Surrogate-Key"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        front.start();
        edge = new Edge(
                Optional.of(URI.create("http://127.0.0.1:" + front.getAddress().getPort() + "/")));
    }

    @AfterEach
    void leave() {
        front.stop(0);
    }

    @Test
    void it_is_told_at_once_and_again_for_what_was_on_its_way() throws InterruptedException {
        edge.forget(Set.of("s12"));
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("PURGE s12");
        assertThat(heard.poll(500, TimeUnit.MILLISECONDS))
                .as("not at once again")
                .isNull();
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("PURGE s12");
    }

    @Test
    void of_very_much_it_forgets_everything() throws InterruptedException {
        edge.forget(IntStream.range(0, 101).mapToObj(id -> "s" + id).collect(Collectors.toSet()));
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("PURGE *");
        heard.poll(5, TimeUnit.SECONDS);
        edge.forgetAll();
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("PURGE *");
    }

    @Test
    void nothing_is_said_of_nothing_nor_where_nobody_stands() throws InterruptedException {
        edge.forget(Set.of());
        new Edge(Optional.empty()).forgetAll();
        assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }
}
