package org.minbar.darkroom;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.FileImageInputStream;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Refusal;

/**
 * Reads pixels. The decoders are named here and made by hand: what lies on the path of a server is not found by searching,
 * and a picture must not look different because another program in the same server brought a decoder of its own. All of
 * them are Java's or written in Java; no foreign bytes meet native code but libjpeg and LittleCMS, which Java brings.
 */
final class Decoding {

    // Decoding begins anew for each strip: small strips cost time, large ones memory.
    private static final int STRIP = 3_000_000;

    private final Path file;
    private final Head head;

    Decoding(Path file, Head head) {
        this.file = file;
        this.head = head;
    }

    /** The picture, or what is wrong with it. */
    Plate decode(int by, int orientation) throws IOException {
        ImageReader reader = reader();
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, false, true);
            reader.addIIOReadWarningListener((source, warning) -> heed(warning));
            if (reader.getWidth(0) != head.width || reader.getHeight(0) != head.height) throw Head.damaged();
            if (by == 1 && orientation == 1 && head.type == FileType.JPEG && head.components == 3 && !head.profiled) {
                // It is as it shall be, and needs no second picture to become so.
                return new Plate(reader.read(0, param(reader)));
            }
            return strips(reader, by, orientation);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException broken) {
            // A decoder that meets nonsense throws whatever it comes to.
            throw Head.damaged();
        } finally {
            reader.dispose();
        }
    }

    private Plate strips(ImageReader reader, int by, int orientation) throws IOException {
        int step = head.type == FileType.WEBP ? head.height : Math.max(by, STRIP / head.width / by * by);
        Dimensions sent = new Dimensions(head.width, head.height);
        // The largest first, as long as a small heap has room for it in one piece.
        @Nullable Plate early = isPlain() ? new Plate(sent, by, orientation, false) : null;
        BufferedImage strip = strip(reader, 0, step, null);
        Plate plate = early == null
                ? new Plate(sent, by, orientation, strip.getColorModel().hasAlpha())
                : early;
        plate.expose(strip, head.profile);
        for (int y = step; y < head.height && !plate.full(); y += step) {
            strip = strip(reader, y, step, strip);
            plate.expose(strip, head.profile);
        }
        return plate;
    }

    /** Three bytes a pixel, and nothing to see through. */
    private boolean isPlain() {
        return head.type == FileType.JPEG && head.components == 3;
    }

    /**
     * @param before the strip above, whose memory this one takes over: a small heap has room for both side by side, and
     *     perhaps not in one piece
     */
    private BufferedImage strip(ImageReader reader, int y, int step, @Nullable BufferedImage before)
            throws IOException {
        int height = Math.min(step, head.height - y);
        ImageReadParam param = param(reader);
        param.setSourceRegion(new Rectangle(0, y, head.width, height));
        // Other decoders want pictures of their own making.
        if (before != null && isPlain()) {
            param.setDestination(height == before.getHeight() ? before : before.getSubimage(0, 0, head.width, height));
        }
        return reader.read(0, param);
    }

    /** Of a progressive picture only the last pass, in which it is sharp. */
    private ImageReadParam param(ImageReader reader) {
        ImageReadParam param = reader.getDefaultReadParam();
        if (head.progressive) param.setSourceProgressivePasses(head.scans - 1, Integer.MAX_VALUE - head.scans);
        return param;
    }

    /** Bytes too many between two parts are harmless; pixels too few are a picture cut off. */
    private static void heed(String warning) {
        if (warning.contains("remature end")) throw Head.damaged();
    }

    private ImageReader reader() throws IOException {
        return switch (head.type) {
            // Printing inks are beyond Java's own decoder.
            case JPEG -> head.components == 4 ? inks() : platform("jpeg");
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
            case PNG -> platform("png");
            default -> platform("gif");
        };
    }

    private static ImageReader inks() throws IOException {
        JPEGImageReaderSpi spi = new JPEGImageReaderSpi();
        // It looks for Java's own decoder here, and stands on its shoulders.
        spi.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
        return spi.createReaderInstance(null);
    }

    private static ImageReader platform(String format) throws IOException {
        Iterator<ImageReaderSpi> own = IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        ImageReaderSpi.class,
                        spi -> spi.getClass().getModule() == ImageIO.class.getModule()
                                && Arrays.asList(((ImageReaderSpi) spi).getFormatNames())
                                        .contains(format),
                        true);
        return own.next().createReaderInstance();
    }
}
