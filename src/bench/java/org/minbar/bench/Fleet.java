package org.minbar.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Readers who hold a stream of server-sent events open, thousands of them in one process: plain sockets and two
 * selectors. They come from many loopback addresses, a hundred from each. Whoever is cut off comes back with the number
 * that was heard last, after the time that the server has asked for, as a browser does; whoever is refused, after half a
 * minute, as the page's script does.
 */
final class Fleet implements AutoCloseable {

    private static final int FROM_ONE_ADDRESS = 100;
    private static final int CREWS = 2;
    /** Opening at once, of a crew: more would be refused by the queue of the listening socket, and come late. */
    private static final int OPENING = 64;

    private static final long OPEN_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long AFTER_REFUSAL_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final int port;
    private final List<Reader> readers = new ArrayList<>();
    private final List<Crew> crews = new ArrayList<>();
    private final AtomicInteger listening = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger stale = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong comments = new AtomicLong();
    /** @param paths the stream that each reader asks for, without the query */
    Fleet(int port, List<String> paths) throws IOException {
        this.port = port;
        for (int i = 0; i < CREWS; i++) crews.add(new Crew());
        for (int i = 0; i < paths.size(); i++) {
            Reader reader = new Reader(i, paths.get(i));
            readers.add(reader);
            crews.get(i % CREWS).opening.add(reader);
        }
    }

    void start() {
        crews.forEach(crew -> crew.thread.start());
    }

    /** Waits until all listen. @return milliseconds that it took from now on */
    long awaitAll(int seconds) throws InterruptedException {
        long before = System.nanoTime();
        while (listening.get() < readers.size()) {
            if (System.nanoTime() - before > TimeUnit.SECONDS.toNanos(seconds)) {
                throw new IllegalStateException(listening + " of " + readers.size() + " listen, " + refused
                        + " times refused, " + broken + " times broken");
            }
            Thread.sleep(5);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
    }

    /** Cuts some off; each comes back after the pause. */
    void cut(List<Reader> some, long pauseMillis) {
        for (Reader reader : some) {
            Crew crew = crews.get(reader.index % CREWS);
            crew.orders.add(() -> crew.close(reader, TimeUnit.MILLISECONDS.toNanos(pauseMillis)));
            crew.selector.wakeup();
        }
    }

    List<Reader> readers() {
        return readers;
    }

    int listening() {
        return listening.get();
    }

    /** How often the other side ended a stream, or was not there. */
    int broken() {
        return broken.get();
    }

    int refused() {
        return refused.get();
    }

    int stale() {
        return stale.get();
    }

    long bytes() {
        return bytes.get();
    }

    long comments() {
        return comments.get();
    }

    @Override
    public void close() throws InterruptedException {
        for (Crew crew : crews) crew.thread.interrupt();
        for (Crew crew : crews) crew.thread.join();
    }

    /** A reader and what reached it; what reached it is to be read when nothing comes any more. */
    final class Reader {
        final int index;
        final String path;
        private int heard;
        private int[] numbers = new int[256];
        private long[] ids = new long[256];
        private long[] nanos = new long[256];
        private long lastId;
        private long retryMillis = 3_000;

        private SocketChannel channel;
        private boolean open;
        private long due;
        private ByteBuffer request;
        private Wire wire;

        private Reader(int index, String path) {
            this.index = index;
            this.path = path;
        }

        int heard() {
            return heard;
        }

        int number(int i) {
            return numbers[i];
        }

        /** The number of the change with which it came. */
        long id(int i) {
            return ids[i];
        }

        long nanos(int i) {
            return nanos[i];
        }

        private void hear(int number, long id, long now) {
            if (heard == numbers.length) {
                numbers = Arrays.copyOf(numbers, heard * 2);
                ids = Arrays.copyOf(ids, heard * 2);
                nanos = Arrays.copyOf(nanos, heard * 2);
            }
            numbers[heard] = number;
            ids[heard] = id;
            nanos[heard++] = now;
        }

        private InetSocketAddress from() {
            return from(1, index / FROM_ONE_ADDRESS);
        }

        private static InetSocketAddress from(int net, int host) {
            return new InetSocketAddress("127." + net + "." + host / 250 + "." + (host % 250 + 1), 0);
        }

        private void asked() {
            String last = lastId == 0 ? "" : "Last-Event-ID: " + lastId + "\r\n";
            request = ByteBuffer.wrap(("GET " + path + "?seen=0 HTTP/1.1\r\nHost: localhost:" + port
                            + "\r\nAccept: text/event-stream\r\nCache-Control: no-cache\r\n" + last + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            wire = new Wire(this);
        }
    }

    /** What comes over one connection, as far as it was read: an answer of HTTP/1.1, its chunks, the events in them. */
    private final class Wire {
        private static final int HEAD = 0;
        private static final int SIZE = 1;
        private static final int DATA = 2;
        private static final int END_OF_DATA = 3;
        private static final int OVER = 4;

        private final Reader reader;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream(160);
        private int part = HEAD;
        private boolean first = true;
        private boolean streams;
        private boolean chunked;
        private boolean isRefused;
        private int left;
        private String event = "message";
        private long id;
        private int number;

        Wire(Reader reader) {
            this.reader = reader;
        }

        /** Answers false when nothing more can come. */
        boolean take(ByteBuffer came, long now) {
            while (came.hasRemaining() && part != OVER) {
                byte next = came.get();
                if (part == DATA) {
                    data(next, now);
                    if (--left == 0) part = END_OF_DATA;
                } else if (next == '\n') {
                    lineOfHttp();
                } else if (next != '\r') {
                    line.write(next);
                }
            }
            return part != OVER;
        }

        private void lineOfHttp() {
            String said = line.toString(StandardCharsets.US_ASCII);
            line.reset();
            if (part == SIZE) {
                left = Integer.parseInt(said.strip(), 16);
                part = left == 0 ? OVER : DATA;
            } else if (part == END_OF_DATA) {
                part = SIZE;
            } else if (said.isEmpty()) {
                part = streams && chunked ? SIZE : OVER;
                if (part == OVER) {
                    isRefused = true;
                    refused.incrementAndGet();
                }
            } else if (first) {
                streams = said.startsWith("HTTP/1.1 200 ");
                first = false;
            } else if (said.equalsIgnoreCase("Transfer-Encoding: chunked")) {
                chunked = true;
            }
        }

        // Within an event a line is told apart by its first bytes; the chunks may end anywhere in it.
        private final ByteArrayOutputStream field = new ByteArrayOutputStream(1_024);

        private void data(byte next, long now) {
            if (next != '\n') {
                field.write(next);
                return;
            }
            if (!reader.open) {
                reader.open = true;
                listening.incrementAndGet();
            }
            if (field.size() == 0) dispatch(now);
            else field(field.toString(StandardCharsets.UTF_8));
            field.reset();
        }

        private void field(String said) {
            if (said.startsWith(":")) comments.incrementAndGet();
            else if (said.startsWith("retry: ")) reader.retryMillis = Long.parseLong(said.substring(7));
            else if (said.startsWith("id: ")) id = Long.parseLong(said.substring(4));
            else if (said.startsWith("event: ")) event = said.substring(7);
            else if (said.startsWith("data: ")) number = number(said);
        }

        private int number(String said) {
            String name = "\"number\":";
            int from = said.indexOf(name) + name.length();
            if (from < name.length()) return 0;
            int to = from;
            while (Character.isDigit(said.charAt(to))) to++;
            return Integer.parseInt(said.substring(from, to));
        }

        private void dispatch(long now) {
            if (event.equals("line")) reader.hear(number, id, now);
            if (event.equals("stale")) stale.incrementAndGet();
            if (id > 0) reader.lastId = id;
            event = "message";
            number = 0;
        }
    }

    /** A thread and its readers. */
    private final class Crew implements Runnable {
        private final Selector selector = Selector.open();
        private final Thread thread = new Thread(this, "crew");
        private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
        private final PriorityQueue<Reader> opening = new PriorityQueue<>(Comparator.comparingLong(each -> each.due));
        private final List<Reader> underWay = new ArrayList<>();
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);

        Crew() throws IOException {
            thread.setDaemon(true);
        }

        @Override
        public void run() {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    for (Runnable order = orders.poll(); order != null; order = orders.poll()) order.run();
                    openDue();
                    selector.select(this::turn, 20);
                }
                for (SelectionKey key : selector.keys()) key.channel().close();
                selector.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void openDue() {
            long now = System.nanoTime();
            underWay.removeIf(reader -> reader.open || reader.channel == null);
            for (Reader late : underWay.stream()
                    .filter(reader -> now - reader.due > OPEN_WITHIN_NANOS)
                    .toList()) {
                lost(late);
            }
            while (underWay.size() < OPENING && !opening.isEmpty() && opening.peek().due <= now) {
                Reader reader = opening.poll();
                reader.due = now;
                underWay.add(reader);
                try {
                    open(reader);
                } catch (IOException notThere) {
                    lost(reader);
                }
            }
        }

        private void open(Reader reader) throws IOException {
            reader.asked();
            reader.channel = SocketChannel.open();
            reader.channel.configureBlocking(false);
            reader.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            reader.channel.bind(reader.from());
            boolean there = reader.channel.connect(new InetSocketAddress("127.0.0.1", port));
            reader.channel.register(selector, there ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT, reader);
        }

        private void turn(SelectionKey key) {
            Reader reader = (Reader) key.attachment();
            try {
                if (key.isConnectable() && reader.channel.finishConnect()) key.interestOps(SelectionKey.OP_WRITE);
                if (key.isValid() && key.isWritable()) {
                    reader.channel.write(reader.request);
                    if (!reader.request.hasRemaining()) key.interestOps(SelectionKey.OP_READ);
                }
                if (key.isValid() && key.isReadable() && !read(reader)) lost(reader);
            } catch (IOException gone) {
                lost(reader);
            }
        }

        private boolean read(Reader reader) throws IOException {
            buffer.clear();
            int came = reader.channel.read(buffer);
            if (came < 0) return false;
            bytes.addAndGet(came);
            return reader.wire.take(buffer.flip(), System.nanoTime());
        }

        /** The other side has ended it, or was not there. */
        private void lost(Reader reader) {
            broken.incrementAndGet();
            boolean refused = reader.wire != null && reader.wire.isRefused;
            close(
                    reader,
                    refused
                            ? AFTER_REFUSAL_NANOS + ThreadLocalRandom.current().nextLong(2 * AFTER_REFUSAL_NANOS)
                            : TimeUnit.MILLISECONDS.toNanos(reader.retryMillis));
        }

        private void close(Reader reader, long pauseNanos) {
            try {
                if (reader.channel != null) reader.channel.close();
            } catch (IOException e) {
                // It is as closed as it can be.
            }
            if (reader.open) listening.decrementAndGet();
            reader.open = false;
            reader.channel = null;
            underWay.remove(reader);
            opening.remove(reader);
            reader.due = System.nanoTime() + pauseNanos;
            opening.add(reader);
        }
    }

    /** Connections from addresses of their own which ask for a stream and never read it. */
    static final class Sleepers implements AutoCloseable {
        private static final int NET = 2;
        private final List<SocketChannel> channels = new ArrayList<>();

        Sleepers(int port, int count, String path) throws IOException {
            for (int i = 0; i < count; i++) {
                SocketChannel channel = SocketChannel.open();
                // Before it connects: the window that it offers is as small as this.
                channel.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
                channel.bind(Reader.from(NET, i / FROM_ONE_ADDRESS));
                channel.connect(new InetSocketAddress("127.0.0.1", port));
                channel.write(
                        ByteBuffer.wrap(("GET " + path + "?seen=0 HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII)));
                channels.add(channel);
            }
        }

        /** They read after all. @return how many come to the end of the stream */
        int wake() throws IOException {
            int ended = 0;
            byte[] buffer = new byte[64 << 10];
            for (SocketChannel channel : channels) {
                channel.socket().setSoTimeout(3_000);
                String last = "";
                try {
                    InputStream in = channel.socket().getInputStream();
                    for (int came = in.read(buffer); came >= 0; came = in.read(buffer)) {
                        String said = last + new String(buffer, 0, came, StandardCharsets.ISO_8859_1);
                        last = said.substring(Math.max(0, said.length() - 10));
                        if (last.endsWith("\r\n0\r\n\r\n")) break;
                    }
                } catch (SocketTimeoutException goesOn) {
                    // It is silent, but not over.
                }
                if (last.endsWith("\r\n0\r\n\r\n")) ended++;
            }
            return ended;
        }

        @Override
        public void close() throws IOException {
            for (SocketChannel channel : channels) channel.close();
        }
    }
}
