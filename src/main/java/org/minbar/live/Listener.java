package org.minbar.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * One open reader. Bytes are written only as the connection takes them (Jakarta Servlet 6.0, 5.7), so that nobody ever
 * waits for a slow reader; who falls too far behind is let go, and comes back for the rest.
 */
final class Listener implements Predicate<byte[]>, WriteListener {

    private static final int MOST_WAITING = 64;

    private final AsyncContext async;
    private final ServletOutputStream out;
    private final Runnable atEnd;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean open;
    private boolean unflushed;
    private boolean ended;

    /** @param atEnd called once, when nothing more can be said */
    Listener(AsyncContext async, ServletOutputStream out, Runnable atEnd) {
        this.async = async;
        this.out = out;
        this.atEnd = atEnd;
    }

    /** Takes bytes to be said as soon as may be; false once the reader is gone. */
    @Override
    public boolean test(byte[] bytes) {
        synchronized (this) {
            if (!ended && waiting.size() < MOST_WAITING) {
                waiting.addLast(bytes);
                if (say()) return true;
            }
        }
        end();
        return false;
    }

    /** How many it has not been told. */
    synchronized int behind() {
        return waiting.size();
    }

    @Override
    public void onWritePossible() {
        boolean there;
        synchronized (this) {
            open = true;
            there = say();
        }
        if (!there) end();
    }

    @Override
    public void onError(Throwable gone) {
        end();
    }

    /** Answers false when the reader has gone. */
    private boolean say() {
        if (!open) return true;
        try {
            while (!waiting.isEmpty() && out.isReady()) {
                out.write(waiting.removeFirst());
                unflushed = true;
            }
            if (waiting.isEmpty() && unflushed && out.isReady()) {
                out.flush();
                unflushed = false;
            }
            return true;
        } catch (IOException | RuntimeException gone) {
            return false;
        }
    }

    void end() {
        synchronized (this) {
            if (ended) return;
            ended = true;
            waiting.clear();
        }
        atEnd.run();
        try {
            async.complete();
        } catch (IllegalStateException over) {
            // The container was quicker.
        }
    }
}
