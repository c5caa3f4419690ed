package org.minbar.bench;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.minbar.darkroom.Darkroom;
import org.minbar.darkroom.FileType;
import org.minbar.darkroom.FocalPoint;
import org.minbar.darkroom.Format;
import org.minbar.darkroom.Print;
import org.minbar.darkroom.Shape;

/**
 * Measures the darkroom: a photograph of 4000 by 3000 pixels is taken in, and printed 16:9 at 320, 640 and 1280 pixels in
 * JPEG and WebP. Each figure is the median of five, after one that doesn't count; the processor time is that of the
 * working thread, the heap the sum of the peaks of its parts, rubbish included.
 */
public final class Pictures {

    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Pictures() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 3 && arguments[0].equals("--child")) {
            measure(Path.of(arguments[1]), arguments[2]);
            return;
        }
        Path folder = Files.createTempDirectory("minbar-pictures-");
        try {
            Path photograph = folder.resolve("photograph.jpg");
            ImageIO.write(photograph(4_000, 3_000), "jpg", photograph.toFile());
            System.out.println(
                    "| heap | what | wall | processor | allocated | peak of the heap |\n|---|---|---|---|---|---|");
            List<String> heaps = arguments.length > 0 ? List.of(arguments) : List.of("64m", "96m");
            for (String heap : heaps) for (String act : List.of("accept", "print")) child(photograph, heap, act);
        } finally {
            Running.deleteTree(folder);
        }
    }

    private static void child(Path photograph, String heap, String act) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseG1GC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Pictures.class.getName(),
                        "--child",
                        photograph.toString(),
                        act)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String row = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean whole = child.waitFor() == 0;
        System.out.println("| -Xmx" + heap + " | " + (whole ? row.strip() : act + " | did not end well | | | |"));
    }

    private static void measure(Path photograph, String act) throws IOException {
        Darkroom darkroom = new Darkroom();
        Path master = photograph.resolveSibling("master");
        List<Print> orders = new ArrayList<>();
        for (int width : new int[] {320, 640, 1_280}) {
            for (Format format : Format.values()) orders.add(new Print(Shape.WIDE, width, format));
        }
        boolean printing = act.equals("print");
        long[] wall = new long[ROUNDS];
        long[] processor = new long[ROUNDS];
        long[] allocated = new long[ROUNDS];
        for (int i = -1; i < ROUNDS; i++) {
            long started = System.nanoTime();
            long worked = THREADS.getCurrentThreadCpuTime();
            long taken = THREADS.getCurrentThreadAllocatedBytes();
            if (printing) {
                darkroom.develop(master, orders, FocalPoint.CENTRE, Map.of(), print -> OutputStream.nullOutputStream());
            } else {
                darkroom.accept(photograph, FileType.JPEG, master);
            }
            if (i < 0) continue;
            wall[i] = System.nanoTime() - started;
            processor[i] = THREADS.getCurrentThreadCpuTime() - worked;
            allocated[i] = THREADS.getCurrentThreadAllocatedBytes() - taken;
        }
        System.out.printf(
                Locale.ROOT,
                "%s | %d ms | %d ms | %d MB | %d MB |%n",
                printing ? "six prints" : "12 megapixels taken in",
                median(wall) / 1_000_000,
                median(processor) / 1_000_000,
                median(allocated) >> 20,
                peak() >> 20);
    }

    private static long median(long[] figures) {
        long[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
    }

    private static BufferedImage photograph(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x1f4e79), 0, height, new Color(0xf2c078)));
        graphics.fillRect(0, 0, width, height);
        Random random = new Random(1_421);
        for (int i = 0; i < 900; i++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            int size = 10 + random.nextInt(width / 12);
            graphics.fillOval(random.nextInt(width), random.nextInt(height), size, size / 3 + 1);
            graphics.drawLine(
                    random.nextInt(width), random.nextInt(height), random.nextInt(width), random.nextInt(height));
        }
        graphics.dispose();
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.max(0, Math.min(255, (pixels[i] & 255) + (int) (random.nextGaussian() * 6)));
        }
        return picture;
    }
}
