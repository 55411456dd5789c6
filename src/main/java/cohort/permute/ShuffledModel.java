package cohort.permute;

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
 * @param degreesOfFreedom n - rank of the design
 */
record ShuffledModel(
        double[][] removed,
        double[][] removedFromObserved,
        double[][] effect,
        double[][] nuisance,
        double[][] cleared,
        int degreesOfFreedom) {

    /** In each column numbers that are equal but for rounding and sign become so to the last bit. */
    static ShuffledModel of(double[][] removed, double[][] effect, double[][] nuisance, int degreesOfFreedom) {
        return new ShuffledModel(
                removed,
                removed,
                RowClasses.align(effect),
                RowClasses.align(nuisance),
                new double[0][],
                degreesOfFreedom);
    }

    ShuffledModel observedWithout(double[][] columns) {
        return new ShuffledModel(removed, columns, effect, nuisance, cleared, degreesOfFreedom);
    }

    ShuffledModel clearedOf(double[][] columns) {
        return new ShuffledModel(removed, removedFromObserved, effect, nuisance, columns, degreesOfFreedom);
    }

    /** Whether every shuffled design is {@link #columns} shuffled, so that flips change nothing but their signs. */
    boolean isFixed() {
        return cleared.length == 0;
    }

    /** The statistic that tests the effect. */
    TestStatistic statistic() {
        return new TestStatistic(effect.length, degreesOfFreedom);
    }

    /** All that is shuffled: the effect, then the nuisance. */
    double[][] columns() {
        return concat(effect, nuisance);
    }

    /** The shuffled design: the effect's orthonormal columns, then the nuisance's; zeros where nothing is left. */
    double[][] design(Shuffle shuffle) {
        double[][] shuffled = Arrays.stream(columns()).map(shuffle::apply).toArray(double[][]::new);
        if (isFixed()) return shuffled;
        for (double[] column : shuffled) ModelPartition.removeProjection(column, cleared);
        return ModelPartition.orthonormalize(shuffled);
    }

    private static double[][] concat(double[][] a, double[][] b) {
        return Stream.concat(Stream.of(a), Stream.of(b)).toArray(double[][]::new);
    }
}
