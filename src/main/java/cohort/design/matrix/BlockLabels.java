package cohort.design.matrix;

import java.util.Arrays;

/**
 * Groups of subjects: exchangeability blocks, or groups of one variance.
 *
 * @param labels subjects x levels (a copy goes in and comes out): the number of each subject's block, outermost level
 *     first; a negative one forbids shuffling within the block, in the convention of PALM (Winkler et al. 2015,
 *     NeuroImage 123:253)
 */
public record BlockLabels(int[][] labels) {

    public BlockLabels {
        labels = copy(labels);
    }

    @Override
    public int[][] labels() {
        return copy(labels);
    }

    /** Number of nested levels. */
    public int levels() {
        return labels.length == 0 ? 0 : labels[0].length;
    }

    /** The blocks of one level, from 0: one number per subject. */
    public int[] level(int level) {
        return Arrays.stream(labels).mapToInt(row -> row[level]).toArray();
    }

    /** Whether some block of a single level has more than two rows, so that exchanging them takes equal correlations. */
    public boolean isOfSeveral() {
        if (levels() != 1) return false;
        int[] blocks = level(0);
        return Arrays.stream(blocks)
                .anyMatch(block ->
                        Arrays.stream(blocks).filter(other -> other == block).count() > 2);
    }

    private static int[][] copy(int[][] rows) {
        return Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
    }
}
