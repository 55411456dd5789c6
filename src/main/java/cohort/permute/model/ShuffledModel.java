package cohort.permute.model;

import cohort.design.matrix.Columns;
import cohort.permute.shuffle.RowClasses;
import cohort.permute.shuffle.Shuffle;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What a shuffle is applied to. A voxel's data lose what the removed columns span and are scaled to unit length; the
 * statistic is then a function of their inner products with the columns of {@link #design}. All columns have n numbers.
 *
 * @param removed orthonormal columns that leave the data of every shuffle
 * @param removedFromObserved orthonormal columns that leave the data of the unshuffled labelling
 * @param effect orthonormal columns, one for t, several for F
 * @param nuisance orthonormal columns that are shuffled along
 * @param cleared orthonormal columns that leave the effect after it was shuffled; none where it stays orthonormal
 * @param groups no column if all subjects have the same variance, or one: the number of each subject's variance group,
 *     from 1, which is shuffled along (a flip changes its sign, which means nothing)
 * @param degreesOfFreedom n - rank of the design
 */
public record ShuffledModel(
        double[][] removed,
        double[][] removedFromObserved,
        double[][] effect,
        double[][] nuisance,
        double[][] cleared,
        double[][] groups,
        int degreesOfFreedom)
        implements Serializable {

    private static final double[][] NONE = {};

    /** In each column numbers that are equal but for rounding and sign become so to the last bit. */
    static ShuffledModel of(double[][] removed, double[][] effect, double[][] nuisance, int degreesOfFreedom) {
        return new ShuffledModel(
                removed, removed, RowClasses.align(effect), RowClasses.align(nuisance), NONE, NONE, degreesOfFreedom);
    }

    ShuffledModel observedWithout(double[][] columns) {
        return new ShuffledModel(removed, columns, effect, nuisance, cleared, groups, degreesOfFreedom);
    }

    ShuffledModel clearedOf(double[][] columns) {
        return new ShuffledModel(removed, removedFromObserved, effect, nuisance, columns, groups, degreesOfFreedom);
    }

    /** With a variance for each group of subjects, numbered from 1; the nuisance must be all that is removed. */
    ShuffledModel withVarianceGroups(int[] numbers) {
        double[][] labels = {Arrays.stream(numbers).asDoubleStream().toArray()};
        return new ShuffledModel(removed, removedFromObserved, effect, nuisance, cleared, labels, degreesOfFreedom);
    }

    /** Whether every shuffled design is {@link #columns} shuffled, so that flips change nothing but their signs. */
    boolean isFixed() {
        return cleared.length == 0;
    }

    /** The statistic that tests the effect. */
    public VoxelStatistic statistic() {
        return groups.length == 0
                ? new TestStatistic(effect.length, degreesOfFreedom)
                : GroupedStatistic.of(effect, nuisance, groups[0]);
    }

    /** All that is shuffled: the effect, then the nuisance, then the variance groups. */
    public double[][] columns() {
        return Stream.of(effect, nuisance, groups).flatMap(Stream::of).toArray(double[][]::new);
    }

    /**
     * The shuffled design: the effect's orthonormal columns, then the nuisance's, zeros where nothing is left; then the
     * variance groups.
     */
    public double[][] design(Shuffle shuffle) {
        double[][] shuffled = Arrays.stream(columns()).map(shuffle::apply).toArray(double[][]::new);
        if (isFixed()) return shuffled;
        for (double[] column : shuffled) Columns.removeProjection(column, cleared);
        return ModelPartition.orthonormalize(shuffled);
    }
}
