import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;

/** java Press.java in.png out.jpg kilobytes: the best JPEG that fits. java Press.java sheet out.png columns in.png …: a contact sheet. */
class Press {
    public static void main(String[] a) throws Exception {
        if (a[0].equals("sheet")) sheet(a);
        else jpeg(a);
    }

    static void jpeg(String[] a) throws Exception {
        BufferedImage png = ImageIO.read(Path.of(a[0]).toFile());
        BufferedImage rgb = new BufferedImage(png.getWidth(), png.getHeight(), BufferedImage.TYPE_INT_RGB);
        rgb.createGraphics().drawImage(png, 0, 0, null);
        int low = 30, high = 68;
        byte[] best = encoded(rgb, low / 100f);
        while (low < high) {
            int middle = (low + high + 1) / 2;
            byte[] tried = encoded(rgb, middle / 100f);
            if (tried.length > Integer.parseInt(a[2]) * 1000) high = middle - 1;
            else {
                low = middle;
                best = tried;
            }
        }
        Files.write(Path.of(a[1]), best);
        System.out.println(a[1] + " " + best.length / 1000 + " kB, quality " + low);
    }

    static byte[] encoded(BufferedImage image, float quality) throws Exception {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var how = (JPEGImageWriteParam) writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        var bytes = new ByteArrayOutputStream();
        try (var to = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(to);
            writer.write(null, new IIOImage(image, null, null), how);
        }
        return bytes.toByteArray();
    }

    static void sheet(String[] a) throws Exception {
        int columns = Integer.parseInt(a[2]), w = 1500 / columns, h = w * 2 / 3, count = a.length - 3;
        var sheet = new BufferedImage(1500, (count + columns - 1) / columns * h, BufferedImage.TYPE_INT_RGB);
        var g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int i = 0; i < count; i++) {
            BufferedImage one = ImageIO.read(Path.of(a[i + 3]).toFile());
            double fit = Math.min((w - 6.0) / one.getWidth(), (h - 6.0) / one.getHeight());
            int ow = (int) (one.getWidth() * fit), oh = (int) (one.getHeight() * fit);
            var small = one.getScaledInstance(ow, oh, java.awt.Image.SCALE_AREA_AVERAGING);
            g.drawImage(small, i % columns * w + (w - ow) / 2, i / columns * h + (h - oh) / 2, null);
        }
        ImageIO.write(sheet, "png", Path.of(a[1]).toFile());
    }
}
