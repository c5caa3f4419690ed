package org.minbar.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are kept somewhere, as an answer: whole, or the part that was asked for (RFC 9110, 14), or 304 for whoever
 * has them. Of several ranges at once the whole is sent, which the standard allows.
 *
 * @param tag a strong ETag with its quotes
 * @param type the media type
 * @param length bytes in all
 */
public record Parcel(String tag, String type, long length, Source source) {

    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int PARTIAL = 206;

    /** Gives out a part of the bytes. */
    @FunctionalInterface
    public interface Source {
        InputStream open(long from, long length);
    }

    /** All of it, for what is small. */
    public byte[] whole() {
        try (InputStream bytes = source.open(0, length)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, from memory. */
    public Parcel of(byte[] bytes) {
        return new Parcel(
                tag,
                type,
                bytes.length,
                (from, count) ->
                        new ByteArrayInputStream(bytes, (int) from, (int) Math.min(count, bytes.length - from)));
    }

    /** What is asked for, or the refusal of it. */
    public Response.ResponseBuilder answer(HttpServletRequest asked) {
        if (isKnown(asked.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return Response.notModified().header(HttpHeaders.ETAG, tag);
        }
        @Nullable String range = asked.getHeader("Range");
        @Nullable String condition = asked.getHeader("If-Range");
        Matcher wanted = RANGE.matcher(range == null ? "" : range.strip());
        boolean whole = !wanted.matches()
                || wanted.group(1).isEmpty() && wanted.group(2).isEmpty()
                || condition != null && !condition.strip().equals(tag);
        if (whole) return part(0, length).status(Response.Status.OK);
        long from = wanted.group(1).isEmpty() ? Math.max(0, length - number(wanted.group(2))) : number(wanted.group(1));
        long to = wanted.group(1).isEmpty() || wanted.group(2).isEmpty()
                ? length - 1
                : Math.min(length - 1, number(wanted.group(2)));
        boolean backwards = !wanted.group(2).isEmpty() && !wanted.group(1).isEmpty() && number(wanted.group(2)) < from;
        if (backwards) return part(0, length).status(Response.Status.OK);
        if (from >= length || to < from) {
            return Response.status(RANGE_NOT_SATISFIABLE).header("Content-Range", "bytes */" + length);
        }
        return part(from, to - from + 1)
                .status(PARTIAL)
                .header("Content-Range", "bytes " + from + "-" + to + "/" + length);
    }

    private Response.ResponseBuilder part(long from, long count) {
        return Response.ok((StreamingOutput) out -> {
                    try (InputStream bytes = source.open(from, count)) {
                        bytes.transferTo(out);
                    }
                })
                .type(type)
                .header(HttpHeaders.ETAG, tag)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_LENGTH, count);
    }

    private boolean isKnown(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) return false;
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                .anyMatch(known -> known.equals(tag) || known.equals("*"));
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }
}
