package org.minbar.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Refusal;

/** Cuts a stream into lines of UTF-8 without ever holding more than one of a bearable length. */
final class Lines {

    /** Bytes. A body may have a million characters, and Arabic takes two bytes for each. */
    static final int LONGEST = 4 * 1024 * 1024;

    private final InputStream in;
    private long number;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /** @param bytes null when there were more than {@link #LONGEST} */
    record Line(long number, byte @Nullable [] bytes) {

        boolean isBlank() {
            if (bytes == null) return false;
            for (byte b : bytes) if (b != ' ' && b != '\t') return false;
            return true;
        }

        /** @throws Refusal when it is too long or no UTF-8 */
        String text() {
            if (bytes == null) {
                throw new Refusal(Refusal.Reason.TOO_LARGE, "line-too-long", Map.of("longest", LONGEST / 1024 / 1024));
            }
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new Refusal(Refusal.Reason.MALFORMED, "not-utf-8");
            }
        }
    }

    /** The next line without its end, or null at the end of the stream. */
    @Nullable
    Line next() throws IOException {
        int b = in.read();
        if (b < 0) return null;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        boolean tooLong = false;
        while (b >= 0 && b != '\n') {
            if (bytes.size() < LONGEST) bytes.write(b);
            else tooLong = true;
            b = in.read();
        }
        number++;
        return new Line(number, tooLong ? null : trimmed(bytes.toByteArray()));
    }

    /** Without a carriage return at the end, and on the first line without a byte order mark. */
    private byte[] trimmed(byte[] bytes) {
        int start = number == 1
                        && bytes.length >= 3
                        && bytes[0] == (byte) 0xEF
                        && bytes[1] == (byte) 0xBB
                        && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        int end = bytes.length > start && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return Arrays.copyOfRange(bytes, start, end);
    }
}
