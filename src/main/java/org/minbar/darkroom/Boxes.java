package org.minbar.darkroom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The boxes within boxes of ISO/IEC 14496-12, walked over as far as the kinds of the tracks need. */
final class Boxes {

    private static final Set<String> OPENED = Set.of("moov", "trak", "mdia");
    private static final int MOST = 10_000;

    private final FileChannel file;
    private final Set<String> tracks = new HashSet<>();
    private int seen;

    private Boxes(FileChannel file) {
        this.file = file;
    }

    /** What the tracks hold, by the names of the standard: {@code vide}, {@code soun} and others. */
    static Set<String> tracks(Path film) throws IOException {
        try (FileChannel file = FileChannel.open(film)) {
            Boxes boxes = new Boxes(file);
            boxes.walk(0, file.size());
            return boxes.tracks;
        }
    }

    private void walk(long from, long to) throws IOException {
        long at = from;
        while (at + 8 <= to && seen++ < MOST) {
            byte[] bytes = read(at, 20);
            ByteBuffer head = ByteBuffer.wrap(bytes);
            long size = head.getInt(0) & 0xffffffffL;
            String name = new String(bytes, 4, 4, StandardCharsets.ISO_8859_1);
            int start = 8;
            if (size == 1) {
                size = head.getLong(8);
                start = 16;
            }
            if (size == 0) size = to - at;
            if (size < start || size > to - at) return;
            if (OPENED.contains(name)) walk(at + start, at + size);
            if (name.equals("hdlr")) tracks.add(new String(bytes, 16, 4, StandardCharsets.ISO_8859_1));
            at += size;
        }
    }

    /** What lies beyond the end is zero. */
    private byte[] read(long at, int count) throws IOException {
        byte[] bytes = new byte[count];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long position = at;
        while (buffer.hasRemaining()) {
            int more = file.read(buffer, position);
            if (more < 0) break;
            position += more;
        }
        return bytes;
    }
}
