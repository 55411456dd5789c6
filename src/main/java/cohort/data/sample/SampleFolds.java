package cohort.data.sample;

import cohort.image.Grid;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Sheets through space, about evenly apart: where a sum of plane waves is 0. On a grid whose axes are those of the space a
 * wave is a product of three, so that sines are needed along the axes only.
 */
final class SampleFolds {
    private static final int GYRI = 10, SEED = 152;

    /**
     * A plane wave.
     *
     * @param x cycles by 2 pi per mm along x, as y and z
     * @param phase where it begins
     */
    private record Wave(double x, double y, double z, double phase) {
        Turns along(Grid grid, int axis) {
            double cycles = axis == 0 ? x : axis == 1 ? y : z, begin = axis == 0 ? phase : 0;
            double[] sines = new double[grid.size(axis)], cosines = new double[sines.length];
            for (int at = 0; at < sines.length; at++) {
                double angle = begin + cycles * (grid.affine(axis, 3) + at * grid.affine(axis, axis));
                sines[at] = StrictMath.sin(angle);
                cosines[at] = StrictMath.cos(angle);
            }
            return new Turns(sines, cosines);
        }
    }

    /** How far a wave has turned at each place along an axis. */
    private record Turns(double[] sines, double[] cosines) {}

    private final List<Wave> waves;
    private final Turns[][] turns = new Turns[3][];

    private SampleFolds(List<Wave> waves, Grid grid) {
        this.waves = waves;
        for (int axis = 0; axis < 3; axis++) {
            int along = axis;
            turns[axis] = waves.stream().map(wave -> wave.along(grid, along)).toArray(Turns[]::new);
        }
    }

    /** In all directions, as the cortex is folded: about 13 mm apart. */
    static SampleFolds gyri(Grid grid) {
        RandomGenerator random = new MersenneTwister(SEED);
        List<Wave> waves = new ArrayList<>();
        while (waves.size() < GYRI) {
            double x = 2 * random.nextDouble() - 1, y = 2 * random.nextDouble() - 1, z = 2 * random.nextDouble() - 1;
            double length = Math.sqrt(x * x + y * y + z * z);
            if (length > 1 || length < 0.1) continue;
            double cycles = 2 * Math.PI / (22 + 8 * random.nextDouble()) / length;
            waves.add(new Wave(x * cycles, y * cycles, z * cycles, 2 * Math.PI * random.nextDouble()));
        }
        return new SampleFolds(List.copyOf(waves), grid);
    }

    /** One behind the other, as in the cerebellum: about 4 mm apart. */
    static SampleFolds folia(Grid grid) {
        return new SampleFolds(List.of(new Wave(0, 0.45, 0.62, 0), new Wave(0.08, 0.62, 0.34, 1)), grid);
    }

    /** About how far a voxel lies from the nearest sheet, in mm. */
    double distance(int i, int j, int k) {
        double sum = 0, dx = 0, dy = 0, dz = 0;
        for (int w = 0; w < turns[0].length; w++) {
            Turns x = turns[0][w], y = turns[1][w], z = turns[2][w];
            double sine = x.sines[i] * y.cosines[j] + x.cosines[i] * y.sines[j];
            double cosine = x.cosines[i] * y.cosines[j] - x.sines[i] * y.sines[j];
            double slope = cosine * z.cosines[k] - sine * z.sines[k];
            sum += sine * z.cosines[k] + cosine * z.sines[k];
            Wave wave = waves.get(w);
            dx += wave.x * slope;
            dy += wave.y * slope;
            dz += wave.z * slope;
        }
        // Where the field is flat it is 0 nowhere near, unless it is 0 itself.
        return Math.abs(sum) / Math.max(0.05, Math.sqrt(dx * dx + dy * dy + dz * dz));
    }
}
