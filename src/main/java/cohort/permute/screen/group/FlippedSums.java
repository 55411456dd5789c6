package cohort.permute.screen.group;

import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.FloatTile;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Sums under sign flips, which leave every subject in the group: the subjects of a group are taken in sets, the sums of each set under
 * all its flips are made once for a tile, and every shuffle looks them up (the method of the Four Russians).
 */
final class FlippedSums implements GroupSums {
    private static final int SIZE = VoxelTile.SIZE, ROWS = FloatProducts.ROWS;
    /** Subjects in a set at most. */
    private static final int LARGEST = 5;
    /** Numbers of all sums: 512 kB, that they stay in the processor's cache. */
    private static final int MOST = 1 << 17;

    private final double[][] design;
    private final SubjectSet[][] sets; // of each group
    private final float[][] squares, rows;
    private int[][][] patterns = {}; // shuffle, group, set
    private float[][][] signs = {};

    private FlippedSums(double[][] design, int[][][] members) {
        this.design = design;
        sets = Arrays.stream(members)
                .map(group -> Arrays.stream(group)
                        .map(set -> SubjectSet.of(set, design.length - 1))
                        .toArray(SubjectSet[]::new))
                .toArray(SubjectSet[][]::new);
        squares = new float[sets.length][SIZE];
        rows = new float
                [Arrays.stream(sets).mapToInt(group -> group.length).max().orElseThrow()][];
    }

    /**
     * Sums within groups.
     *
     * @param design the columns before any flip, and last the number of each subject's group, from 1
     * @return empty if there are so many sums that it does not pay
     */
    static Optional<FlippedSums> of(double[][] design, int groups) {
        return IntStream.iterate(LARGEST, size -> size > 1, size -> size - 1)
                .mapToObj(size -> IntStream.rangeClosed(1, groups)
                        .mapToObj(group -> sets(members(design[design.length - 1], group), size))
                        .toArray(int[][][]::new))
                .filter(sets -> patterns(sets) * (design.length - 1) * SIZE <= MOST)
                .findFirst()
                .map(sets -> new FlippedSums(design, sets));
    }

    private static int[] members(double[] labels, int group) {
        return IntStream.range(0, labels.length).filter(i -> labels[i] == group).toArray();
    }

    /** As many sets as are summed at once, or a multiple of it. */
    private static int[][] sets(int[] members, int largest) {
        int count = ROWS * ((members.length + ROWS * largest - 1) / (ROWS * largest));
        return IntStream.range(0, count)
                .mapToObj(
                        s -> Arrays.copyOfRange(members, members.length * s / count, members.length * (s + 1) / count))
                .toArray(int[][]::new);
    }

    private static long patterns(int[][][] sets) {
        return Arrays.stream(sets)
                .flatMap(Arrays::stream)
                .mapToLong(set -> SubjectSet.patterns(set.length))
                .sum();
    }

    @Override
    public void prepare(int shuffles, IntFunction<double[][]> designs) {
        patterns = new int[shuffles][sets.length][];
        signs = new float[shuffles][sets.length][];
        for (int k = 0; k < shuffles; k++) {
            double[] labels = designs.apply(k)[design.length - 1];
            for (int g = 0; g < sets.length; g++) {
                patterns[k][g] = Arrays.stream(sets[g])
                        .mapToInt(set -> set.pattern(labels))
                        .toArray();
                signs[k][g] = new float[sets[g].length];
                for (int s = 0; s < sets[g].length; s++) signs[k][g][s] = sets[g][s].sign(labels);
            }
        }
    }

    @Override
    public void load(VoxelTile tile) {
        for (int g = 0; g < sets.length; g++) {
            Arrays.fill(squares[g], 0);
            for (SubjectSet set : sets[g]) {
                for (int subject : set.members()) addSquares(tile.residuals()[subject], squares[g]);
                set.load(design, tile.residuals());
            }
        }
    }

    /** Each number, weight and product is rounded, then the sums of a set, of two and of four sets, and of all. */
    @Override
    public double error() {
        return 1.01 * (LARGEST + 5 + rows.length / ROWS) * FloatTile.ROUNDING + LARGEST * rows.length * FloatTile.TINY;
    }

    @Override
    public void sum(int shuffle, int group, int column, float[] sum) {
        int[] pattern = patterns[shuffle][group];
        for (int s = 0; s < pattern.length; s++) rows[s] = sets[group][s].sums()[column][pattern[s]];
        GroupBound.combine(signs[shuffle][group], rows, sum);
    }

    @Override
    public float[][] squares(int shuffle) {
        return squares;
    }

    private static void addSquares(double[] numbers, float[] sum) {
        for (int j = 0; j < SIZE; j++) sum[j] += (float) (numbers[j] * numbers[j]);
    }
}
