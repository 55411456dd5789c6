package cohort.permute;

import cohort.image.Grid;
import cohort.mask.Mask;
import java.util.Random;

/**
 * A small map in a ragged mask: smooth or rough, with plateaus or without, with a few NaN and zeros.
 *
 * @param mask at least one voxel
 * @param values in mask order, each of them a float
 */
public record RandomMap(Mask mask, double[] values) {

    public RandomMap(long seed) {
        this(new Random(seed));
    }

    private RandomMap(Random random) {
        this(mask(random), random);
    }

    private RandomMap(Mask mask, Random random) {
        this(mask, values(mask, random));
    }

    private static Mask mask(Random random) {
        Grid grid = Grid.ofVoxelSize(1 + random.nextInt(7), 1 + random.nextInt(6), 1 + random.nextInt(5), 1, 1, 1);
        double density = 0.3 + random.nextDouble();
        boolean[] inside = new boolean[grid.voxels()];
        for (int v = 0; v < inside.length; v++) inside[v] = random.nextDouble() < density;
        inside[random.nextInt(inside.length)] = true;
        return Mask.of(grid, inside);
    }

    private static double[] values(Mask mask, Random random) {
        boolean coarse = random.nextBoolean();
        double shift = random.nextGaussian(), wave = 2 * random.nextDouble();
        double[] values = new double[mask.size()];
        for (int v = 0; v < values.length; v++) {
            int[] p = Oracle.coordinates(mask.grid(), mask.gridIndex(v));
            double value = shift + wave * Math.cos(p[0]) * Math.cos(p[1]) * Math.cos(p[2]) + random.nextGaussian();
            values[v] = (float) (coarse ? Math.rint(2 * value) / 2 : value);
            if (random.nextInt(40) == 0) values[v] = Double.NaN;
        }
        return values;
    }

    public float[] floats() {
        float[] floats = new float[values.length];
        for (int v = 0; v < floats.length; v++) floats[v] = (float) values[v];
        return floats;
    }
}
