package org.minbar.darkroom;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.minbar.language.Refusal;
import org.minbar.language.Refusal.Reason;

/**
 * Pictures come in, negatives are kept, prints go out. Two are worked on at once, so that no number of photographers takes
 * the memory of the house: a picture of twelve megapixels needs less than 64 MB, one of 64 megapixels less than 128.
 */
public final class Darkroom {

    /** More than the sensor of any camera that newspapers use, and little enough to read in some seconds. */
    public static final int MOST_MEGAPIXELS = 64;

    public static final int LONGEST_SIDE = 20_000;

    /** A larger picture is made smaller as it is taken in. */
    public static final int KEPT_MEGAPIXELS = 16;

    // Java's decoder holds all coefficients of a progressive JPEG at once, up to six bytes a pixel, outside of the
    // heap.
    private static final int MOST_PROGRESSIVE_MEGAPIXELS = 24;
    private static final int MILLION = 1_000_000;
    private static final int DRAWN_COLOURS = 4_096;

    private final Semaphore lamps;
    private final Duration patience;
    private final boolean webp;

    public Darkroom() {
        this(2, Duration.ofSeconds(8), Encoding.canWebp());
    }

    Darkroom(int lamps, Duration patience, boolean webp) {
        this.lamps = new Semaphore(lamps, true);
        this.patience = patience;
        this.webp = webp;
    }

    /** Whether prints can be made in WebP on this machine; where not, those orders are left out. */
    public boolean canWebp() {
        return webp;
    }

    /**
     * Takes a picture in: upright, in sRGB, at most {@value #KEPT_MEGAPIXELS} megapixels, and nothing of the sender's file
     * but its pixels.
     *
     * @param type what {@link Sniffing} found; a picture
     * @param master where the negative is to lie; it is whole there or not at all
     * @throws Refusal if the picture is too large, damaged or cut off, or there is too much to do just now
     */
    public Negative accept(Path incoming, FileType type, Path master) throws IOException {
        Head head = Head.read(incoming, type);
        admit(head);
        Offering offering = new Offering(head);
        light();
        try {
            Dimensions sent = new Dimensions(head.width, head.height);
            int by = 1;
            while (sent.pixels() / by / by > KEPT_MEGAPIXELS * (long) MILLION) by++;
            Plate plate = new Decoding(incoming, head).decode(by, offering.orientation());
            return keep(plate, head, offering.offered(), master);
        } finally {
            lamps.release();
        }
    }

    /**
     * Makes prints of a negative: it is read once, and what two prints share is scaled once.
     *
     * @param handCrops the parts chosen by hand, for the shapes that have one
     * @return what was made and how large each is; without WebP where this machine can't
     */
    public Map<Print, Dimensions> develop(
            Path master, List<Print> prints, FocalPoint focus, Map<Shape, Crop> handCrops, Tray tray)
            throws IOException {
        List<Print> orders = prints.stream()
                .filter(print -> webp || print.format() != Format.WEBP)
                .toList();
        Map<Print, Dimensions> made = new LinkedHashMap<>();
        if (orders.isEmpty()) return made;
        Head head = Head.read(master, typeOf(master));
        Dimensions whole = new Dimensions(head.width, head.height);
        light();
        try {
            int by = reduction(whole, orders, focus, handCrops);
            BufferedImage picture = new Decoding(master, head).decode(by, 1).image();
            for (Print first : orders) {
                if (made.containsKey(first)) continue;
                Rectangle cut = first.shape().cut(whole, focus, handCrops.get(first.shape()));
                Dimensions size = size(cut, first);
                BufferedImage scaled = new Scaling(picture, reduced(cut, by, picture)).to(size.width(), size.height());
                for (Print print : orders) {
                    if (print.shape() != first.shape() || print.width() != first.width()) continue;
                    try (OutputStream out = tray.open(print)) {
                        Encoding.print(scaled, print.format(), out);
                    }
                    made.put(print, size);
                }
            }
            return made;
        } finally {
            lamps.release();
        }
    }

    /**
     * How large a print will be, without looking at the picture.
     *
     * @param negative the negative's own size
     */
    public static Dimensions size(Dimensions negative, Print print, Map<Shape, Crop> handCrops) {
        return size(print.shape().cut(negative, FocalPoint.CENTRE, handCrops.get(print.shape())), print);
    }

    private static Dimensions size(Rectangle cut, Print print) {
        int width = Math.min(print.width(), cut.width);
        return new Dimensions(width, print.shape().height(width, cut));
    }

    /** Something drawn by the house as a JPEG of at most so many bytes: as good as fits. */
    public static byte[] jpeg(BufferedImage drawing, int mostBytes) throws IOException {
        return Encoding.within(drawing, mostBytes);
    }

    private static void admit(Head head) {
        long pixels = (long) head.width * head.height;
        if (Math.max(head.width, head.height) > LONGEST_SIDE || pixels > MOST_MEGAPIXELS * (long) MILLION) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    "picture-too-large",
                    Map.of("width", head.width, "height", head.height, "most", MOST_MEGAPIXELS, "side", LONGEST_SIDE));
        }
        int most = MOST_MEGAPIXELS;
        if (head.progressive) most = MOST_PROGRESSIVE_MEGAPIXELS;
        // Its decoder knows only the whole picture.
        if (head.type == FileType.WEBP) most = KEPT_MEGAPIXELS;
        if (pixels > most * (long) MILLION) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    "picture-too-large-for-its-kind",
                    Map.of("width", head.width, "height", head.height, "most", most));
        }
    }

    private void light() {
        try {
            if (lamps.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Reason.NOT_NOW, "darkroom-busy", Map.of("seconds", 10L));
    }

    private static Negative keep(Plate plate, Head head, Offered offered, Path master) throws IOException {
        boolean transparent = plate.seenThrough();
        BufferedImage picture = transparent ? plate.image() : plate.opaque();
        boolean drawn = head.type != FileType.JPEG && head.type != FileType.WEBP && fewColours(plate.image());
        FileType type = transparent || drawn ? FileType.PNG : FileType.JPEG;
        Path beside = master.resolveSibling(master.getFileName() + ".wet");
        try {
            Encoding.negative(picture, type, beside);
            Files.move(beside, master, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        return new Negative(type, picture.getWidth(), picture.getHeight(), transparent, head.animated, offered);
    }

    /** A chart or a logo has few colours and hard edges, which JPEG frays; a photograph has tens of thousands. */
    private static boolean fewColours(BufferedImage picture) {
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        int bands = picture.getColorModel().hasAlpha() ? 4 : 3;
        BitSet seen = new BitSet(1 << 24);
        int count = 0;
        for (int i = bands - 3; i < pixels.length; i += bands) {
            int colour = (pixels[i] & 255) << 16 | (pixels[i + 1] & 255) << 8 | (pixels[i + 2] & 255);
            if (seen.get(colour)) continue;
            if (++count > DRAWN_COLOURS) return false;
            seen.set(colour);
        }
        return true;
    }

    private static FileType typeOf(Path master) throws IOException {
        try (Bytes in = new Bytes(master)) {
            return in.next() == 0xff ? FileType.JPEG : FileType.PNG;
        }
    }

    /** By how much whole pixels can be averaged while reading, and leave the scaling enough to choose from. */
    private static int reduction(Dimensions whole, List<Print> orders, FocalPoint focus, Map<Shape, Crop> handCrops) {
        double least = Math.min(whole.width(), whole.height());
        for (Print print : orders) {
            Rectangle cut = print.shape().cut(whole, focus, handCrops.get(print.shape()));
            least = Math.min(least, (double) cut.width / size(cut, print).width());
        }
        return (int) Math.max(1, least / 2);
    }

    private static Rectangle reduced(Rectangle cut, int by, BufferedImage picture) {
        int x = Math.min(cut.x / by, picture.getWidth() - 1);
        int y = Math.min(cut.y / by, picture.getHeight() - 1);
        int width = Math.max(1, Math.min(cut.width / by, picture.getWidth() - x));
        int height = Math.max(1, Math.min(cut.height / by, picture.getHeight() - y));
        return new Rectangle(x, y, width, height);
    }
}
