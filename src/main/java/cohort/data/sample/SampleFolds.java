package cohort.data.sample;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Sheets through space, about evenly apart: where a sum of plane waves is 0.
 *
 * @param waves what is summed
 */
record SampleFolds(List<Wave> waves) {
    private static final int GYRI = 10, SEED = 152;

    /**
     * A plane wave.
     *
     * @param x cycles by 2 pi per mm along x, as y and z
     * @param phase where it begins
     */
    private record Wave(double x, double y, double z, double phase) {}

    /** In all directions, as the cortex is folded: about 13 mm apart. */
    static SampleFolds gyri() {
        RandomGenerator random = new MersenneTwister(SEED);
        List<Wave> waves = new ArrayList<>();
        while (waves.size() < GYRI) {
            double x = 2 * random.nextDouble() - 1, y = 2 * random.nextDouble() - 1, z = 2 * random.nextDouble() - 1;
            double length = Math.sqrt(x * x + y * y + z * z);
            if (length > 1 || length < 0.1) continue;
            double cycles = 2 * Math.PI / (22 + 8 * random.nextDouble()) / length;
            waves.add(new Wave(x * cycles, y * cycles, z * cycles, 2 * Math.PI * random.nextDouble()));
        }
        return new SampleFolds(List.copyOf(waves));
    }

    /** One behind the other, as in the cerebellum: about 4 mm apart. */
    static SampleFolds folia() {
        return new SampleFolds(List.of(new Wave(0, 0.45, 0.62, 0), new Wave(0.08, 0.62, 0.34, 1)));
    }

    /** About how far a place lies from the nearest sheet, in mm. */
    double distance(double[] mm) {
        double sum = 0, dx = 0, dy = 0, dz = 0;
        for (Wave wave : waves) {
            double at = wave.x * mm[0] + wave.y * mm[1] + wave.z * mm[2] + wave.phase;
            double slope = StrictMath.cos(at);
            sum += StrictMath.sin(at);
            dx += wave.x * slope;
            dy += wave.y * slope;
            dz += wave.z * slope;
        }
        // Where the field is flat it is 0 nowhere near, unless it is 0 itself.
        return Math.abs(sum) / Math.max(0.05, Math.sqrt(dx * dx + dy * dy + dz * dz));
    }
}
