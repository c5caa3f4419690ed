package org.minbar.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Nobody waits for a slow reader, who is told everything nevertheless, or comes back for it. */
class ListenerTest {

    private final Connection connection = new Connection();
    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final Listener listener = new Listener(async(), connection, left::incrementAndGet);

    /** Takes what it is given while it is ready, and tells nobody when it becomes so: that the tests do. */
    private static final class Connection extends ServletOutputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final ByteArrayOutputStream flushed = new ByteArrayOutputStream();
        private boolean ready = true;
        private boolean broken;

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int octet) throws IOException {
            if (broken) throw new IOException("Broken pipe");
            assertThat(ready)
                    .as("nobody may write to a connection that is not ready")
                    .isTrue();
            taken.write(octet);
        }

        @Override
        public void flush() throws IOException {
            assertThat(ready).as("nor flush it").isTrue();
            taken.writeTo(flushed);
            taken.reset();
        }

        String told() {
            return flushed.toString(StandardCharsets.UTF_8);
        }
    }

    private AsyncContext async() {
        return (AsyncContext) Proxy.newProxyInstance(
                AsyncContext.class.getClassLoader(),
                new Class<?>[] {AsyncContext.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("complete");
                    return completed.incrementAndGet();
                });
    }

    private boolean say(String words) {
        return listener.test(words.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_is_said_before_the_connection_is_open_is_told_when_it_opens() {
        assertThat(say("a")).isTrue();
        assertThat(connection.told()).isEmpty();
        listener.onWritePossible();
        assertThat(say("b")).isTrue();
        assertThat(connection.told()).isEqualTo("ab");
    }

    @Test
    void who_is_slow_for_a_while_is_told_everything_later() {
        listener.onWritePossible();
        connection.ready = false;
        for (int i = 0; i < 500; i++) assertThat(say("a")).isTrue();
        assertThat(connection.told()).isEmpty();
        connection.ready = true;
        listener.onWritePossible();
        assertThat(connection.told()).isEqualTo("a".repeat(500));
        assertThat(completed).hasValue(0);
    }

    @Test
    void who_is_too_slow_is_told_no_more_and_keeps_the_place_until_the_connection_moves() {
        listener.onWritePossible();
        connection.ready = false;
        int taken = 0;
        while (say("a")) taken++;
        assertThat(taken).isEqualTo(1_000);
        assertThat(say("b")).isFalse();
        assertThat(left).as("whoever never reads can't come in again instead").hasValue(0);
        connection.ready = true;
        listener.onWritePossible();
        assertThat(left).hasValue(1);
        assertThat(completed).hasValue(1);
    }

    @Test
    void who_is_told_the_last_is_let_go_after_it() {
        listener.leave("z".getBytes(StandardCharsets.UTF_8));
        assertThat(completed).hasValue(0);
        listener.onWritePossible();
        assertThat(connection.told()).isEqualTo("z");
        assertThat(completed).hasValue(1);
        assertThat(left).hasValue(1);
        assertThat(say("b")).isFalse();
    }

    @Test
    void whose_connection_breaks_gives_the_place_back_once() {
        listener.onWritePossible();
        connection.broken = true;
        assertThat(say("a")).isFalse();
        listener.onError(new IOException("Broken pipe"));
        assertThat(say("b")).isFalse();
        assertThat(left).hasValue(1);
        assertThat(completed).hasValue(1);
    }
}
