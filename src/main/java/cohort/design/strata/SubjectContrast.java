package cohort.design.strata;

import cohort.InputException;
import cohort.design.matrix.Columns;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sum of each subject's maps that a contrast is about, in natural units: the weights above 0 add up to 1, so that a
 * comparison is a difference of means, and a mean a mean.
 *
 * @param owner for each map its subject, from 0
 * @param subjects for each sum its subject
 * @param weights sums x maps
 */
public record SubjectContrast(int[] owner, int[] subjects, double[][] weights) {
    /** Finer differences between weights are a rounding error of the estimate. */
    private static final double STEPS = 1e12;

    /**
     * Takes the sums of the contrast's error stratum. A comparison has the sign that makes it positive where the contrast is; where
     * the contrast compares subjects, some of whom have the comparison the other way round, it is the last map minus the others.
     *
     * @throws InputException if the contrast has several rows, the design does not say whose map each is, or the contrast takes no
     *     sum that is the same in all subjects
     */
    public static SubjectContrast of(DesignMatrix design, Contrast contrast) {
        if (contrast.isF())
            throw new InputException("contrast: found the F test " + contrast.text()
                    + ", expected one row, since a map holds one number per voxel; give the rows one at a time.");
        List<ErrorStratum> strata = ErrorStrata.of(design, List.of(contrast));
        if (strata.isEmpty())
            throw new InputException(
                    "model: found no subject with several maps, expected a factor of the subject, such as"
                            + " session + C(subject), or Error(subject) if the contrast compares subjects.");
        ErrorStratum stratum = strata.get(0);
        if (stratum.isPooled())
            throw new InputException("contrast: found " + contrast.text()
                    + ", which gives subjects' maps different weights, expected the same weights for every"
                    + " subject, such as a difference between sessions.");
        double[] expected = Columns.combined(Columns.of(design.matrix()), contrast.rows())[0];
        double sign = sign(stratum.weights(), expected);
        double[][] weights = Arrays.stream(stratum.weights())
                .map(row -> inNaturalUnits(Columns.times(row, sign)))
                .toArray(double[][]::new);
        return new SubjectContrast(stratum.owner(), stratum.subject(), weights);
    }

    /** @param expected of each map, where the contrast is positive */
    private static double sign(double[][] weights, double[] expected) {
        double[] first = Arrays.stream(weights[0]).filter(weight -> weight != 0).toArray();
        double last = Math.signum(first[first.length - 1]);
        if (Arrays.stream(first).allMatch(weight -> Math.signum(weight) == last)) return last;
        double[] sums = Arrays.stream(weights)
                .mapToDouble(row -> Columns.dot(row, expected))
                .toArray();
        double sum = Arrays.stream(sums).sum(),
                sizes = Arrays.stream(sums).map(Math::abs).sum();
        return sizes > 0 && Math.abs(sum) > sizes * (1 - 1 / STEPS) ? Math.signum(sum) : last;
    }

    private static double[] inNaturalUnits(double[] row) {
        double positive = Arrays.stream(row).filter(weight -> weight > 0).sum();
        return Arrays.stream(row)
                .map(weight -> Math.rint(weight / positive * STEPS) / STEPS)
                .toArray();
    }

    /** The subjects who have no sum because they lack a map that has a weight in it. */
    public int[] lacking() {
        return IntStream.rangeClosed(0, Arrays.stream(owner).max().orElse(-1))
                .filter(s -> Arrays.stream(subjects).noneMatch(taking -> taking == s))
                .toArray();
    }
}
