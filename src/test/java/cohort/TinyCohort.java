package cohort;

import cohort.image.Grid;
import cohort.image.Volume;

/**
 * Twelve small maps made of integers alone, so that {@code src/test/reference/tiny_cohort.py} makes the same ones to the
 * last bit; every table under {@code src/test/resources/reference} was computed from them. All values are multiples of
 * 1/4096 below 64, exact as floats. A zero border of two voxels surrounds an ellipsoid; four subjects lack a slice of it.
 * Four blobs hold a positive effect, a negative effect, an effect of age and an effect of group.
 */
public final class TinyCohort {
    public static final int SUBJECTS = 12;
    private static final int[] GAIN = {4, 5, 3, 6, 4, 2, 5, 4, 3, 6, 1, 5};
    private static final int[] AGE = {23, 31, 45, 52, 28, 63, 37, 41, 66, 25, 33, 60};
    private static final int[] GROUP = {0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0};
    private static final int NX = 14, NY = 16, NZ = 13;

    private TinyCohort() {}

    /** 14 x 16 x 13 voxels of 3 x 2.5 x 4 mm, stored right to left. */
    public static Grid grid() {
        return new Grid(NX, NY, NZ, -3, 0, 0, 19.5, 0, 2.5, 0, -18.75, 0, 0, 4, -24);
    }

    /** Subjects x voxels of the grid (i fastest). */
    public static double[][] maps() {
        double[][] maps = new double[SUBJECTS][grid().voxels()];
        int state = 20240501;
        for (int s = 0; s < SUBJECTS; s++) {
            int[] noise = new int[maps[s].length];
            for (int v = 0; v < noise.length; v++) {
                state = state * 1664525 + 1013904223;
                noise[v] = 2 * (state >>> 24) - 255;
            }
            for (int pass = 0; pass < 2; pass++)
                for (int stride : new int[] {1, NX, NX * NY}) noise = sumOfThree(noise, stride);
            for (int v = 0; v < noise.length; v++)
                if (covered(s, v % NX, v / NX % NY, v / (NX * NY)))
                    maps[s][v] = (noise[v] + effect(s, v % NX, v / NX % NY, v / (NX * NY))) / 4096.0;
        }
        return maps;
    }

    /** The maps as float64 volumes on {@link #grid()}. */
    public static Volume[] volumes() {
        double[][] maps = maps();
        Volume[] volumes = new Volume[SUBJECTS];
        for (int s = 0; s < SUBJECTS; s++) volumes[s] = Volume.of(grid(), maps[s]);
        return volumes;
    }

    /** The ellipsoid, which the background rule must find; in the order of the grid. */
    public static boolean[] mask() {
        boolean[] mask = new boolean[grid().voxels()];
        for (int v = 0; v < mask.length; v++) mask[v] = inside(v % NX, v / NX % NY, v / (NX * NY));
        return mask;
    }

    /** Years; the mean is 42. */
    public static double[] age() {
        double[] age = new double[SUBJECTS];
        for (int s = 0; s < SUBJECTS; s++) age[s] = AGE[s];
        return age;
    }

    /** {@code a} or {@code b}, six of each. */
    public static String[] group() {
        String[] group = new String[SUBJECTS];
        for (int s = 0; s < SUBJECTS; s++) group[s] = GROUP[s] == 0 ? "a" : "b";
        return group;
    }

    private static boolean inside(int i, int j, int k) {
        int x = 2 * i - 13, y = 2 * j - 15, z = 2 * k - 12;
        return x * x * 16900 + y * y * 12100 + z * z * 20449 <= 2044900;
    }

    private static boolean covered(int subject, int i, int j, int k) {
        boolean top = subject == 2 || subject == 5 || subject == 7;
        return inside(i, j, k) && !(top && k == 10) && !(subject == 3 && j == 2);
    }

    private static int effect(int s, int i, int j, int k) {
        return 575 * GAIN[s] * (blob(i - 4, j - 9, k - 6) - blob(i - 9, j - 9, k - 6))
                + 150 * (AGE[s] - 42) * blob(i - 6, j - 5, k - 5)
                + 3600 * GROUP[s] * blob(i - 7, j - 11, k - 8);
    }

    private static int blob(int x, int y, int z) {
        return Math.max(0, 9 - x * x - y * y - z * z);
    }

    private static int[] sumOfThree(int[] values, int stride) {
        int size = stride == 1 ? NX : stride == NX ? NY : NZ;
        int[] sums = new int[values.length];
        for (int v = 0; v < values.length; v++) {
            int position = v / stride % size;
            sums[v] = values[v]
                    + (position > 0 ? values[v - stride] : 0)
                    + (position < size - 1 ? values[v + stride] : 0);
        }
        return sums;
    }
}
