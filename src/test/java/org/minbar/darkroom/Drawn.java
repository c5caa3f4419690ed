package org.minbar.darkroom;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures that the tests draw themselves, and what photographers, phones and mischief put around them. */
public final class Drawn {

    // Colours that the palette of Java has too.
    static final Color RED = new Color(204, 51, 51);
    static final Color GREEN = new Color(0, 153, 51);
    static final Color BLUE = new Color(51, 51, 204);
    static final Color WHITE = Color.WHITE;

    private Drawn() {}

    /** Something like a photograph: a sky, things, noise. */
    public static BufferedImage photograph(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x27, 0x50, 0x8a), 0, height, new Color(0xee, 0xbb, 0x66)));
        graphics.fillRect(0, 0, width, height);
        Random random = new Random(1421);
        for (int i = 0; i < 400; i++) {
            graphics.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), 120));
            int size = 4 + random.nextInt(Math.max(1, width / 10));
            graphics.fillOval(random.nextInt(width), random.nextInt(height), size, size / 2 + 1);
        }
        graphics.dispose();
        byte[] pixels = ((java.awt.image.DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            int noisy = (pixels[i] & 255) + (random.nextInt() >> 29);
            pixels[i] = (byte) Math.max(0, Math.min(255, noisy));
        }
        return picture;
    }

    /** Four fields: red and green above, blue and white below. */
    static BufferedImage fields(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D graphics = picture.createGraphics();
        Color[] colours = {RED, GREEN, BLUE, WHITE};
        for (int i = 0; i < 4; i++) {
            graphics.setColor(colours[i]);
            graphics.fillRect(i % 2 * (width / 2), i / 2 * (height / 2), width - width / 2, height - height / 2);
        }
        graphics.dispose();
        return picture;
    }

    static BufferedImage filled(int width, int height, int type, Color colour) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return picture;
    }

    public static byte[] file(BufferedImage picture, String format) {
        return write(ImageIO.getImageWritersByFormatName(format).next(), new IIOImage(picture, null, null), false);
    }

    static byte[] progressive(BufferedImage picture) {
        return write(ImageIO.getImageWritersByFormatName("jpeg").next(), new IIOImage(picture, null, null), true);
    }

    static byte[] webp(BufferedImage picture, boolean lossless) {
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(lossless ? "Lossless" : "Lossy");
        return write(writer, new IIOImage(picture, null, null), param);
    }

    /** Four inks as Adobe stores them, the other way round, 255 for none; all pixels the same. */
    static byte[] inks(int width, int height, int transform, int... samples) {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) raster.setPixel(x, y, samples);
        byte[] file =
                write(ImageIO.getImageWritersByFormatName("jpeg").next(), new IIOImage(raster, null, null), false);
        return withSegment(file, 0xee, joined(latin("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, (byte) transform}));
    }

    /** Two pictures, one after the other. */
    static byte[] moving(BufferedImage first, BufferedImage second) {
        try {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.prepareWriteSequence(null);
                for (BufferedImage each : List.of(first, second)) {
                    ImageTypeSpecifier type = new ImageTypeSpecifier(each);
                    writer.writeToSequence(new IIOImage(each, null, writer.getDefaultImageMetadata(type, null)), null);
                }
                writer.endWriteSequence();
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] write(ImageWriter writer, IIOImage image, boolean progressive) {
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (progressive) param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return write(writer, image, param);
    }

    private static byte[] write(ImageWriter writer, IIOImage image, ImageWriteParam param) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, image, param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static BufferedImage read(byte[] file) {
        try {
            if (file[0] == 'R') {
                var reader = new com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi().createReaderInstance(null);
                reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(file)));
                return reader.read(0);
            }
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG with one more segment after its beginning. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] payload) {
        int length = payload.length + 2;
        return joined(
                Arrays.copyOf(jpeg, 2),
                new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length},
                payload,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A PNG with one more chunk after its head. */
    static byte[] withChunk(byte[] png, String name, byte[] content) {
        return joined(Arrays.copyOf(png, 33), chunk(name, content), Arrays.copyOfRange(png, 33, png.length));
    }

    static byte[] chunk(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(latin(name));
        sum.update(content);
        return joined(number(content.length), latin(name), content, number((int) sum.getValue()));
    }

    public static byte[] png(int width, int height, int colourType, byte[]... chunks) {
        byte[] head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) colourType)
                .array();
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                chunk("IHDR", head),
                joined(chunks),
                chunk("IEND", new byte[0]));
    }

    static byte[] deflated(int zeros) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(9))) {
            for (int left = zeros; left > 0; left -= 1 << 16) out.write(new byte[Math.min(left, 1 << 16)]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The extended form of a WebP: its canvas, chunks, then the pixels of a simple one. */
    static byte[] extended(int flags, int width, int height, byte[]... chunks) {
        byte[] canvas = little(10)
                .put((byte) flags)
                .position(4)
                .put((byte) (width - 1))
                .put((byte) ((width - 1) >> 8))
                .put((byte) 0)
                .put((byte) (height - 1))
                .put((byte) ((height - 1) >> 8))
                .array();
        byte[] body = joined(latin("WEBP"), part("VP8X", canvas), joined(chunks));
        return joined(latin("RIFF"), little(4).putInt(body.length).array(), body);
    }

    static byte[] part(String name, byte[] content) {
        return joined(latin(name), little(4).putInt(content.length).array(), content, new byte[content.length % 2]);
    }

    /** The parts of a WebP without what holds them together. */
    static byte[] parts(byte[] webp) {
        return Arrays.copyOfRange(webp, 12, webp.length);
    }

    /** A TIFF structure: words about the picture, the camera's clock, and where the camera stood. */
    public static byte[] exif(int orientation, String description, String artist, String taken) {
        ByteBuffer tiff = ByteBuffer.allocate(4_096);
        tiff.put(latin("MM")).putShort((short) 42).putInt(8);
        directory(
                tiff,
                8,
                entry(0x10e, description),
                entry(0x112, orientation),
                entry(0x13b, artist),
                pointer(0x8769, 2_000),
                pointer(0x8825, 3_000));
        directory(tiff, 2_000, entry(0x9003, taken));
        directory(
                tiff,
                3_000,
                entry(1, "N"),
                new Entry(2, 5, 3, rationals(34, 1, 1)),
                entry(3, "W"),
                new Entry(4, 5, 3, rationals(6, 50, 3)),
                entry(29, "2026:06:21"));
        return tiff.array();
    }

    private record Entry(int tag, int type, int count, byte[] value) {}

    private static Entry entry(int tag, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        return new Entry(tag, 2, bytes.length, bytes);
    }

    private static Entry entry(int tag, int number) {
        return new Entry(tag, 3, 1, new byte[] {0, (byte) number});
    }

    private static Entry pointer(int tag, int at) {
        return new Entry(tag, 4, 1, number(at));
    }

    private static byte[] rationals(int... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(numbers.length * 8);
        for (int number : numbers) buffer.putInt(number).putInt(1);
        return buffer.array();
    }

    private static void directory(ByteBuffer tiff, int at, Entry... entries) {
        int values = at + 6 + entries.length * 12;
        tiff.position(at).putShort((short) entries.length);
        for (Entry entry : entries) {
            tiff.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
            int next = tiff.position() + 4;
            if (entry.value.length <= 4) {
                tiff.put(entry.value);
            } else {
                tiff.putInt(values).position(values).put(entry.value);
                values = tiff.position();
            }
            tiff.position(next);
        }
    }

    /** IPTC records as Photoshop keeps them; the first of each pair is the data set of record 2. */
    public static byte[] iptc(boolean saysUtf8, Object... pairs) {
        byte[] records = saysUtf8 ? new byte[] {0x1c, 1, 90, 0, 3, 0x1b, '%', 'G'} : new byte[0];
        for (int i = 0; i < pairs.length; i += 2) {
            byte[] value = (byte[]) pairs[i + 1];
            byte[] head = {0x1c, 2, ((Integer) pairs[i]).byteValue(), (byte) (value.length >> 8), (byte) value.length};
            records = joined(records, head, value);
        }
        return joined(
                latin("Photoshop 3.0\0" + "8BIM\4\4\0\0"),
                number(records.length),
                records,
                new byte[records.length % 2]);
    }

    static byte[] xmp(String properties) {
        return ("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                        + "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'"
                        + " xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'>" + properties
                        + "</rdf:Description></rdf:RDF></x:xmpmeta>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A colour profile of three primaries and one gamma, 2.2, made from scratch: ICC.1:2001-04. */
    static byte[] profile(double[] red, double[] green, double[] blue, String name) {
        String[] tags = {"desc", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "cprt"};
        byte[] described = joined(latin("desc"), number(0), number(name.length() + 1), latin(name), new byte[90]);
        byte[] gamma = joined(latin("curv"), number(0), number(1), new byte[] {2, 0x33, 0, 0});
        byte[][] values = {
            described,
            xyz(0.9642, 1, 0.8249),
            xyz(red),
            xyz(green),
            xyz(blue),
            gamma,
            gamma,
            gamma,
            joined(latin("text"), number(0), latin("none\0\0\0\0"))
        };
        byte[] table = number(tags.length);
        byte[] data = new byte[0];
        for (int i = 0; i < tags.length; i++) {
            byte[] padded = Arrays.copyOf(values[i], (values[i].length + 3) / 4 * 4);
            int at = 128 + 4 + tags.length * 12 + data.length;
            table = joined(table, latin(tags[i]), number(at), number(values[i].length));
            data = joined(data, padded);
        }
        byte[] head = new byte[128];
        ByteBuffer.wrap(head)
                .putInt(128 + table.length + data.length)
                .putInt(0)
                .putInt(0x02400000)
                .put(latin("mntrRGB XYZ "))
                .position(36)
                .put(latin("acsp"))
                .position(68)
                .put(xyz(0.9642, 1, 0.8249), 8, 12);
        return joined(head, table, data);
    }

    private static byte[] xyz(double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(20).put(latin("XYZ ")).putInt(0);
        for (double value : values) buffer.putInt((int) Math.round(value * 65_536));
        return buffer.array();
    }

    static byte[] zip(String... pairs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < pairs.length; i += 2) {
                out.putNextEntry(new ZipEntry(pairs[i]));
                out.write(pairs[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] box(String name, byte[]... content) {
        byte[] all = joined(content);
        return joined(number(all.length + 8), latin(name), all);
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
