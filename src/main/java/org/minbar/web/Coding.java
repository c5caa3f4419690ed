package org.minbar.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** How bytes travel (RFC 9110, 8.4.1). Each has a mark of its own in the ETag, since a strong one is of the very bytes. */
public enum Coding {
    BROTLI("br", "-br") {
        @Override
        byte[] code(byte[] plain, boolean forLong) {
            try {
                return Encoder.compress(plain, forLong ? BROTLI_BEST : BROTLI_QUALITY);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    GZIP("gzip", "-gz") {
        @Override
        byte[] code(byte[] plain, boolean forLong) {
            ByteArrayOutputStream coded = new ByteArrayOutputStream(plain.length / 3);
            try (GZIPOutputStream out = new GZIPOutputStream(coded)) {
                out.write(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return coded.toByteArray();
        }
    },
    PLAIN("identity", "") {
        @Override
        byte[] code(byte[] plain, boolean forLong) {
            return plain;
        }
    };

    /** About as quick as gzip, and a sixth smaller. */
    private static final Encoder.Parameters BROTLI_QUALITY = new Encoder.Parameters().setQuality(5);

    /** Fifty times as slow, and an eighth smaller again. */
    private static final Encoder.Parameters BROTLI_BEST = new Encoder.Parameters().setQuality(11);

    /** Brotli is native; where the machine has no library for it, everybody gets gzip. */
    private static final List<Coding> COMPRESSING =
            Brotli4jLoader.isAvailable() ? List.of(BROTLI, GZIP) : List.of(GZIP);

    final String token;
    private final String mark;

    Coding(String token, String mark) {
        this.token = token;
        this.mark = mark;
    }

    /** @param forLong whether these bytes will be sent so often that it is worth some time to make them few */
    abstract byte[] code(byte[] plain, boolean forLong);

    /** The best that the client reads. @param acceptEncoding the header */
    static Coding best(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) return PLAIN;
        String accepted = acceptEncoding.toLowerCase(Locale.ROOT);
        return COMPRESSING.stream()
                .filter(coding -> coding.isIn(accepted))
                .findFirst()
                .orElse(PLAIN);
    }

    private boolean isIn(String accepted) {
        return accepted.contains(token)
                && Arrays.stream(accepted.split(","))
                        .map(range -> range.replace(" ", ""))
                        .anyMatch(range -> range.equals(token)
                                || range.startsWith(token + ";") && !range.matches(token + ";q=0(\\.0*)?"));
    }

    /** The tag of the bytes so coded. @param plain that of the bytes as they are */
    String tag(String plain) {
        return plain.substring(0, plain.length() - 1) + mark + "\"";
    }

    /** A tag as clients have it, back to that of the bytes as they are: they send it with If-Match. */
    public static String plainTag(String tag) {
        return Stream.of(BROTLI, GZIP)
                .filter(coding -> tag.endsWith(coding.mark + "\""))
                .findFirst()
                .map(coding -> tag.substring(0, tag.length() - coding.mark.length() - 1) + "\"")
                .orElse(tag);
    }
}
