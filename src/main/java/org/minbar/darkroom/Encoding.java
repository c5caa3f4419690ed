package org.minbar.darkroom;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pixels, and nothing else: what a file says beside its pixels never comes from the sender. */
final class Encoding {

    private static final System.Logger LOG = System.getLogger(Encoding.class.getName());
    private static final float KEPT = 0.92f;
    private static final float SHOWN = 0.81f;
    private static final float WORST = 0.1f;
    private static final float SHOWN_WEBP = 0.77f;
    // Of 0 to 6: beyond 4 it takes thrice the time for four hundredths of the bytes.
    private static final int EFFORT = 4;

    private Encoding() {}

    /** A picture to keep: as good as nobody can tell, since every print is made of it. */
    static void negative(BufferedImage picture, FileType type, Path file) throws IOException {
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            if (type == FileType.JPEG) jpeg(picture, KEPT, false, out);
            else png(picture, out);
        }
    }

    static void print(BufferedImage picture, Format format, OutputStream to) throws IOException {
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(to)) {
            if (format == Format.WEBP) webp(picture, out);
            else jpeg(onWhite(picture), SHOWN, true, out);
        }
    }

    static byte[] within(BufferedImage drawing, int mostBytes) throws IOException {
        for (float quality = KEPT; ; quality -= 0.08f) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(mostBytes);
            try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                jpeg(drawing, quality, true, out);
            }
            if (bytes.size() <= mostBytes || quality < WORST) return bytes.toByteArray();
        }
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) return picture;
        BufferedImage paper = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = paper.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return paper;
    }

    /** Four by two by nothing: colour at half the sharpness of light, which is what Java's encoder does unasked. */
    private static void jpeg(BufferedImage picture, float quality, boolean progressive, ImageOutputStream out)
            throws IOException {
        ImageWriter writer = platform("jpeg");
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        write(writer, param, picture, out);
    }

    private static void png(BufferedImage picture, ImageOutputStream out) throws IOException {
        ImageWriter writer = platform("png");
        write(writer, writer.getDefaultWriteParam(), picture, out);
    }

    private static void webp(BufferedImage picture, ImageOutputStream out) throws IOException {
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        WebPWriteParam param = (WebPWriteParam) writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType("Lossy");
        param.setCompressionQuality(SHOWN_WEBP);
        param.setMethod(EFFORT);
        write(writer, param, picture, out);
    }

    private static void write(ImageWriter writer, ImageWriteParam param, BufferedImage picture, ImageOutputStream out)
            throws IOException {
        try {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    private static ImageWriter platform(String format) throws IOException {
        Iterator<ImageWriterSpi> own = IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        ImageWriterSpi.class,
                        spi -> spi.getClass().getModule() == ImageIO.class.getModule()
                                && Arrays.asList(((ImageWriterSpi) spi).getFormatNames())
                                        .contains(format),
                        true);
        return own.next().createWriterInstance();
    }

    /** Whether the encoder's native code runs on this machine; found out once. */
    static boolean canWebp() {
        return Webp.RUNS;
    }

    private static final class Webp {

        static final boolean RUNS = runs();

        private static boolean runs() {
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(new ByteArrayOutputStream())) {
                webp(new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR), out);
                return true;
            } catch (IOException | RuntimeException | LinkageError cannot) {
                LOG.log(System.Logger.Level.WARNING, "No WebP on this machine, prints are JPEG only: {0}", cannot);
                return false;
            }
        }
    }
}
