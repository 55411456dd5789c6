package cohort.permute;

import cohort.design.matrix.BlockLabels;
import cohort.permute.model.RegressionMethod;
import cohort.permute.shuffle.BlockTree;
import cohort.permute.shuffle.ShuffleScheme;
import java.util.Arrays;
import java.util.Optional;

/**
 * What to shuffle and how.
 *
 * @param scheme sign flips, permutations, both, or what the model calls for
 * @param method how the nuisance is treated
 * @param blocks the exchangeability blocks; empty if all subjects are freely exchangeable
 * @param within for blocks of one level: whether shuffling stays within them instead of exchanging whole blocks; in
 *     blocks of several levels, signs say which
 */
public record ShuffleOptions(
        ShuffleScheme scheme, RegressionMethod method, Optional<BlockLabels> blocks, boolean within) {

    /** The scheme that the model calls for, without blocks, by the method of Freedman and Lane. */
    public static ShuffleOptions automatic() {
        return new ShuffleOptions(ShuffleScheme.AUTO, RegressionMethod.FREEDMAN_LANE, Optional.empty(), true);
    }

    /**
     * The groups of subjects who may be exchanged with each other, which these blocks so take to have one variance (PALM's
     * {@code -vg auto}).
     *
     * @return one level of groups; nothing if all subjects are in one
     */
    public Optional<BlockLabels> exchangeableGroups() {
        return blocks.map(given -> {
                    double[][] orbits = BlockTree.of(given, within, ShuffleScheme.PERMUTATIONS)
                            .invariants(ShuffleScheme.PERMUTATIONS);
                    int[][] labels = new int[given.labels().length][1];
                    for (int o = 0; o < orbits.length; o++)
                        for (int i = 0; i < labels.length; i++) if (orbits[o][i] != 0) labels[i][0] = o + 1;
                    return new BlockLabels(labels);
                })
                .filter(groups -> Arrays.stream(groups.level(0)).distinct().count() > 1);
    }
}
