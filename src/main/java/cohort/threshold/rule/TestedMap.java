package cohort.threshold.rule;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.VoxelValues;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import cohort.text.Numbers;
import cohort.text.Words;
import cohort.threshold.statistic.Statistic;
import java.util.Arrays;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * A statistic's evidence at the voxels that are tested: those of a mask where the map is finite.
 *
 * <p>nilearn 0.14.1 takes a value that is not finite for 0 and counts its voxel among the tests; here it is no test.
 */
public final class TestedMap {
    private final Mask mask;
    private final Statistic statistic;
    private final double[] values;
    private final int leftOut;

    private TestedMap(Mask mask, Statistic statistic, double[] values, int leftOut) {
        this.mask = mask;
        this.statistic = statistic;
        this.values = values;
        this.leftOut = leftOut;
    }

    /** @throws InputException if the map is not of the grid's size, the mask is empty or no value in it is finite or of the statistic */
    public static TestedMap of(RandomAccessibleInterval<? extends RealType<?>> map, Mask mask, Statistic statistic) {
        Grid grid = mask.grid();
        if (!Arrays.equals(map.dimensionsAsLongArray(), grid.dimensions()))
            throw new InputException("mask: found a grid of " + grid + ", expected that of the image, "
                    + Arrays.toString(map.dimensionsAsLongArray()) + " voxels; resample the mask first.");
        if (mask.size() == 0)
            throw new InputException("mask: found no voxel to test, expected at least one; give another mask.");
        boolean[] inside = mask.inside();
        double[] all = VoxelValues.of(map), values = new double[mask.size()];
        int n = 0;
        for (int v = 0; v < inside.length; v++) {
            inside[v] &= Double.isFinite(all[v]);
            if (inside[v]) values[n++] = statistic.evidenceOf(all[v]);
        }
        if (n == 0)
            throw new InputException("image: none of the " + Words.count(mask.size())
                    + " voxels of the mask has a finite value, expected the map of a statistic; give another image.");
        int leftOut = mask.size() - n;
        return new TestedMap(leftOut == 0 ? mask : Mask.of(grid, inside), statistic, Arrays.copyOf(values, n), leftOut);
    }

    /** The voxels that are tested, at least one. */
    public Mask mask() {
        return mask;
    }

    /** Number of tests. */
    public int size() {
        return values.length;
    }

    /** What is tested. */
    Statistic statistic() {
        return statistic;
    }

    /** A tested voxel's evidence, below 0 on the other side. */
    public double value(int voxel) {
        return values[voxel];
    }

    /** Number of voxels of the mask that are not tested, since their value is not finite. */
    public int leftOut() {
        return leftOut;
    }

    /** The number of tests, e.g. {@code 732 voxels}, and of those left out. */
    String tests() {
        return Words.count(size(), "voxel")
                + (leftOut == 0 ? "" : " (" + Words.count(leftOut) + " more hold no finite number)");
    }

    /** How far the map reaches, where nothing was found. */
    public String reach(Tail tail) {
        double greatest = greatest(tail);
        if (statistic.isDescending()) return "the smallest p is " + Numbers.plain(statistic.valueOf(greatest));
        return switch (tail) {
            case POSITIVE -> "the largest value is " + Numbers.plain(greatest);
            case NEGATIVE -> "the smallest value is " + Numbers.plain(-greatest);
            case BOTH -> "the largest magnitude is " + Numbers.plain(greatest);
        };
    }

    /** How strongly each value speaks against the null hypothesis, in mask order (a copy). */
    public double[] evidence(Tail tail) {
        return Arrays.stream(values).map(tail::evidence).toArray();
    }

    /** The greatest evidence. */
    double greatest(Tail tail) {
        return Arrays.stream(values).map(tail::evidence).max().orElseThrow();
    }
}
