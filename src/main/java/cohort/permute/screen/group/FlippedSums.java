package cohort.permute.screen.group;

import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.FloatTile;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Sums under sign flips, which leave every subject in the group: the subjects of a group are taken in sets, for each set and column the
 * sums of all sign patterns are made once for a tile, and every flip looks them up (the method of the Four Russians). Patterns that
 * are each other's opposites share a sum.
 */
final class FlippedSums implements GroupSums {
    private static final int SIZE = VoxelTile.SIZE, ROWS = FloatProducts.ROWS;
    /** Subjects in a set at most. */
    private static final int LARGEST = 5;
    /** Numbers of all sums: 512 kB, that they stay in the processor's cache. */
    private static final int MOST = 1 << 17;

    private final double[][] design;
    private final int columns;
    private final int[][][] sets; // group, set, subjects
    private final float[][][][][] sums; // group, column, set, pattern, voxel
    private final float[][] squares;
    private final float[][] rows;
    private int[][][] patterns = {}; // shuffle, group, set
    private float[][][] signs = {};

    private FlippedSums(double[][] design, int[][][] sets) {
        this.design = design;
        this.sets = sets;
        columns = design.length - 1;
        squares = new float[sets.length][SIZE];
        int most = Arrays.stream(sets).mapToInt(group -> group.length).max().orElseThrow();
        rows = new float[most][];
        sums = new float[sets.length][columns][][][];
        for (int g = 0; g < sets.length; g++)
            for (int c = 0; c < columns; c++)
                sums[g][c] = Arrays.stream(sets[g])
                        .map(set -> new float[patterns(set)][SIZE])
                        .toArray(float[][][]::new);
    }

    /**
     * Sums within groups.
     *
     * @param design the columns before any flip, and last the number of each subject's group, from 1
     * @return empty if there are so many sums that it does not pay
     */
    static Optional<FlippedSums> of(double[][] design, int groups) {
        for (int size = LARGEST; size > 1; size--) {
            int largest = size;
            int[][][] sets = IntStream.range(0, groups)
                    .mapToObj(g -> sets(members(design[design.length - 1], g), largest))
                    .toArray(int[][][]::new);
            long numbers = Arrays.stream(sets)
                            .flatMap(Arrays::stream)
                            .mapToLong(FlippedSums::patterns)
                            .sum()
                    * (design.length - 1)
                    * SIZE;
            if (numbers <= MOST) return Optional.of(new FlippedSums(design, sets));
        }
        return Optional.empty();
    }

    private static int[] members(double[] labels, int group) {
        return IntStream.range(0, labels.length)
                .filter(i -> (int) labels[i] - 1 == group)
                .toArray();
    }

    /** As many sets as are summed at once, or a multiple of it. */
    private static int[][] sets(int[] members, int largest) {
        int count = ROWS * ((members.length + ROWS * largest - 1) / (ROWS * largest));
        return IntStream.range(0, count)
                .mapToObj(
                        s -> Arrays.copyOfRange(members, members.length * s / count, members.length * (s + 1) / count))
                .toArray(int[][]::new);
    }

    private static int patterns(int[] set) {
        return 1 << Math.max(0, set.length - 1);
    }

    @Override
    public void prepare(int shuffles, IntFunction<double[][]> designs) {
        patterns = new int[shuffles][sets.length][];
        signs = new float[shuffles][sets.length][];
        for (int k = 0; k < shuffles; k++) {
            double[] labels = designs.apply(k)[columns];
            for (int g = 0; g < sets.length; g++) {
                patterns[k][g] = new int[sets[g].length];
                signs[k][g] = new float[sets[g].length];
                for (int s = 0; s < sets[g].length; s++) look(labels, sets[g][s], patterns[k][g], signs[k][g], s);
            }
        }
    }

    /** A pattern has a bit for each subject but the first whose sign is not the first one's. */
    private static void look(double[] labels, int[] set, int[] pattern, float[] sign, int place) {
        if (set.length == 0) return;
        sign[place] = (float) Math.signum(labels[set[0]]);
        for (int i = 1; i < set.length; i++) if (labels[set[i]] * labels[set[0]] < 0) pattern[place] |= 1 << i - 1;
    }

    @Override
    public void load(VoxelTile tile) {
        for (int g = 0; g < sets.length; g++) {
            Arrays.fill(squares[g], 0);
            for (int s = 0; s < sets[g].length; s++) {
                for (int subject : sets[g][s]) addSquares(tile.residuals()[subject], squares[g]);
                for (int c = 0; c < columns; c++) fill(sums[g][c][s], sets[g][s], design[c], tile.residuals());
            }
        }
    }

    /** Doubles the patterns with each subject: those that are there get the subject's number, their copies minus it. */
    private static void fill(float[][] sums, int[] set, double[] column, double[][] residuals) {
        for (int i = 0; i < set.length; i++) {
            float factor = (float) column[set[i]];
            double[] numbers = residuals[set[i]];
            int made = i == 0 ? 0 : 1 << i - 1;
            if (i == 0) for (int j = 0; j < SIZE; j++) sums[0][j] = factor * (float) numbers[j];
            for (int p = 0; p < made; p++)
                for (int j = 0; j < SIZE; j++) {
                    float number = factor * (float) numbers[j];
                    sums[p | made][j] = sums[p][j] - number;
                    sums[p][j] += number;
                }
        }
    }

    /** Each number, weight and product is rounded, then the sums of a set, then those of two and of four sets, then the sum of all. */
    @Override
    public double error() {
        return 1.01 * (LARGEST + 5 + rows.length / ROWS) * FloatTile.ROUNDING + LARGEST * rows.length * FloatTile.TINY;
    }

    @Override
    public void sum(int shuffle, int group, int column, float[] sum) {
        int[] pattern = patterns[shuffle][group];
        float[] sign = signs[shuffle][group];
        float[][][] of = sums[group][column];
        for (int s = 0; s < pattern.length; s++) rows[s] = of[s][pattern[s]];
        GroupBound.combine(sign, rows, sum);
    }

    @Override
    public float[][] squares(int shuffle) {
        return squares;
    }

    private static void addSquares(double[] numbers, float[] sum) {
        for (int j = 0; j < SIZE; j++) sum[j] += (float) (numbers[j] * numbers[j]);
    }
}
