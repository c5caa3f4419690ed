package org.minbar.darkroom;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a picture comes to be, strip by strip: each strip is brought to eight bits of sRGB, every {@code by} × {@code by}
 * pixels become their mean, and what stood askew in the file is put upright as it is laid down. So the picture as it was
 * sent is never whole in memory, and turning it needs no second one.
 */
final class Plate {

    private final int by;
    private final int columns;
    private final int rows;
    private final boolean alpha;
    private final int[] sums;
    private final byte[] pixels;
    private final BufferedImage image;
    private final int origin;
    private final int across;
    private final int down;
    private int row;
    private boolean seenThrough;

    /** @param orientation 1 to 8 as in Exif: which corner of the upright picture the file begins with, and along which side */
    Plate(Dimensions sent, int by, int orientation, boolean alpha) {
        this.by = by;
        this.columns = sent.width() / by;
        this.rows = sent.height() / by;
        this.alpha = alpha;
        this.sums = new int[columns * 4];
        boolean lying = orientation > 4;
        int width = lying ? rows : columns;
        int height = lying ? columns : rows;
        int bands = alpha ? 4 : 3;
        image = new BufferedImage(width, height, alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
        boolean fromBelow = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
        int right = fromRight ? -bands : bands;
        int below = (fromBelow ? -bands : bands) * width;
        origin = bands * ((fromRight ? width - 1 : 0) + (fromBelow ? (height - 1) * width : 0));
        across = lying ? below : right;
        down = lying ? right : below;
    }

    /** A picture that is finished: upright, opaque, in sRGB, three bytes a pixel. */
    Plate(BufferedImage finished) {
        if (finished.getType() != BufferedImage.TYPE_3BYTE_BGR) throw new IllegalArgumentException("Not three bytes");
        this.by = 1;
        this.columns = finished.getWidth();
        this.rows = finished.getHeight();
        this.alpha = false;
        this.sums = new int[0];
        this.pixels = new byte[0];
        this.image = finished;
        this.origin = this.across = this.down = 0;
        this.row = rows;
    }

    boolean full() {
        return row / by >= rows;
    }

    boolean seenThrough() {
        return seenThrough;
    }

    BufferedImage image() {
        return image;
    }

    /** The same pixels without the transparency that none of them has. */
    BufferedImage opaque() {
        if (!alpha) return image;
        WritableRaster colours = image.getRaster()
                .createWritableChild(0, 0, image.getWidth(), image.getHeight(), 0, 0, new int[] {0, 1, 2});
        ColorModel rgb = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(rgb, colours, false, null);
    }

    /** @param profile the colours of the file, where its decoder doesn't tell; empty if it doesn't say */
    void expose(BufferedImage strip, byte[] profile) {
        ColorConvertOp toScreen = toScreen(strip.getColorModel(), profile);
        WritableRaster line = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, strip.getWidth(), 1, 3, null);
        int[] samples = new int[strip.getWidth() * 4];
        int[] colours = new int[strip.getWidth() * 4];
        for (int y = 0; y < strip.getHeight() && !full(); y++) {
            read(strip, y, samples, colours);
            if (toScreen != null) convert(colours, line, toScreen, samples);
            add(colours);
            if (++row % by == 0) lay(row / by - 1);
        }
    }

    /**
     * Red, green, blue and opacity of every pixel of a row. Java's own conversion of grey takes it for linear and makes it
     * brighter than every other program shows it.
     */
    private static void read(BufferedImage strip, int y, int[] samples, int[] colours) {
        int width = strip.getWidth();
        Raster raster = strip.getRaster();
        int bands = raster.getNumBands();
        if (strip.getColorModel() instanceof IndexColorModel palette) {
            raster.getSamples(0, y, width, 1, 0, samples);
            for (int x = 0; x < width; x++) {
                int colour = palette.getRGB(Math.min(samples[x], palette.getMapSize() - 1));
                colours[4 * x] = colour >> 16 & 255;
                colours[4 * x + 1] = colour >> 8 & 255;
                colours[4 * x + 2] = colour & 255;
                colours[4 * x + 3] = colour >>> 24;
            }
            return;
        }
        int shift = raster.getSampleModel().getSampleSize(0) - 8;
        raster.getPixels(0, y, width, 1, samples);
        int green = bands > 2 ? 1 : 0;
        int blue = bands > 2 ? 2 : 0;
        boolean alpha = strip.getColorModel().hasAlpha();
        for (int x = 0, from = 0, to = 0; x < width; x++, from += bands, to += 4) {
            colours[to] = samples[from] >> shift;
            colours[to + 1] = samples[from + green] >> shift;
            colours[to + 2] = samples[from + blue] >> shift;
            colours[to + 3] = alpha ? samples[from + bands - 1] >> shift : 255;
        }
    }

    private static @Nullable ColorConvertOp toScreen(ColorModel model, byte[] profile) {
        ICC_Profile screen = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
        ICC_Profile sent = null;
        if (profile.length > 0) {
            try {
                sent = ICC_Profile.getInstance(profile);
            } catch (IllegalArgumentException notAProfile) {
                return null;
            }
        } else if (model.getColorSpace() instanceof ICC_ColorSpace space && !space.isCS_sRGB()) {
            sent = space.getProfile();
        }
        if (sent == null || sent.getColorSpaceType() != ColorSpace.TYPE_RGB || isScreen(sent)) return null;
        return new ColorConvertOp(new ICC_Profile[] {sent, screen}, null);
    }

    /** The commonest profile says in its name that there is nothing to do. */
    private static boolean isScreen(ICC_Profile profile) {
        byte[] name = profile.getData(ICC_Profile.icSigProfileDescriptionTag);
        return name != null
                && new String(name, StandardCharsets.ISO_8859_1)
                        .replace("\0", "")
                        .contains("sRGB");
    }

    private static void convert(int[] colours, WritableRaster line, ColorConvertOp toScreen, int[] samples) {
        byte[] bytes = ((DataBufferByte) line.getDataBuffer()).getData();
        for (int i = 0, x = 0; i < bytes.length; i += 3, x += 4) {
            bytes[i] = (byte) colours[x];
            bytes[i + 1] = (byte) colours[x + 1];
            bytes[i + 2] = (byte) colours[x + 2];
        }
        toScreen.filter(line, line);
        line.getPixels(0, 0, line.getWidth(), 1, samples);
        for (int i = 0, x = 0; i < bytes.length; i += 3, x += 4) {
            colours[x] = samples[i];
            colours[x + 1] = samples[i + 1];
            colours[x + 2] = samples[i + 2];
        }
    }

    /** What is seen through counts for as little colour as it shows. */
    private void add(int[] colours) {
        int count = columns * by * 4;
        for (int i = 0, column = 0, within = 0; i < count; i += 4) {
            int opacity = colours[i + 3];
            sums[column] += colours[i] * opacity;
            sums[column + 1] += colours[i + 1] * opacity;
            sums[column + 2] += colours[i + 2] * opacity;
            sums[column + 3] += opacity;
            if (++within == by) {
                within = 0;
                column += 4;
            }
        }
    }

    private void lay(int line) {
        int at = origin + line * down;
        int full = by * by * 255;
        for (int i = 0; i < sums.length; i += 4, at += across) {
            int opacity = sums[i + 3];
            seenThrough |= opacity < full;
            int to = at;
            if (alpha) pixels[to++] = (byte) ((opacity + by * by / 2) / (by * by));
            for (int band = 2; band >= 0; band--) {
                pixels[to++] = opacity == 0 ? 0 : (byte) ((sums[i + band] + opacity / 2) / opacity);
                sums[i + band] = 0;
            }
            sums[i + 3] = 0;
        }
    }
}
