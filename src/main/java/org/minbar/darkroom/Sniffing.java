package org.minbar.darkroom;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.minbar.language.Refusal;
import org.minbar.language.Refusal.Reason;

/**
 * Finds out what a file is from its bytes alone. Its name and what the sender calls it are wishes. Containers, of which one
 * kind holds many, are looked into here; all else is known by how it begins, as Apache Tika has it.
 */
public final class Sniffing {

    private static final int BEGINNING = 4_096;
    private static final int MOST_TYPES = 1 << 20;
    private static final Set<String> PICTURES_OF_PHONES =
            Set.of("avif", "avis", "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1");
    private static final List<String> PLAYED_EVERYWHERE = List.of("isom", "mp41", "mp42", "avc1", "M4A ", "M4V ");

    /**
     * What the file is.
     *
     * @throws Refusal if the house doesn't take it, with the way to turn it into something that it takes
     */
    public FileType sniff(Path file) throws IOException {
        byte[] beginning;
        try (InputStream in = Files.newInputStream(file)) {
            beginning = in.readNBytes(BEGINNING);
        }
        if (beginning.length == 0) throw new Refusal(Reason.MALFORMED, "file-empty");
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\3\4")) return packed(file);
        if (text.startsWith("ftyp", 4)) return boxed(text, file);
        if (text.startsWith("OggS")) return ogg(text);
        if (text.startsWith("\u001aE\u00df\u00a3")) return matroska(text);
        return known(file, text);
    }

    private static FileType known(Path file, String text) throws IOException {
        String type;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            type = MimeTypes.getDefaultMimeTypes().detect(in, new Metadata()).toString();
        }
        return switch (type) {
            case "image/jpeg" -> FileType.JPEG;
            case "image/png" -> FileType.PNG;
            case "image/gif" -> FileType.GIF;
            case "image/webp" -> FileType.WEBP;
            case "audio/vnd.wave", "audio/x-wav", "audio/wav" -> FileType.WAV;
            case "text/vtt" -> FileType.VTT;
            case "application/pdf" -> {
                // Readers find its head within the first thousand bytes, after whatever else stands there.
                if (!text.startsWith("%PDF-")) throw unknown();
                yield FileType.PDF;
            }
            case "audio/mpeg" -> {
                if (!text.startsWith("ID3") && !isTwoFrames(text)) throw unknown();
                yield FileType.MP3;
            }
            case "image/svg+xml" -> throw new Refusal(Reason.WRONG_TYPE, "picture-svg");
            case "text/html", "application/xhtml+xml", "application/javascript", "text/javascript" -> {
                throw new Refusal(Reason.WRONG_TYPE, "file-with-scripts");
            }
            default -> {
                if (type.startsWith("image/")) throw new Refusal(Reason.WRONG_TYPE, "picture-other-kind");
                if (type.startsWith("video/")) throw new Refusal(Reason.WRONG_TYPE, "film-other-kind");
                throw unknown();
            }
        };
    }

    private static Refusal unknown() {
        return new Refusal(Reason.WRONG_TYPE, "file-unknown");
    }

    /** Eleven set bits prove little: the frame must end where it says, and another begin. ISO/IEC 11172-3, 2.4.1. */
    private static boolean isTwoFrames(String text) {
        int[] rates = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
        int[] slower = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
        int[] samplings = {44_100, 48_000, 32_000, 0};
        if (text.length() < 4) return false;
        boolean first = (text.charAt(1) & 0x18) == 0x18;
        int rate = (first ? rates : slower)[text.charAt(2) >> 4];
        int sampling = samplings[text.charAt(2) >> 2 & 3] / (first ? 1 : (text.charAt(1) & 0x10) != 0 ? 2 : 4);
        if (rate == 0 || sampling == 0) return false;
        int length = (first ? 144_000 : 72_000) * rate / sampling + (text.charAt(2) >> 1 & 1);
        return text.length() > length + 1 && text.charAt(length) == 0xff && text.charAt(length + 1) == text.charAt(1);
    }

    private static FileType packed(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry types = zip.getEntry("[Content_Types].xml");
            if (types == null || zip.getEntry("word/document.xml") == null) throw notADocument();
            boolean macros = zip.stream()
                    .anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"));
            try (InputStream in = zip.getInputStream(types)) {
                String listed = new String(in.readNBytes(MOST_TYPES), StandardCharsets.UTF_8);
                macros |= listed.toLowerCase(Locale.ROOT).contains("macroenabled");
            }
            if (macros) throw new Refusal(Reason.WRONG_TYPE, "file-with-macros");
            return FileType.DOCX;
        } catch (ZipException damaged) {
            throw notADocument();
        }
    }

    private static Refusal notADocument() {
        return new Refusal(Reason.WRONG_TYPE, "file-packed");
    }

    /** ISO/IEC 14496-12: the brand says what the file claims to be, its tracks what it holds. */
    private static FileType boxed(String text, Path file) throws IOException {
        int end = Math.min(text.length(), text.charAt(2) << 8 | text.charAt(3));
        String brand = text.length() < 12 ? "" : text.substring(8, 12);
        String brands = end < 12 ? brand : text.substring(8, end);
        if (PICTURES_OF_PHONES.contains(brand)) throw new Refusal(Reason.WRONG_TYPE, "picture-from-phone");
        if (brand.equals("qt  ") || PLAYED_EVERYWHERE.stream().noneMatch(brands::contains)) {
            throw new Refusal(Reason.WRONG_TYPE, "film-other-kind");
        }
        Set<String> tracks = Boxes.tracks(file);
        if (tracks.contains("vide")) return FileType.MP4;
        return tracks.contains("soun") || brand.startsWith("M4A") ? FileType.M4A : FileType.MP4;
    }

    private static FileType ogg(String text) {
        if (text.contains("\u0080theora")) throw new Refusal(Reason.WRONG_TYPE, "film-other-kind");
        if (text.contains("\u0001vorbis") || text.contains("OpusHead")) return FileType.OGG;
        throw unknown();
    }

    /** RFC 9559: the document type stands in the first element; element 0x4282 holds its name. */
    private static FileType matroska(String text) {
        int type = text.indexOf("B\u0082");
        if (type > 0 && text.startsWith("webm", type + 3)) return FileType.WEBM;
        throw new Refusal(Reason.WRONG_TYPE, "film-other-kind");
    }
}
