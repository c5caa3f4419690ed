package org.minbar.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Those who listen to tickers on this node, and what the tickers said lately. A change is known by its number in its
 * ticker ({@link org.minbar.ticker.Ticker#changes}), the same on every node and after every restart, so that a listener
 * who says what was heard last gets everything after it, once and in order.
 */
@ApplicationScoped
public class LiveHub {

    /** In bytes: several minutes of the busiest evening. Who was away for longer has it recalled from the database. */
    private static final int REMEMBERED = 1 << 20;

    private final Map<String, Channel> channels = new ConcurrentHashMap<>();

    public LiveHub() {}

    /**
     * What is said to the listeners of a language.
     *
     * @param change by which it came about
     * @param bytes as they go over the wire
     */
    public record Frame(long change, String lang, byte[] bytes) {}

    /** A ticker. Everything after {@code since} and up to {@code upTo} is remembered. */
    private static final class Channel {
        /** By language; each with the number of the last change that it knew of when it came. */
        private final Map<String, Map<Predicate<byte[]>, Long>> listeners = new ConcurrentHashMap<>();

        private final Deque<Frame> said = new ArrayDeque<>();
        private long bytes;
        private long since;
        private long upTo;

        Channel(long now) {
            since = now;
            upTo = now;
        }

        private Map<Predicate<byte[]>, Long> listeners(String lang) {
            return listeners.computeIfAbsent(lang, each -> new ConcurrentHashMap<>());
        }

        private void forgetOldest() {
            while (bytes > REMEMBERED && !said.isEmpty()) {
                Frame oldest = said.removeFirst();
                bytes -= oldest.bytes.length;
                since = oldest.change;
            }
        }
    }

    /**
     * Listens from now on, after hearing what was said in between.
     *
     * @param heard the number of the last change that the listener knows of
     * @param now asked for the ticker's last change if nobody has listened to it before
     * @param listener takes bytes; answers false once it is gone. Equal listeners are one
     * @return false, and nothing happens, if what was said in between is not remembered
     */
    public boolean join(String ticker, String lang, long heard, LongSupplier now, Predicate<byte[]> listener) {
        Channel channel = channels.computeIfAbsent(ticker, each -> new Channel(now.getAsLong()));
        // A page may know what is not said yet. A number from the future comes of a database that was put back.
        if (heard > upTo(ticker) && heard > now.getAsLong()) return false;
        synchronized (channel) {
            if (heard < channel.since) return false;
            boolean there = true;
            for (Frame frame : channel.said) {
                if (there && frame.change > heard && frame.lang.equals(lang)) there = listener.test(frame.bytes);
            }
            if (there) channel.listeners(lang).put(listener, heard);
            return true;
        }
    }

    /**
     * Remembers what came about before anybody listened here, so that many who come back at once, after this node was
     * started anew, are not each answered from the database.
     *
     * @param from the frames are everything after this change
     * @param upTo and up to this one, in the order of their changes
     */
    public void recall(String ticker, long from, List<Frame> frames, long upTo) {
        Channel channel = channels.get(ticker);
        if (channel == null) return;
        synchronized (channel) {
            if (from >= channel.since || upTo < channel.since) return;
            for (int i = frames.size() - 1; i >= 0; i--) {
                Frame frame = frames.get(i);
                if (frame.change <= from || frame.change > channel.since) continue;
                channel.said.addFirst(frame);
                channel.bytes += frame.bytes.length;
            }
            channel.since = from;
        }
    }

    public void leave(String ticker, String lang, Predicate<byte[]> listener) {
        Channel channel = channels.get(ticker);
        if (channel != null) channel.listeners(lang).remove(listener);
    }

    /** The tickers that somebody has listened to. */
    public Set<String> tickers() {
        return Set.copyOf(channels.keySet());
    }

    /** Up to which change everything was said; only for {@link #tickers}. */
    public long upTo(String ticker) {
        Channel channel = channels.get(ticker);
        if (channel == null) throw new IllegalArgumentException("Nobody listens to " + ticker);
        synchronized (channel) {
            return channel.upTo;
        }
    }

    /**
     * Tells everybody who listens. What was said already is not said again.
     *
     * @param frames in the order of their changes
     * @param upTo the change up to which they are complete
     */
    public void say(String ticker, List<Frame> frames, long upTo) {
        Channel channel = channels.get(ticker);
        if (channel == null) return;
        synchronized (channel) {
            for (Frame frame : frames) {
                if (frame.change <= channel.upTo) continue;
                channel.said.addLast(frame);
                channel.bytes += frame.bytes.length;
                channel.listeners(frame.lang)
                        .entrySet()
                        .removeIf(each ->
                                frame.change > each.getValue() && !each.getKey().test(frame.bytes));
            }
            channel.upTo = Math.max(channel.upTo, upTo);
            channel.forgetOldest();
        }
    }

    /** Begins anew: what came about up to this change is not remembered, and whoever listens is told so. */
    public void skip(String ticker, long upTo, byte[] told) {
        Channel channel = channels.get(ticker);
        if (channel == null) return;
        synchronized (channel) {
            channel.said.clear();
            channel.bytes = 0;
            channel.since = upTo;
            channel.upTo = upTo;
            channel.listeners.values().forEach(listeners -> tell(listeners, told));
        }
    }

    /** Says something that nobody needs to remember, to those who listen to the ticker in a language. */
    public void whisper(String ticker, String lang, byte[] bytes) {
        Channel channel = channels.get(ticker);
        if (channel != null) tell(channel.listeners(lang), bytes);
    }

    /** Says something to everybody: that the line is not dead. */
    public void whisper(byte[] bytes) {
        all().forEach(listeners -> tell(listeners, bytes));
    }

    private static void tell(Map<Predicate<byte[]>, Long> listeners, byte[] bytes) {
        listeners.keySet().removeIf(listener -> !listener.test(bytes));
    }

    /** Nothing more is said; whoever listens is let go. */
    void close() {
        all().flatMap(listeners -> listeners.keySet().stream()).forEach(listener -> {
            if (listener instanceof Listener open) open.end();
        });
    }

    /** How many listen. */
    public int listening() {
        return all().mapToInt(Map::size).sum();
    }

    private Stream<Map<Predicate<byte[]>, Long>> all() {
        return channels.values().stream().flatMap(channel -> channel.listeners.values().stream());
    }
}
