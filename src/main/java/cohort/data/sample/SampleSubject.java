package cohort.data.sample;

import cohort.image.Grid;
import cohort.image.Volume;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * One subject of the sample cohort. What is drawn depends on the seed and the subject's number
 * alone, not on the size of the effect.
 *
 * @param age in years, 20 to 60; older subjects have a slightly larger effect
 * @param gain by which this subject's effect differs from the group's
 * @param foci where this subject has the effect
 * @param noise generator of the noise, used up by {@link #map}
 */
public record SampleSubject(
        int age, String sex, String handedness, double gain, List<SampleFocus> foci, RandomGenerator noise) {

    /** Largest distance along an axis by which a subject's foci lie off the group's, in mm. */
    static final double JITTER_MM = 3;

    /** Of sixteen subjects, this one hardly has an effect. */
    private static final int WEAK = 6;

    /** @param effect by which the subject's gain is multiplied */
    public static SampleSubject draw(int number, long seed, double effect) {
        RandomGenerator random = new MersenneTwister(new int[] {(int) seed, (int) (seed >>> 32), number});
        int age = 20 + random.nextInt(41);
        String handedness = random.nextInt(10) == 0 ? "left" : "right";
        double typical = Math.max(0.5, 1 + 0.004 * (age - 40) + 0.15 * random.nextGaussian());
        List<SampleFocus> foci = new ArrayList<>();
        for (SampleFocus focus : SampleFocus.BUTTON_PRESS)
            foci.add(focus.shifted(jitter(random), jitter(random), jitter(random)));
        double gain = effect * (number % 16 == WEAK ? 0.15 : typical);
        return new SampleSubject(age, number % 2 == 0 ? "F" : "M", handedness, gain, List.copyOf(foci), random);
    }

    /** The map: 0 outside the brain, noise and effect in it. */
    Volume map(boolean[] brain) {
        Grid grid = SampleBrain.GRID;
        double level = 0.85 + 0.3 * noise.nextDouble(), offset = 0.05 * noise.nextGaussian();
        float[] values = SampleNoise.draw(grid, noise);
        for (int k = 0, v = 0; k < grid.nz(); k++)
            for (int j = 0; j < grid.ny(); j++)
                for (int i = 0; i < grid.nx(); i++, v++)
                    values[v] = brain[v] ? (float) (offset + level * values[v] + gain * effect(grid.toMm(i, j, k))) : 0;
        return Volume.of(grid, values);
    }

    private double effect(double[] mm) {
        double sum = 0;
        for (SampleFocus focus : foci) sum += focus.at(mm);
        return sum;
    }

    private static double jitter(RandomGenerator random) {
        return JITTER_MM * (2 * random.nextDouble() - 1);
    }
}
