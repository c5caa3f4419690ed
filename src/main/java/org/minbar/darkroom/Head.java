package org.minbar.darkroom;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.minbar.language.Refusal;
import org.minbar.language.Refusal.Reason;

/**
 * What a picture's file says about itself, found by walking over its parts without decoding any of them, and whether it
 * is all there: the decoders make up for what is missing in grey. What is kept of it in memory is bounded, whatever the
 * file claims.
 *
 * <p>JPEG: ITU-T T.81, Exif 2.32, Photoshop's resources. PNG: the W3C's recommendation, third edition. GIF89a. WebP: RFC 9649.
 */
final class Head {

    // Progressive JPEG may repeat the whole picture in a few bytes, thousands of times.
    private static final int MOST_SCANS = 100;
    private static final int MOST_WORDS = 1 << 20;
    private static final int MOST_PROFILE = 4 << 20;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] PHOTOSHOP = "Photoshop 3.0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] XMP_IN_PNG = "XML:com.adobe.xmp\0".getBytes(StandardCharsets.ISO_8859_1);

    final FileType type;
    int width;
    int height;
    /** Of a JPEG: 1 grey, 3 colours, 4 printing inks. */
    int components;
    /** Of a JPEG; more than one where it is progressive. */
    int scans;

    boolean progressive;
    boolean animated;
    boolean profiled;
    /** The TIFF structure, without what introduces it; empty where there is none, as the others. */
    byte[] exif = {};

    byte[] xmp = {};
    byte[] photoshop = {};
    /** Of a PNG; in the other formats the decoder finds it. */
    byte[] profile = {};

    private Head(FileType type) {
        this.type = type;
    }

    /** @throws Refusal if the file is cut off, or is not what its first bytes claim */
    static Head read(Path file, FileType type) throws IOException {
        Head head = new Head(type);
        try (Bytes in = new Bytes(file)) {
            switch (type) {
                case JPEG -> head.jpeg(in);
                case PNG -> head.png(in);
                case GIF -> head.gif(in);
                case WEBP -> head.webp(in);
                default -> throw new IllegalArgumentException(type + " is not a picture");
            }
        } catch (EOFException cutOff) {
            throw new Refusal(Reason.MALFORMED, "picture-cut-off");
        }
        if (head.width < 1 || head.height < 1 || head.scans > MOST_SCANS) throw damaged();
        return head;
    }

    static Refusal damaged() {
        return new Refusal(Reason.MALFORMED, "picture-damaged");
    }

    private void jpeg(Bytes in) throws IOException {
        if (in.two() != 0xffd8) throw damaged();
        int marker = nextMarker(in);
        while (marker != 0xd9) {
            if (marker == 0xd8 || marker == 0x01) {
                marker = nextMarker(in);
                continue;
            }
            int length = in.two() - 2;
            if (length < 0) throw damaged();
            if (isFrame(marker)) {
                frame(in, marker, length);
            } else if (marker >= 0xe1 && marker <= 0xed) {
                application(in.take(length));
            } else {
                in.skip(length);
            }
            if (marker == 0xda) scans++;
            marker = nextMarker(in);
        }
        if (scans == 0) throw damaged();
    }

    /** Walks over a scan too: within it, 0xff is followed by 0 or by the number of a restart. */
    private static int nextMarker(Bytes in) throws IOException {
        while (true) {
            if (in.next() != 0xff) continue;
            int marker = in.next();
            while (marker == 0xff) marker = in.next();
            if (marker != 0 && !(marker >= 0xd0 && marker <= 0xd7)) return marker;
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private void frame(Bytes in, int marker, int length) throws IOException {
        if (width != 0 || length < 6) throw damaged();
        in.skip(1);
        height = in.two();
        width = in.two();
        components = in.next();
        progressive = (marker & 3) == 2;
        in.skip(length - 6);
    }

    private void application(byte[] part) {
        if (startsWith(part, EXIF) && exif.length == 0) exif = rest(part, EXIF.length);
        if (startsWith(part, XMP) && xmp.length == 0) xmp = rest(part, XMP.length);
        if (startsWith(part, PHOTOSHOP) && photoshop.length == 0) photoshop = rest(part, PHOTOSHOP.length);
        if (startsWith(part, ICC)) profiled = true;
    }

    private void png(Bytes in) throws IOException {
        in.skip(8);
        boolean pixels = false;
        while (true) {
            int length = in.four();
            String chunk = in.name();
            if (length < 0) throw damaged();
            boolean small = length <= MOST_WORDS;
            switch (chunk) {
                case "IHDR" -> {
                    if (length != 13) throw damaged();
                    width = in.four();
                    height = in.four();
                    in.skip(5);
                }
                case "acTL" -> {
                    animated = true;
                    in.skip(length);
                }
                case "eXIf" -> exif = small ? in.take(length) : skipped(in, length);
                case "iTXt" -> text(small ? in.take(length) : skipped(in, length));
                case "iCCP" -> profile = profile(small ? in.take(length) : skipped(in, length));
                case "IDAT" -> {
                    pixels = true;
                    in.skip(length);
                }
                case "IEND" -> {
                    if (!pixels) throw damaged();
                    return;
                }
                default -> in.skip(length);
            }
            in.skip(4);
        }
    }

    private static byte[] skipped(Bytes in, int length) throws IOException {
        in.skip(length);
        return new byte[0];
    }

    private void text(byte[] chunk) {
        int start = XMP_IN_PNG.length;
        if (!startsWith(chunk, XMP_IN_PNG) || chunk.length < start + 2 || chunk[start] != 0) return;
        // After the flags two empty words: the language, and the keyword in it.
        int words = start + 2;
        for (int ends = 0; words < chunk.length && ends < 2; words++) if (chunk[words] == 0) ends++;
        xmp = rest(chunk, words);
    }

    private static byte[] profile(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) name++;
        if (name + 2 >= chunk.length) return new byte[0];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk, name + 2, chunk.length - name - 2);
            byte[] profile = new byte[1 << 12];
            int filled = 0;
            while (!inflater.finished()) {
                if (filled == profile.length) {
                    if (filled >= MOST_PROFILE) return new byte[0];
                    profile = Arrays.copyOf(profile, filled * 2);
                }
                int more = inflater.inflate(profile, filled, profile.length - filled);
                if (more == 0 && !inflater.finished()) return new byte[0];
                filled += more;
            }
            return Arrays.copyOf(profile, filled);
        } catch (DataFormatException damaged) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    private void gif(Bytes in) throws IOException {
        in.skip(6 + 4);
        int flags = in.next();
        in.skip(2 + colours(flags));
        while (true) {
            int block;
            try {
                block = in.next();
            } catch (EOFException noTrailer) {
                block = 0x3b;
            }
            if (block == 0x3b) break;
            if (block == 0x21) {
                in.skip(1);
            } else if (block == 0x2c) {
                animated = width > 0;
                if (animated) return;
                in.skip(4);
                width = in.twoLittle();
                height = in.twoLittle();
                in.skip(colours(in.next()) + 1);
            } else {
                throw damaged();
            }
            for (int length = in.next(); length > 0; length = in.next()) in.skip(length);
        }
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));
    }

    private void webp(Bytes in) throws IOException {
        in.skip(4);
        long left = (in.fourLittle() & 0xffffffffL) - 4;
        in.skip(4);
        while (left >= 8) {
            String chunk = in.name();
            long length = in.fourLittle() & 0xffffffffL;
            left -= 8 + length + (length & 1);
            if (left < 0) throw damaged();
            long read = length;
            switch (chunk) {
                case "VP8X" -> read -= canvas(in);
                case "VP8 " -> read -= width > 0 ? 0 : lossy(in);
                case "VP8L" -> read -= width > 0 ? 0 : lossless(in);
                case "EXIF", "XMP " -> {
                    byte[] words = length <= MOST_WORDS ? in.take((int) length) : new byte[0];
                    read -= words.length;
                    if (chunk.equals("XMP ")) xmp = words;
                    else exif = startsWith(words, EXIF) ? rest(words, EXIF.length) : words;
                }
                default -> {}
            }
            if (read < 0) throw damaged();
            in.skip(read + (length & 1));
        }
    }

    private int canvas(Bytes in) throws IOException {
        animated = (in.next() & 2) != 0;
        in.skip(3);
        width = in.threeLittle() + 1;
        height = in.threeLittle() + 1;
        return 10;
    }

    private int lossy(Bytes in) throws IOException {
        in.skip(6);
        width = in.twoLittle() & 0x3fff;
        height = in.twoLittle() & 0x3fff;
        return 10;
    }

    private int lossless(Bytes in) throws IOException {
        in.skip(1);
        int bits = in.fourLittle();
        width = (bits & 0x3fff) + 1;
        height = (bits >> 14 & 0x3fff) + 1;
        return 5;
    }

    private static boolean startsWith(byte[] all, byte[] start) {
        return all.length >= start.length && Arrays.equals(all, 0, start.length, start, 0, start.length);
    }

    private static byte[] rest(byte[] all, int from) {
        return Arrays.copyOfRange(all, from, all.length);
    }
}
