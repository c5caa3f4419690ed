package org.minbar.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer with status 200, to be sent as often as it is asked for: with a strong ETag (RFC 9110, 8.8.3; a
 * validator of its own for each coding), with 304 for whoever has it already, and compressed for whoever can read it.
 */
final class WholePage {

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

    /** What the door has said and the next reader must be told too. */
    private static final List<String> SAID = List.of(
            "Cache-Control", "Content-Language", "Link", PageTagging.TAGS, PageTagging.KEYS, PageTagging.CONTROL);

    private final String type;
    private final String tag;
    private final byte[] plain;
    private final boolean compressible;
    private final Map<String, String> said = new LinkedHashMap<>();
    private final Map<Coding, Coded> coded = new ConcurrentHashMap<>();
    private final Inlays inlays;

    /** The name of what is put in, and where; empty and 0 for a page that is sent as it is kept. */
    private final String inlay;

    private final int inlayFrom;
    private final int inlayTo;

    /** @param version of what is put in */
    private record Coded(String version, byte[] bytes) {}

    /** @param answer as the door left it */
    WholePage(HttpServletResponse answer, byte[] body, Inlays inlays) {
        this.inlays = inlays;
        type = answer.getContentType() == null ? "" : answer.getContentType();
        plain = body;
        compressible = body.length >= WORTH_COMPRESSING
                && COMPRESSIBLE.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
        @Nullable String own = answer.getHeader("ETag");
        tag = own == null ? "\"" + digest(body) + "\"" : own;
        for (String name : SAID) {
            @Nullable String value = answer.getHeader(name);
            if (value != null) said.put(name, value);
        }
        // Byte for byte, so that places in the text are places in the bytes.
        Matcher mark = type.startsWith("text/html")
                ? Inlays.MARK.matcher(new String(body, StandardCharsets.ISO_8859_1))
                : Inlays.MARK.matcher("");
        boolean marked = mark.find();
        inlay = marked ? mark.group(1) : "";
        inlayFrom = marked ? mark.start() : 0;
        inlayTo = marked ? mark.end() : 0;
    }

    /** A page that is nobody's to keep, a refusal, with what is to be put in. */
    static byte[] complete(@Nullable String type, byte[] body, Inlays inlays) {
        if (type == null || !type.startsWith("text/html")) return body;
        Matcher mark = Inlays.MARK.matcher(new String(body, StandardCharsets.ISO_8859_1));
        if (!mark.find()) return body;
        byte[] piece = inlays.get(mark.group(1)).html();
        return mark.replaceFirst(Matcher.quoteReplacement(new String(piece, StandardCharsets.ISO_8859_1)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What it shows; nothing for an answer that is nobody's to keep. */
    Collection<String> shows() {
        @Nullable String tags = said.get(PageTagging.TAGS);
        return tags == null ? List.of() : Arrays.asList(tags.split(","));
    }

    String text() {
        return new String(whole(inlays.get(inlay)), StandardCharsets.UTF_8);
    }

    Duration keep() {
        @Nullable String control = said.get(PageTagging.CONTROL);
        return control == null
                ? Duration.ZERO
                : Duration.ofSeconds(Long.parseLong(control.substring(control.indexOf('=') + 1)));
    }

    /** About how many bytes of memory it takes, compressed forms included. */
    int weight() {
        return plain.length + plain.length / 2 + 1_000;
    }

    /** Whether somebody who says so reads its type; whoever doesn't must hear it from the door. */
    boolean suits(@Nullable String accept) {
        return accept == null || accept.contains("*/*") || accept.contains(type.split(";", 2)[0]);
    }

    /** @param bodiless for HEAD, which must say what GET would */
    void send(HttpServletRequest asked, HttpServletResponse answer, boolean bodiless) throws IOException {
        Coding coding = compressible ? Coding.best(asked.getHeader("Accept-Encoding")) : Coding.PLAIN;
        if (!type.isEmpty()) answer.setContentType(type);
        said.forEach(answer::setHeader);
        if (compressible) answer.addHeader("Vary", "Accept-Encoding");
        Inlays.Inlay piece = inlays.get(inlay);
        String current = inlay.isEmpty() ? tag : tag.substring(0, tag.length() - 1) + "." + piece.version() + "\"";
        if (!inlay.isEmpty() && said.containsKey(PageTagging.TAGS)) {
            // For a cache in front, which keeps the page with the piece in it.
            answer.setHeader(PageTagging.TAGS, said.get(PageTagging.TAGS) + "," + inlay);
            answer.setHeader(PageTagging.KEYS, said.get(PageTagging.KEYS) + " " + inlay);
        }
        answer.setHeader("ETag", coding.tag(current));
        if (isKnown(asked.getHeader("If-None-Match"), current)) {
            answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] sent = coded(coding, piece);
        if (coding != Coding.PLAIN) answer.setHeader("Content-Encoding", coding.token);
        answer.setContentLength(sent.length);
        if (!bodiless) answer.getOutputStream().write(sent);
    }

    private byte[] coded(Coding coding, Inlays.Inlay piece) {
        if (coding == Coding.PLAIN) return whole(piece);
        @Nullable Coded kept = coded.get(coding);
        if (kept == null || !kept.version.equals(piece.version())) {
            kept = new Coded(piece.version(), coding.code(whole(piece), isForEver()));
            coded.put(coding, kept);
        }
        return kept.bytes;
    }

    /** Files of themes: they are kept, so this is done once for many readers. */
    private boolean isForEver() {
        return said.containsKey(PageTagging.TAGS)
                && said.getOrDefault("Cache-Control", "").contains("immutable");
    }

    private byte[] whole(Inlays.Inlay piece) {
        if (inlay.isEmpty()) return plain;
        byte[] whole = new byte[plain.length - (inlayTo - inlayFrom) + piece.html().length];
        System.arraycopy(plain, 0, whole, 0, inlayFrom);
        System.arraycopy(piece.html(), 0, whole, inlayFrom, piece.html().length);
        System.arraycopy(plain, inlayTo, whole, inlayFrom + piece.html().length, plain.length - inlayTo);
        return whole;
    }

    private static boolean isKnown(@Nullable String ifNoneMatch, String current) {
        if (ifNoneMatch == null) return false;
        if (ifNoneMatch.strip().equals("*")) return true;
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                .anyMatch(candidate -> Coding.plainTag(candidate).equals(Coding.plainTag(current)));
    }

    static String digest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 15));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
