package org.minbar.web;

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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * How every whole answer to a GET or HEAD leaves the house: with a strong ETag (RFC 9110, 8.8.3; a validator of its own
 * for the compressed form), with 304 for whoever has it already, and compressed for whoever can read it. Answers that
 * are written as they arise (exports, live streams) go through untouched.
 */
public class Delivery implements Filter {

    private static final int WORTH_COMPRESSING = 700;

    private static final Set<String> COMPRESSIBLE = Set.of(
            "text/html",
            "text/css",
            "text/plain",
            "text/javascript",
            "application/json",
            "application/feed+json",
            "application/problem+json",
            "application/rss+xml",
            "application/atom+xml",
            "application/xml",
            "application/opensearchdescription+xml",
            "image/svg+xml");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        boolean head = asked.getMethod().equals("HEAD");
        if (!head && !asked.getMethod().equals("GET") || isStreamed(asked.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        Held held = new Held(answer);
        // HEAD must say what GET would: so the page is made, and only its bytes are kept back.
        chain.doFilter(head ? new AsGet(asked) : asked, held);
        held.finish();
        deliver(asked, answer, held.bytes(), head);
    }

    private static boolean isStreamed(String path) {
        return path.startsWith("/api/v1/exports/")
                || path.startsWith("/media/")
                // The protocol of uploads has a HEAD of its own.
                || path.startsWith("/desk/media/arrivals/")
                || path.matches("/desk/media/[0-9]+/prints/.*")
                || path.endsWith("/stream");
    }

    private static void deliver(HttpServletRequest asked, HttpServletResponse answer, byte[] body, boolean head)
            throws IOException {
        if (answer.getStatus() != HttpServletResponse.SC_OK) {
            answer.setContentLength(body.length);
            if (!head) answer.getOutputStream().write(body);
            return;
        }
        boolean compressible = body.length >= WORTH_COMPRESSING && COMPRESSIBLE.contains(mediaType(answer));
        boolean compress = compressible && readsGzip(asked.getHeader("Accept-Encoding"));
        if (compressible) answer.addHeader("Vary", "Accept-Encoding");
        String tag = tag(answer.getHeader("ETag"), body, compress);
        answer.setHeader("ETag", tag);
        if (answer.getHeader("Cache-Control") == null) answer.setHeader("Cache-Control", cacheControl(asked));
        if (matches(asked.getHeader("If-None-Match"), tag)) {
            answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] sent = compress ? gzip(body) : body;
        if (compress) answer.setHeader("Content-Encoding", "gzip");
        answer.setContentLength(sent.length);
        if (!head) answer.getOutputStream().write(sent);
    }

    /** The door's own tag, or one of the bytes. */
    private static String tag(@Nullable String own, byte[] body, boolean compressed) {
        String plain = own == null ? "\"" + digest(body) + "\"" : own;
        return compressed ? plain.substring(0, plain.length() - 1) + "-gz\"" : plain;
    }

    /** A tag as this filter gave it out, back to the door's own: clients send it with If-Match. */
    public static String plainTag(String tag) {
        return tag.endsWith("-gz\"") ? tag.substring(0, tag.length() - 4) + "\"" : tag;
    }

    private static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) return false;
        if (ifNoneMatch.strip().equals("*")) return true;
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                .anyMatch(candidate -> plainTag(candidate).equals(plainTag(tag)));
    }

    private static String cacheControl(HttpServletRequest asked) {
        boolean personal = asked.getRequestURI().startsWith("/desk")
                || asked.getHeader("Authorization") != null
                || asked.getRequestURI().startsWith("/api/") && asked.getHeader("Cookie") != null;
        return personal ? "no-store" : "public, no-cache";
    }

    private static String mediaType(HttpServletResponse answer) {
        @Nullable String type = answer.getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    static boolean readsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) return false;
        return Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(","))
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding ->
                        coding.equals("gzip") || coding.startsWith("gzip;") && !coding.matches("gzip;q=0(\\.0*)?"));
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 15));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
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
