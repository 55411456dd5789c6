package cohort.mask;

import cohort.image.Volume;
import cohort.smooth.Smoothing;
import cohort.subjects.Maps;
import java.util.Arrays;

/**
 * The bright part of the mean map, for raw echo-planar images: as nilearn's compute_epi_mask, which cuts the histogram at
 * its widest gap between the fractions 0.2 and 0.85 and opens the result by 2 voxels.
 */
final class EpiRule implements MaskRule {
    private static final double LOWER = 0.2, UPPER = 0.85;
    private static final int OPENING = 2;
    /** A full width at half maximum of one voxel. */
    private static final double SIGMA = 1 / Math.sqrt(8 * Math.log(2));

    @Override
    public String name() {
        return "epi";
    }

    @Override
    public String words() {
        return "of the bright part of the mean map, found at the widest gap of its histogram";
    }

    @Override
    public boolean[] inside(Maps maps) {
        return bright(GroupMaps.mean(maps));
    }

    @Override
    public boolean[] inside(Maps maps, MissingPolicy missing, int least) {
        return bright(GroupMaps.mean(maps, missing, least));
    }

    private static boolean[] bright(Volume mean) {
        double[] raw = mean.values();
        double[] values =
                new Volume(mean.grid(), Smoothing.gaussian(mean.voxels(), new double[] {SIGMA, SIGMA, SIGMA})).values();
        for (int v = 0; v < values.length; v++) if (!Double.isFinite(raw[v])) values[v] = 0;
        double threshold = widestGap(values);
        boolean[] inside = new boolean[values.length];
        for (int v = 0; v < values.length; v++) inside[v] = values[v] >= threshold;
        return new Morphology(mean.grid()).clean(inside, OPENING);
    }

    private static double widestGap(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int lower = (int) Math.floor(LOWER * sorted.length);
        int upper = Math.min((int) Math.floor(UPPER * sorted.length), sorted.length - 1);
        int widest = lower;
        for (int i = lower; i < upper; i++)
            if (sorted[i + 1] - sorted[i] > sorted[widest + 1] - sorted[widest]) widest = i;
        return 0.5 * (sorted[widest] + sorted[Math.min(widest + 1, sorted.length - 1)]);
    }
}
