package cohort.permute;

import cohort.image.Grid;
import cohort.mask.Mask;

/**
 * A map of 9 x 8 x 7 voxels made of integers only, so that src/test/reference/tfce_small.py makes the same to the last
 * bit: sums over 3 x 3 x 3 voxels of a linear congruential generator's top byte. The mask is all but every 17th voxel.
 */
public final class SmallMap {
    static final int NX = 9, NY = 8, NZ = 7;

    private SmallMap() {}

    public static Mask mask() {
        boolean[] inside = new boolean[NX * NY * NZ];
        for (int v = 0; v < inside.length; v++) inside[v] = v % 17 != 0;
        return Mask.of(Grid.ofVoxelSize(NX, NY, NZ, 3, 3, 3), inside);
    }

    /** Values in the order of the file, from -3.7 to 4.7. */
    public static double[] values() {
        int[] noise = new int[(NX + 2) * (NY + 2) * (NZ + 2)];
        long state = 1;
        for (int v = 0; v < noise.length; v++) {
            state = (1103515245 * state + 12345) % (1L << 31);
            noise[v] = (int) (state >> 23);
        }
        double[] values = new double[NX * NY * NZ];
        for (int k = 0, v = 0; k < NZ; k++)
            for (int j = 0; j < NY; j++)
                for (int i = 0; i < NX; i++, v++) {
                    int sum = 0;
                    for (int n = 0; n < 27; n++)
                        sum += noise[i + n % 3 + (NX + 2) * (j + n / 3 % 3 + (NY + 2) * (k + n / 9))];
                    values[v] = (sum - 3440) / 256.0;
                }
        return values;
    }

    public static double[] inMask() {
        Mask mask = mask();
        double[] all = values(), values = new double[mask.size()];
        for (int v = 0; v < values.length; v++) values[v] = all[mask.gridIndex(v)];
        return values;
    }
}
