package org.minbar.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How every whole answer to a GET or HEAD leaves the house: as a {@link WholePage}, and where it may be kept from the
 * {@link PageCache}, before any door is opened. Answers that are written as they arise (exports, live streams) go through
 * untouched.
 */
public class Delivery implements Filter {

    private static final Pattern PAGED = Pattern.compile("page=[0-9]{1,6}");

    @Inject
    private PageCache pages;

    @Inject
    private Inlays inlays;

    public Delivery() {}

    Delivery(PageCache pages, Inlays inlays) {
        this.pages = pages;
        this.inlays = inlays;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        boolean head = asked.getMethod().equals("HEAD");
        String path = asked.getRequestURI();
        if (!head && !asked.getMethod().equals("GET") || isStreamed(path)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<WholePage> page = isPersonal(asked) || !isPlain(asked.getQueryString())
                ? make(asked, answer, chain, head)
                : keptOrMade(asked, answer, chain, head);
        if (page.isPresent()) page.get().send(asked, answer, head);
    }

    private Optional<WholePage> keptOrMade(
            HttpServletRequest asked, HttpServletResponse answer, FilterChain chain, boolean head)
            throws IOException, ServletException {
        String address = asked.getQueryString() == null
                ? asked.getRequestURI()
                : asked.getRequestURI() + "?" + asked.getQueryString();
        Optional<WholePage> kept = pages.find(address);
        if (kept.isEmpty()) {
            PageCache.Making making = pages.making(address);
            if (making.isMine()) {
                Optional<WholePage> made = Optional.empty();
                try {
                    made = make(asked, answer, chain, head);
                    return made;
                } finally {
                    making.end(made);
                }
            }
            kept = making.await();
        }
        return kept.isPresent() && kept.get().suits(asked.getHeader("Accept"))
                ? kept
                : make(asked, answer, chain, head);
    }

    private static boolean isStreamed(String path) {
        return path.startsWith("/api/v1/exports/")
                || path.startsWith("/media/")
                // The protocol of uploads has a HEAD of its own.
                || path.startsWith("/desk/media/arrivals/")
                || path.matches("/desk/media/[0-9]+/prints/.*")
                || path.endsWith("/stream");
    }

    /** Nobody can fill the cache with addresses of his own making. */
    private static boolean isPlain(@Nullable String query) {
        return query == null || PAGED.matcher(query).matches();
    }

    private static boolean isPersonal(HttpServletRequest asked) {
        return asked.getRequestURI().startsWith("/desk")
                || asked.getHeader("Authorization") != null
                || asked.getRequestURI().startsWith("/api/") && asked.getHeader("Cookie") != null;
    }

    /** Has it made behind the door; what is not a whole answer is sent at once, with what is to be put in. */
    private Optional<WholePage> make(
            HttpServletRequest asked, HttpServletResponse answer, FilterChain chain, boolean head)
            throws IOException, ServletException {
        Held held = new Held(answer);
        // HEAD must say what GET would: so the page is made, and only its bytes are kept back.
        chain.doFilter(head ? new AsGet(asked) : asked, held);
        held.finish();
        byte[] body = held.bytes();
        if (answer.getStatus() != HttpServletResponse.SC_OK) {
            body = WholePage.complete(answer.getContentType(), body, inlays);
            answer.setContentLength(body.length);
            if (!head) answer.getOutputStream().write(body);
            return Optional.empty();
        }
        if (answer.getHeader("Cache-Control") == null) {
            answer.setHeader("Cache-Control", isPersonal(asked) ? "no-store" : "public, no-cache");
        }
        return Optional.of(new WholePage(answer, body, inlays));
    }

    private static final class AsGet extends HttpServletRequestWrapper {
        AsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }

    /** Holds the body back until it is whole. */
    private static final class Held extends HttpServletResponseWrapper {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
        private @Nullable PrintWriter writer;

        Held(HttpServletResponse response) {
            super(response);
        }

        void finish() {
            if (writer != null) writer.flush();
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public void write(int b) {
                    bytes.write(b);
                }

                @Override
                public void write(byte[] b, int off, int len) {
                    bytes.write(b, off, len);
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new IllegalStateException("An answer that is held back is not written asynchronously");
                }
            };
        }

        @Override
        public PrintWriter getWriter() {
            if (writer == null) writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
            return writer;
        }

        @Override
        public void setContentLength(int length) {
            // What is sent may be shorter; the length is set at the end.
        }

        @Override
        public void setContentLengthLong(long length) {
            // As above.
        }

        @Override
        public void flushBuffer() {
            // Nothing leaves before the whole is there.
        }

        @Override
        public void resetBuffer() {
            if (writer != null) writer.flush();
            bytes.reset();
        }

        @Override
        public void reset() {
            super.reset();
            resetBuffer();
        }
    }
}
