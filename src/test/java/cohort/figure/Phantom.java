package cohort.figure;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** An ellipsoid brain with one ball of a known value, and what can be asked of a picture of it. */
public final class Phantom {
    static final double RADIUS = 14;
    /** Left, front, up. */
    public static final double[] BALL = {-28, 26, 18};

    /** Left to right, as templates are. */
    public static final Grid RAS = new Grid(45, 54, 40, 3, 0, 0, -66, 0, 3, 0, -79.5, 0, 0, 3, -58.5);
    /** Stored right to left. */
    public static final Grid LAS = new Grid(45, 54, 40, -3, 0, 0, 66, 0, 3, 0, -79.5, 0, 0, 3, -58.5);
    /** Stored in the order z (down), x, y (back). */
    public static final Grid PERMUTED = new Grid(40, 45, 54, 0, 3, 0, -66, 0, 0, -3, 79.5, -3, 0, 0, 58.5);

    private Phantom() {}

    private static boolean inBrain(double[] mm) {
        return sq(mm[0] / 58) + sq(mm[1] / 72) + sq(mm[2] / 50) <= 1;
    }

    private static double sq(double x) {
        return x * x;
    }

    public static Mask mask(Grid grid) {
        return Mask.of(grid, map(grid, 1).voxels());
    }

    /** 0 outside the brain, 0.01 in it, {@code value} in the ball. */
    public static Volume map(Grid grid, double value) {
        return map(grid, value, BALL);
    }

    public static Volume map(Grid grid, double value, double... ball) {
        double[] values = new double[grid.voxels()];
        for (int k = 0; k < grid.nz(); k++)
            for (int j = 0; j < grid.ny(); j++)
                for (int i = 0; i < grid.nx(); i++) {
                    double[] mm = grid.toMm(i, j, k);
                    double r = sq(mm[0] - ball[0]) + sq(mm[1] - ball[1]) + sq(mm[2] - ball[2]);
                    values[grid.index(i, j, k)] = r <= RADIUS * RADIUS ? value : inBrain(mm) ? 0.01 : 0;
                }
        return Volume.of(grid, values);
    }

    /** Greatest difference of two colours in any channel. */
    public static int difference(int a, int b) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8)
            most = Math.max(most, Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)));
        return most;
    }

    /** Whether a colour is neither white, grey nor black. */
    public static boolean isColoured(int rgb) {
        int r = rgb >> 16 & 0xFF, g = rgb >> 8 & 0xFF, b = rgb & 0xFF;
        return Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b)) > 24;
    }

    /** The middles (x, y) of all connected patches of a colour, of at least 12 pixels and much the same size both ways, in
     * reading order. */
    public static List<double[]> patches(BufferedImage image, int rgb) {
        int width = image.getWidth(), height = image.getHeight();
        boolean[] seen = new boolean[width * height];
        List<double[]> middles = new ArrayList<>();
        for (int start = 0; start < seen.length; start++) {
            if (seen[start] || difference(image.getRGB(start % width, start / width), rgb) > 3) continue;
            Deque<Integer> open = new ArrayDeque<>(List.of(start));
            seen[start] = true;
            int[] box = {width, height, -1, -1};
            while (!open.isEmpty()) {
                int p = open.pop(), x = p % width, y = p / width;
                box = new int[] {Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)};
                for (int[] step : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
                    int nx = x + step[0], ny = y + step[1], n = nx + width * ny;
                    if (nx < 0 || ny < 0 || nx >= width || ny >= height || seen[n]) continue;
                    if (difference(image.getRGB(nx, ny), rgb) > 3) continue;
                    seen[n] = true;
                    open.push(n);
                }
            }
            double across = box[2] - box[0] + 1, up = box[3] - box[1] + 1;
            if (Math.min(across, up) >= 12 && Math.max(across, up) < 1.7 * Math.min(across, up))
                middles.add(new double[] {(box[0] + box[2]) / 2.0, (box[1] + box[3]) / 2.0});
        }
        return middles;
    }
}
