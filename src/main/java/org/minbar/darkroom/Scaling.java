package org.minbar.darkroom;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * Makes pictures smaller without inventing patterns that are not in them: first along the rows, then along the columns,
 * each new pixel is a mean of old ones, weighted by Lanczos' window of three lobes as wide as the reduction asks for
 * (Duchon, "Lanczos Filtering in One and Two Dimensions", Journal of Applied Meteorology 18, 1979). Rows are scaled as they
 * come and only those that a new row still needs are kept.
 */
final class Scaling {

    private static final double LOBES = 3;

    private final byte[] from;
    private final int fromWidth;
    private final int bands;
    private final Rectangle cut;

    /** @param picture three or four bytes a pixel, as {@link Plate} lays them */
    Scaling(BufferedImage picture, Rectangle cut) {
        this.from = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        this.fromWidth = picture.getWidth();
        this.bands = picture.getRaster().getNumBands();
        this.cut = cut;
    }

    BufferedImage to(int width, int height) {
        BufferedImage print = new BufferedImage(
                width, height, bands == 4 ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) print.getRaster().getDataBuffer()).getData();
        Weights across = new Weights(cut.width, width);
        Weights down = new Weights(cut.height, height);
        float[][] kept = new float[down.longest()][width * bands];
        float[] row = new float[cut.width * bands];
        float[] sum = new float[width * bands];
        int scaled = 0;
        for (int y = 0; y < height; y++) {
            float[] weights = down.weights[y];
            int first = down.first[y];
            for (; scaled < first + weights.length; scaled++) {
                if (scaled < first) continue;
                unpack(scaled, row);
                if (bands == 3) three(row, across, kept[scaled % kept.length]);
                else four(row, across, kept[scaled % kept.length]);
            }
            Arrays.fill(sum, 0);
            for (int i = 0; i < weights.length; i++) {
                float[] line = kept[(first + i) % kept.length];
                float weight = weights[i];
                for (int x = 0; x < sum.length; x++) sum[x] += weight * line[x];
            }
            pack(sum, pixels, y * width * bands);
        }
        return print;
    }

    private void unpack(int y, float[] row) {
        int at = ((cut.y + y) * fromWidth + cut.x) * bands;
        for (int x = 0; x < row.length; x++) row[x] = from[at + x] & 255;
        if (bands == 3) return;
        for (int x = 0; x < row.length; x += 4) {
            float opacity = row[x] / 255;
            row[x + 1] *= opacity;
            row[x + 2] *= opacity;
            row[x + 3] *= opacity;
        }
    }

    private static void three(float[] row, Weights across, float[] line) {
        for (int x = 0, to = 0; to < line.length; x++, to += 3) {
            float[] weights = across.weights[x];
            float a = 0;
            float b = 0;
            float c = 0;
            int at = across.first[x] * 3;
            for (float weight : weights) {
                a += weight * row[at];
                b += weight * row[at + 1];
                c += weight * row[at + 2];
                at += 3;
            }
            line[to] = a;
            line[to + 1] = b;
            line[to + 2] = c;
        }
    }

    private static void four(float[] row, Weights across, float[] line) {
        for (int to = 0; to < line.length; to++) {
            float[] weights = across.weights[to / 4];
            float sum = 0;
            int at = across.first[to / 4] * 4 + to % 4;
            for (float weight : weights) {
                sum += weight * row[at];
                at += 4;
            }
            line[to] = sum;
        }
    }

    private void pack(float[] sum, byte[] pixels, int at) {
        for (int x = 0; x < sum.length; x += bands) {
            float opacity = bands == 4 ? sum[x] / 255 : 1;
            for (int band = 0; band < bands; band++) {
                boolean colour = bands == 3 || band > 0;
                float value = colour && opacity > 0 ? sum[x + band] / opacity : sum[x + band];
                pixels[at + x + band] = (byte) Math.max(0, Math.min(255, Math.round(value)));
            }
        }
    }

    /** Of each new pixel, the first old one that it is made of, and how much each counts. */
    private static final class Weights {

        final int[] first;
        final float[][] weights;

        Weights(int from, int to) {
            first = new int[to];
            weights = new float[to][];
            double step = (double) from / to;
            double reach = LOBES * Math.max(1, step);
            for (int i = 0; i < to; i++) {
                double centre = (i + 0.5) * step;
                int start = (int) Math.max(0, Math.ceil(centre - reach - 0.5));
                int end = (int) Math.min(from - 1, Math.floor(centre + reach - 0.5));
                float[] mine = new float[end - start + 1];
                double sum = 0;
                for (int at = start; at <= end; at++) {
                    double weight = lanczos((at + 0.5 - centre) / Math.max(1, step));
                    mine[at - start] = (float) weight;
                    sum += weight;
                }
                for (int at = 0; at < mine.length; at++) mine[at] /= (float) sum;
                first[i] = start;
                weights[i] = mine;
            }
        }

        int longest() {
            int longest = 0;
            for (float[] each : weights) longest = Math.max(longest, each.length);
            return longest;
        }

        private static double lanczos(double x) {
            if (Math.abs(x) < 1e-9) return 1;
            if (Math.abs(x) >= LOBES) return 0;
            double angle = Math.PI * x;
            return LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
        }
    }
}
