package cohort.permute;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.smooth.Smoothing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One-sample t maps of smooth noise in an egg-shaped mask: what a permutation engine hands to a map statistic. The same
 * seed gives the same map everywhere.
 *
 * @param mask the egg
 * @param t one value per voxel in mask order
 */
public record SmoothField(Mask mask, float[] t) {
    private static final int SUBJECTS = 16;

    /** The localizer's grid: 53 x 63 x 46 voxels of 3 mm, 56,175 of them in the mask, smoothed by 8 mm. */
    public static SmoothField localizer(long seed) {
        return of(Grid.ofVoxelSize(53, 63, 46, 3, 3, 3), 56_175, 8, seed);
    }

    /** The grid of the mouse brains: 105 x 137 x 71 voxels of 0.12 mm, 250,649 of them in the mask. */
    public static SmoothField mouse(long seed) {
        return of(Grid.ofVoxelSize(105, 137, 71, 0.12, 0.12, 0.12), 250_649, 0.32, seed);
    }

    static SmoothField of(Grid grid, int voxels, double fwhm, long seed) {
        Mask mask = egg(grid, voxels);
        double[] sum = new double[mask.size()], squares = new double[mask.size()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int s = 0; s < SUBJECTS; s++) {
            float[] noise = new float[grid.voxels()];
            for (int v = 0; v < noise.length; v++)
                noise[v] = (float) (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
            double[] map = Smoothing.gaussian(Volume.of(grid, noise), fwhm).values();
            for (int v = 0; v < sum.length; v++) {
                double y = map[mask.gridIndex(v)];
                sum[v] += y;
                squares[v] += y * y;
            }
        }
        float[] t = new float[mask.size()];
        for (int v = 0; v < t.length; v++) {
            double mean = sum[v] / SUBJECTS;
            double variance = (squares[v] - SUBJECTS * mean * mean) / (SUBJECTS - 1);
            t[v] = (float) (mean / Math.sqrt(variance / SUBJECTS));
        }
        return new SmoothField(mask, t);
    }

    /** The voxels with a greater value, ascending. */
    public int[] above(double threshold) {
        return IntStream.range(0, t.length).filter(v -> t[v] > threshold).toArray();
    }

    /** The values at some voxels. */
    public double[] at(int[] voxels) {
        return Arrays.stream(voxels).mapToDouble(v -> t[v]).toArray();
    }

    private static Mask egg(Grid grid, int voxels) {
        double[] distance = new double[grid.voxels()];
        for (int v = 0; v < distance.length; v++) {
            double x = (v % grid.nx() + 0.5) / grid.nx() - 0.5;
            double y = (v / grid.nx() % grid.ny() + 0.5) / grid.ny() - 0.5;
            double z = (v / grid.nx() / grid.ny() + 0.5) / grid.nz() - 0.5;
            distance[v] = x * x + y * y + z * z + 1e-9 * v / distance.length;
        }
        double[] sorted = distance.clone();
        Arrays.sort(sorted);
        boolean[] inside = new boolean[distance.length];
        for (int v = 0; v < inside.length; v++) inside[v] = distance[v] < sorted[voxels];
        return Mask.of(grid, inside);
    }

    /**
     * Writes the map on its grid as little-endian float32, i fastest, for bench_tfce.py.
     *
     * @param args {@code localizer} or {@code mouse}, and the file to write
     */
    public static void main(String... args) throws IOException {
        SmoothField field = args[0].equals("mouse") ? mouse(0) : localizer(0);
        ByteBuffer bytes = ByteBuffer.allocate(4 * field.mask.grid().voxels()).order(ByteOrder.LITTLE_ENDIAN);
        for (int v = 0; v < field.t.length; v++) bytes.putFloat(4 * field.mask.gridIndex(v), field.t[v]);
        Files.write(Path.of(args[1]), bytes.array());
    }
}
