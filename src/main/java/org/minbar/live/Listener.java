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
 * waits for a slow reader. Who falls too far behind is told nothing more; once the connection has taken what it was given
 * the stream ends, and the reader comes back for the rest. Until then, or until the connection breaks, the place stays
 * taken: whoever never reads can't have more than an address may have.
 */
final class Listener implements Predicate<byte[]>, WriteListener {

    /** All who wait for the same bytes share them, so this is more than anybody can have missed. */
    private static final int MOST_WAITING = 1_000;

    private final AsyncContext async;
    private final ServletOutputStream out;
    private final Runnable atEnd;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean open;
    private boolean leaving;
    private boolean unflushed;
    private boolean ended;

    /** @param atEnd called once, when nothing more can be said */
    Listener(AsyncContext async, ServletOutputStream out, Runnable atEnd) {
        this.async = async;
        this.out = out;
        this.atEnd = atEnd;
    }

    /** Takes bytes to be said as soon as may be; false once the reader is gone or too slow. */
    @Override
    public boolean test(byte[] bytes) {
        synchronized (this) {
            if (ended || leaving) return false;
            if (waiting.size() == MOST_WAITING) {
                leaving = true;
                waiting.clear();
                return false;
            }
            waiting.addLast(bytes);
            if (say()) return true;
        }
        end();
        return false;
    }

    /** Takes the last that is said; the stream ends after it. */
    void leave(byte[] last) {
        boolean there;
        synchronized (this) {
            if (ended || leaving) return;
            waiting.addLast(last);
            leaving = true;
            there = say();
        }
        if (!there) end();
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

    /** Answers false when the reader has gone, or is to go. */
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
            return !leaving || unflushed || !waiting.isEmpty();
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
