package cohort.permute.model;

import cohort.design.matrix.Columns;
import cohort.permute.shuffle.RowClasses;
import cohort.permute.shuffle.Shuffle;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
 * @param combined the statistic of several maps of each subject, of which each has n / maps rows and columns of its own; none
 *     for one map
 */
public record ShuffledModel(
        double[][] removed,
        double[][] removedFromObserved,
        double[][] effect,
        double[][] nuisance,
        double[][] cleared,
        double[][] groups,
        int degreesOfFreedom,
        List<VoxelStatistic> combined)
        implements Serializable {

    private static final double[][] NONE = {};
    /** Numbers of shuffled designs that are kept: 8 MB. */
    private static final int MOST_KEPT = 1 << 20;

    /** In each column numbers that are equal but for rounding and sign become so to the last bit. */
    static ShuffledModel of(double[][] removed, double[][] effect, double[][] nuisance, int degreesOfFreedom) {
        return new ShuffledModel(
                removed,
                removed,
                RowClasses.align(effect),
                RowClasses.align(nuisance),
                NONE,
                NONE,
                degreesOfFreedom,
                List.of());
    }

    ShuffledModel observedWithout(double[][] columns) {
        return new ShuffledModel(removed, columns, effect, nuisance, cleared, groups, degreesOfFreedom, combined);
    }

    ShuffledModel clearedOf(double[][] columns) {
        return new ShuffledModel(
                removed, removedFromObserved, effect, nuisance, columns, groups, degreesOfFreedom, combined);
    }

    /** With a variance for each group of subjects, numbered from 1; the nuisance must be all that is removed. */
    ShuffledModel withVarianceGroups(int[] numbers) {
        double[][] labels = {Arrays.stream(numbers).asDoubleStream().toArray()};
        return new ShuffledModel(
                removed, removedFromObserved, effect, nuisance, cleared, labels, degreesOfFreedom, combined);
    }

    /**
     * The same for several maps of each subject, one below the other: the first of all subjects, then the second of all. Each column
     * becomes one for each map, 0 in the rows of the others; those of one column stand together, in the order of the maps.
     *
     * @param maps how many maps each subject has
     * @param statistic what is computed of all of them
     */
    public ShuffledModel repeated(int maps, VoxelStatistic statistic) {
        return new ShuffledModel(
                repeated(removed, maps),
                repeated(removedFromObserved, maps),
                repeated(effect, maps),
                repeated(nuisance, maps),
                repeated(cleared, maps),
                repeated(groups, maps),
                degreesOfFreedom,
                List.of(statistic));
    }

    private static double[][] repeated(double[][] columns, int maps) {
        return Arrays.stream(columns)
                .flatMap(column -> IntStream.range(0, maps).mapToObj(map -> {
                    double[] all = new double[maps * column.length];
                    System.arraycopy(column, 0, all, map * column.length, column.length);
                    return all;
                }))
                .toArray(double[][]::new);
    }

    /** Of the columns for several maps those of one. */
    public static double[][] ofMap(double[][] columns, int map, int maps) {
        return IntStream.iterate(map, c -> c < columns.length, c -> c + maps)
                .mapToObj(c -> columns[c])
                .toArray(double[][]::new);
    }

    /** Whether every shuffled design is {@link #columns} shuffled, so that flips change nothing but their signs. */
    boolean isFixed() {
        return cleared.length == 0;
    }

    /** The statistic that tests the effect. */
    public VoxelStatistic statistic() {
        if (!combined.isEmpty()) return combined.get(0);
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

    /** Makes the designs of some shuffles: where all of them are large and each is soon made, anew whenever it is asked for. */
    public IntFunction<double[][]> designs(List<Shuffle> shuffles) {
        if (isFixed() && (long) shuffles.size() * columns().length * effect[0].length > MOST_KEPT)
            return k -> design(shuffles.get(k));
        double[][][] all = shuffles.stream().map(this::design).toArray(double[][][]::new);
        return k -> all[k];
    }
}
