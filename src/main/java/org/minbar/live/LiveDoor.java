package org.minbar.live;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.NetworkAddress;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.ticker.Flashes;

/**
 * Where readers listen: {@code /ar/live/stream} for the news strip, {@code /ar/12/stream} for a live story. Server-sent
 * events as the HTML standard has them (9.2): each has the number of its change as its id, so a browser that comes back
 * says by itself what it heard last ({@code Last-Event-ID}); a page that listens for the first time says it with
 * {@code ?seen=}.
 *
 * <ul>
 *   <li>{@code line}: {@code {number, place, urgency, day, html}}; a line is new, or is no longer what it was
 *   <li>{@code gone}: {@code {number}}
 *   <li>{@code head}: {@code {ended, html}}; what stands over the stream is not what it was
 *   <li>{@code stale}: too much was missed, or the story is no longer there: the page is to be read anew
 * </ul>
 */
public class LiveDoor implements Filter {

    private static final Pattern STREAM = Pattern.compile("/([a-z]{2,12})/(live|[1-9][0-9]{0,17})/stream");
    private static final Pattern SEEN = Pattern.compile("(?:.*&)?seen=([0-9]{1,18})(?:&.*)?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** What was just recalled may be forgotten before it is heard, on a busy evening; not so often in a row. */
    private static final int ATTEMPTS = 5;

    /** When the server ends, all come back; not all in the same moment. */
    private static final int BACK_AFTER_MILLIS = 1_000;

    private static final int BACK_BEFORE_MILLIS = 5_000;

    private final Object recalling = new Object();

    @Inject
    private LiveHub hub;

    @Inject
    private Airing airing;

    @Inject
    private Audience audience;

    @Inject
    private Languages languages;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        Matcher stream = STREAM.matcher(asked.getRequestURI());
        Optional<Language> language = stream.matches() && Set.of("GET", "HEAD").contains(asked.getMethod())
                ? languages.find(stream.group(1))
                : Optional.empty();
        String ticker = language.isEmpty() ? "" : stream.group(2).equals("live") ? Flashes.STRIP : stream.group(2);
        // What is no stream, or one that readers may not hear, is for the doors behind to refuse.
        if (language.isEmpty() || !airing.airs(ticker, language.get())) chain.doFilter(request, response);
        else listen(ticker, language.get(), asked, (HttpServletResponse) response);
    }

    private void listen(String ticker, Language language, HttpServletRequest asked, HttpServletResponse answer)
            throws IOException {
        answer.setHeader("Cache-Control", "no-store");
        if (asked.getMethod().equals("HEAD")) {
            answer.setContentType("text/event-stream;charset=UTF-8");
            return;
        }
        String address = NetworkAddress.of(asked);
        if (!audience.enter(address)) {
            // The page asks for the newest lines instead, now and then.
            answer.setHeader("Retry-After", "30");
            answer.sendError(audience.isFull() ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : 429);
            return;
        }
        answer.setContentType("text/event-stream");
        answer.setCharacterEncoding("UTF-8");
        // nginx would gather what is said until it fills a buffer.
        answer.setHeader("X-Accel-Buffering", "no");
        AsyncContext async = asked.startAsync();
        async.setTimeout(0);
        Seat seat = new Seat(hub, audience, ticker, language.tag(), address);
        Listener listener = new Listener(async, answer.getOutputStream(), seat);
        seat.taken(listener);
        async.addListener(new Farewell(listener));
        listener.test(welcome());
        join(ticker, language, heard(asked), listener);
        answer.getOutputStream().setWriteListener(listener);
    }

    private static byte[] welcome() {
        int after = ThreadLocalRandom.current().nextInt(BACK_AFTER_MILLIS, BACK_BEFORE_MILLIS);
        return ("retry: " + after + "\n\n").getBytes(StandardCharsets.US_ASCII);
    }

    private void join(String ticker, Language language, long heard, Listener listener) {
        boolean first = !hub.tickers().contains(ticker);
        boolean joined = joins(ticker, language, heard, listener);
        for (int attempt = 0; !joined && attempt < ATTEMPTS; attempt++) {
            // One asks for all who come back together; the others wait and find it remembered.
            synchronized (recalling) {
                joined = joins(ticker, language, heard, listener);
                if (!joined && !airing.recall(ticker, heard)) break;
            }
        }
        if (!joined) listener.leave(Airing.STALE);
        // What came about while the hub did not know yet that anybody would listen.
        if (first) airing.air(ticker);
    }

    private boolean joins(String ticker, Language language, long heard, Listener listener) {
        return hub.join(ticker, language.tag(), heard, () -> airing.changes(ticker), listener);
    }

    private static long heard(HttpServletRequest asked) {
        @Nullable String last = asked.getHeader("Last-Event-ID");
        if (last != null && NUMBER.matcher(last).matches()) return Long.parseLong(last);
        @Nullable String query = asked.getQueryString();
        Matcher seen = SEEN.matcher(query == null ? "" : query);
        return seen.matches() ? Long.parseLong(seen.group(1)) : Long.MAX_VALUE;
    }

    /** A place among the listeners, given back once. */
    private static final class Seat implements Runnable {
        private final LiveHub hub;
        private final Audience audience;
        private final String ticker;
        private final String lang;
        private final String address;
        private @Nullable Listener listener;

        Seat(LiveHub hub, Audience audience, String ticker, String lang, String address) {
            this.hub = hub;
            this.audience = audience;
            this.ticker = ticker;
            this.lang = lang;
            this.address = address;
        }

        void taken(Listener by) {
            listener = by;
        }

        @Override
        public void run() {
            if (listener != null) hub.leave(ticker, lang, listener);
            audience.leave(address);
        }
    }

    private static final class Farewell implements AsyncListener {
        private final Listener listener;

        Farewell(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            listener.end();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            listener.end();
        }

        @Override
        public void onError(AsyncEvent event) {
            listener.end();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // It is started once.
        }
    }
}
