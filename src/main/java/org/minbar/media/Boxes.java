package org.minbar.media;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * The boxes of an MPEG-4 file (ISO/IEC 14496-12, 4.2). Phones write where they were, and whose they are, into the boxes
 * for what users may add; those are blotted out where they stand, so that nothing else has to move.
 */
final class Boxes {

    private static final Set<String> HOLDERS = Set.of("moov", "trak");
    private static final Set<String> TELLING = Set.of("udta", "meta", "uuid");
    private static final byte[] FREE = "free".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEAD = 8;
    private static final int LARGE_HEAD = 16;

    private Boxes() {}

    static void forgetWhere(Path file) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            walk(bytes, 0, bytes.length(), true);
        } catch (IOException full) {
            throw Workbench.full(full);
        }
    }

    private static void walk(RandomAccessFile bytes, long from, long to, boolean outermost) throws IOException {
        long at = from;
        while (at + HEAD <= to) {
            bytes.seek(at);
            long size = bytes.readInt() & 0xFFFF_FFFFL;
            byte[] name = new byte[4];
            bytes.readFully(name);
            int head = HEAD;
            if (size == 1 && at + LARGE_HEAD <= to) {
                size = bytes.readLong();
                head = LARGE_HEAD;
            } else if (size == 0 && outermost) {
                size = to - at;
            }
            // A box that is longer than what holds it, or shorter than its own head: the file is damaged from here on.
            if (size < head || size > to - at) return;
            String kind = new String(name, StandardCharsets.ISO_8859_1);
            if (TELLING.contains(kind)) blot(bytes, at, head, size);
            else if (HOLDERS.contains(kind)) walk(bytes, at + head, at + size, false);
            at += size;
        }
    }

    private static void blot(RandomAccessFile bytes, long at, int head, long size) throws IOException {
        bytes.seek(at + 4);
        bytes.write(FREE);
        bytes.seek(at + head);
        byte[] nothing = new byte[(int) Math.min(64 << 10, size - head)];
        for (long left = size - head; left > 0; left -= nothing.length) {
            bytes.write(nothing, 0, (int) Math.min(nothing.length, left));
        }
    }
}
