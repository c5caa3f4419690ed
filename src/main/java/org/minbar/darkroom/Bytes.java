package org.minbar.darkroom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file read from front to back, a byte at a time and fast. Big-endian, unless the name says otherwise. */
final class Bytes implements AutoCloseable {

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;

    Bytes(Path file) throws IOException {
        this.in = Files.newInputStream(file);
    }

    int next() throws IOException {
        if (at == filled) {
            filled = in.read(buffer);
            at = 0;
            if (filled <= 0) {
                filled = 0;
                throw new EOFException();
            }
        }
        return buffer[at++] & 0xff;
    }

    int two() throws IOException {
        return next() << 8 | next();
    }

    int four() throws IOException {
        return two() << 16 | two();
    }

    int twoLittle() throws IOException {
        return next() | next() << 8;
    }

    int threeLittle() throws IOException {
        return twoLittle() | next() << 16;
    }

    int fourLittle() throws IOException {
        return twoLittle() | twoLittle() << 16;
    }

    /** Four letters, as the chunks of many formats are called. */
    String name() throws IOException {
        return "" + (char) next() + (char) next() + (char) next() + (char) next();
    }

    byte[] take(int count) throws IOException {
        byte[] taken = new byte[count];
        for (int i = 0; i < count; i++) taken[i] = (byte) next();
        return taken;
    }

    void skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            if (at == filled) {
                next();
                left--;
            }
            int step = (int) Math.min(left, filled - at);
            at += step;
            left -= step;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
