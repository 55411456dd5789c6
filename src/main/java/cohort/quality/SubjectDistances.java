package cohort.quality;

import cohort.InputException;
import cohort.Median;
import cohort.matrix.VoxelMatrix;
import cohort.text.Numbers;
import cohort.text.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Finds the maps that are unlike the others of their group, because one bad map can ruin a group. */
public final class SubjectDistances {
    private static final int LEAST_SUBJECTS = 3;
    /** Makes the median absolute deviation the standard deviation of normal values. */
    private static final double TO_SIGMA = 0.6745;
    /**
     * Least scatter of log d that is counted with, five per cent: where the maps are much alike, one that is a few per cent
     * farther off does no harm.
     */
    private static final double LEAST_SPREAD = 0.05 * TO_SIGMA;
    /** Squares are not told apart below this part of the largest one. */
    private static final double ROUNDING = 1e-15;

    private SubjectDistances() {}

    /**
     * The distance of each subject's map from the mean of the others, in the unit of their own scatter:
     *
     * <p>d² = Σ (y − m)² / Σ s² (1 + 1 / (n − 1)), over the voxels,
     *
     * <p>where y is the subject's value and m and s² are mean and variance of the n − 1 others. A subject cannot hide
     * behind its own influence, since it is not among those it is measured by (deleted residuals: Belsley, Kuh and Welsch
     * 1980, Regression Diagnostics, section 2.1). The score of log d is 0.6745 (log d − median) / MAD, where the median
     * absolute deviation MAD counts as that of a scatter of five per cent at least; beyond ±3.5 it is an outlier (Iglewicz
     * and Hoaglin 1993, How to Detect and Handle Outliers, section 3.4).
     *
     * @param data the values, 2D: axis 0 the voxels, axis 1 the subjects; voxels that are not finite in some subject are
     *     left out
     * @return one per subject, in order
     * @throws InputException if there are fewer than three subjects or no voxel is finite in all
     */
    public static List<SubjectDistance> of(RandomAccessibleInterval<? extends RealType<?>> data) {
        int n = Math.toIntExact(data.dimension(1));
        if (n < LEAST_SUBJECTS)
            throw new InputException("maps: found " + n + " maps, expected at least " + LEAST_SUBJECTS
                    + ", to compare each with the others.");
        double[] values = new double[n], far = new double[n], scatter = new double[n];
        int[] used = {0};
        VoxelMatrix.of(data).forEach((first, count, rows) -> {
            for (int v = 0; v < count; v++) {
                for (int s = 0; s < n; s++) values[s] = rows[s][v];
                used[0] += add(values, far, scatter);
            }
        });
        if (used[0] == 0)
            throw new InputException("maps: found no voxel that is finite in all " + Words.count(n)
                    + " maps, expected one at least; look at the maps in a subject grid.");
        double[] logs = IntStream.range(0, n)
                .mapToDouble(s -> Math.log(far[s] == 0 && scatter[s] == 0 ? 1 : far[s] / scatter[s]) / 2)
                .toArray();
        return scored(logs);
    }

    /**
     * Beyond which distances maps are called outliers.
     *
     * @param distances those of all subjects
     * @return a lower and an upper limit
     */
    public static double[] limits(List<SubjectDistance> distances) {
        double[] logs =
                distances.stream().mapToDouble(d -> Math.log(d.distance())).toArray();
        double middle = Median.of(logs), reach = SubjectDistance.CUT * spread(logs, middle) / TO_SIGMA;
        return new double[] {Math.exp(middle - reach), Math.exp(middle + reach)};
    }

    /**
     * The rule for outliers, where its limits lie, and who is farthest off, as a sentence.
     *
     * @param ids the subjects' or maps' names
     * @param distances theirs
     */
    public static String rule(List<String> ids, List<SubjectDistance> distances) {
        double[] limits = limits(distances);
        int farthest = IntStream.range(0, ids.size())
                .boxed()
                .max(Comparator.comparingDouble(s -> distances.get(s).distance()))
                .orElseThrow();
        return "A map counts as an outlier if the modified z-score of the logarithm of its distance is beyond ±"
                + Numbers.text(SubjectDistance.CUT)
                + " (Iglewicz and Hoaglin, 1993, How to Detect and Handle Outliers), here below "
                + Numbers.text(limits[0]) + " or above " + Numbers.text(limits[1]) + "; the farthest is "
                + ids.get(farthest)
                + " at " + Numbers.text(distances.get(farthest).distance()) + " (score "
                + Numbers.text(distances.get(farthest).score()) + ").";
    }

    /**
     * The rule for outliers, then what is to be told of each, as sentences.
     *
     * @param ids the subjects' or maps' names
     * @param distances theirs
     */
    public static List<String> sentences(List<String> ids, List<SubjectDistance> distances) {
        return Stream.concat(
                        Stream.of(rule(ids, distances)),
                        IntStream.range(0, ids.size())
                                .filter(s -> distances.get(s).isOutlier())
                                .mapToObj(s -> distances.get(s).sentence(ids.get(s))))
                .toList();
    }

    /** Adds one voxel to the sums of squares. */
    private static int add(double[] values, double[] far, double[] scatter) {
        int n = far.length;
        double sum = 0, squares = 0;
        for (int s = 0; s < n; s++) sum += values[s];
        double mean = sum / n;
        if (!Double.isFinite(mean)) return 0;
        for (int s = 0; s < n; s++) squares += square(values[s] - mean);
        for (int s = 0; s < n; s++) {
            double deviation = values[s] - mean;
            // Both without the subject: its distance from the others' mean, and their squares about that mean.
            double others = squares - square(deviation) * n / (n - 1.0);
            far[s] += square(deviation * n / (n - 1.0));
            scatter[s] += Math.max(others, ROUNDING * squares) / (n - 2) * n / (n - 1.0);
        }
        return 1;
    }

    private static double square(double x) {
        return x * x;
    }

    private static List<SubjectDistance> scored(double[] logs) {
        double median = Median.of(logs);
        double spread = spread(logs, median);
        return Arrays.stream(logs)
                .mapToObj(x -> new SubjectDistance(Math.exp(x), x == median ? 0 : TO_SIGMA * (x - median) / spread))
                .toList();
    }

    /** The median absolute deviation, but not less than counts. */
    private static double spread(double[] logs, double median) {
        return Math.max(
                Median.of(Arrays.stream(logs).map(x -> Math.abs(x - median)).toArray()), LEAST_SPREAD);
    }
}
