package cohort.permute;

import cohort.InputException;
import cohort.cluster.Neighbours;
import cohort.design.matrix.BlockLabels;
import cohort.permute.local.VoxelModels;
import cohort.permute.nulls.Tail;
import java.util.Optional;

/**
 * How to permute.
 *
 * @param permutations number of shuffles asked for, at least 1; fewer are made if fewer distinct ones exist
 * @param seed of the random stream, 0 to 2^31 - 1
 * @param tail the side on which evidence counts
 * @param shuffle what is shuffled and how
 * @param varianceGroups one level of groups of subjects, each with its own variance; empty if all have the same
 * @param connectivity 6, 18 or 26: which voxels are neighbours
 * @param evidence how p-values follow from the shuffles
 * @param voxels what in the test differs from voxel to voxel, or needs whole maps
 */
public record PermutationOptions(
        int permutations,
        int seed,
        Tail tail,
        ShuffleOptions shuffle,
        Optional<BlockLabels> varianceGroups,
        int connectivity,
        EvidenceOptions evidence,
        VoxelModels voxels) {

    /** @throws InputException if a value is out of its range */
    public PermutationOptions {
        requireInRange(permutations, seed);
        Neighbours.requireConnectivity(connectivity);
    }

    /** A test with one design for all voxels, each tested alone. */
    public PermutationOptions(
            int permutations,
            int seed,
            Tail tail,
            ShuffleOptions shuffle,
            Optional<BlockLabels> varianceGroups,
            int connectivity,
            EvidenceOptions evidence) {
        this(permutations, seed, tail, shuffle, varianceGroups, connectivity, evidence, VoxelModels.ALIKE);
    }

    /** The same test with another statistic. */
    public PermutationOptions with(VoxelModels others) {
        return new PermutationOptions(
                permutations, seed, tail, shuffle, varianceGroups, connectivity, evidence, others);
    }

    /** The scheme that the model calls for, a single variance, neighbours that share a face, and counted p-values. */
    public static PermutationOptions of(int permutations, int seed, Tail tail) {
        return new PermutationOptions(
                permutations, seed, tail, ShuffleOptions.automatic(), Optional.empty(), 6, EvidenceOptions.COUNTED);
    }

    /** @throws InputException if there are no shuffles or the seed is negative */
    public static void requireInRange(int permutations, int seed) {
        if (permutations < 1)
            throw new InputException("permutations: found " + permutations + ", expected a number of at least 1.");
        if (seed < 0) throw new InputException("seed: found " + seed + ", expected a number from 0 to 2147483647.");
    }
}
