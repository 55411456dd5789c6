package cohort.permute.local;

import cohort.InputException;
import cohort.matrix.VoxelMatrix;
import cohort.permute.model.ModelPartition;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Each voxel is tested with the subjects who have it: those whose value is not NaN. Voxels that lack the same subjects share a
 * model; each voxel's t or F becomes z by its own degrees of freedom, called zt and zF.
 *
 * <p>Shuffles are those of all subjects. A sign flip flips those who have the voxel. A permutation moves a subject's data, with the
 * gaps in them, to the row of another subject in all voxels alike, as PALM's {@code -imiss} does ({@code palm_core.m}): were the
 * subjects of each voxel permuted among themselves, those of two voxels would part, and null maps would be rougher than the data.
 * Permutations so assume that what is missing does not depend on the tested effect; sign flips do not.
 *
 * <pre>{@code
 * var options = PermutationOptions.of(5000, 0, Tail.BOTH).with(AvailableSubjects.ofMost(subjects, rank));
 * }</pre>
 *
 * @param least in voxels of fewer subjects the statistic is 0
 */
public record AvailableSubjects(int least) implements VoxelModels {
    private static final int FREEDOM = 8;
    private static final double SHARE = 0.8;

    /** @throws InputException if {@code least} is below 2 */
    public AvailableSubjects {
        if (least < 2)
            throw new InputException("least_subjects: found " + least + ", expected a number of at least 2.");
    }

    /** In voxels of at least 80 % of the subjects, and of 8 more than the design has independent regressors. */
    public static AvailableSubjects ofMost(int subjects, int rank) {
        return new AvailableSubjects(Math.max(rank + FREEDOM, (int) Math.ceil(SHARE * subjects)));
    }

    /**
     * How many subjects have each voxel.
     *
     * @param data 2D: axis 0 the voxels, axis 1 the subjects
     */
    public static int[] counts(RandomAccessibleInterval<? extends RealType<?>> data) {
        VoxelMatrix matrix = VoxelMatrix.of(data);
        int[] counts = new int[matrix.voxels()];
        matrix.forEach((first, n, rows) -> {
            for (int j = 0; j < n; j++) counts[first + j] = there(rows, j).cardinality();
        });
        return counts;
    }

    @Override
    public Optional<MapModel> of(Test test) {
        test.requirePlain();
        ModelPartition partition = test.partition();
        return Optional.of(new LocalStatistic(
                test.data(), (first, n, rows) -> designs(partition, n, rows), partition.effect().length, true));
    }

    @Override
    public boolean takesGaps() {
        return true;
    }

    private LocalDesign[] designs(ModelPartition partition, int n, double[][] rows) {
        Map<BitSet, LocalDesign> patterns = new HashMap<>();
        LocalDesign[] designs = new LocalDesign[n];
        for (int j = 0; j < n; j++)
            designs[j] = patterns.computeIfAbsent(there(rows, j), there -> design(partition, there));
        return designs;
    }

    /** Of voxels of too few subjects there are no rows, so that nothing can be tested. */
    private LocalDesign design(ModelPartition partition, BitSet there) {
        int[] rows = there.cardinality() < least ? new int[0] : there.stream().toArray();
        return new LocalDesign(rows, partition.effect(), partition.nuisance());
    }

    private static BitSet there(double[][] rows, int voxel) {
        BitSet there = new BitSet(rows.length);
        for (int i = 0; i < rows.length; i++) there.set(i, !Double.isNaN(rows[i][voxel]));
        return there;
    }
}
