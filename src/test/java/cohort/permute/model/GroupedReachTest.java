package cohort.permute.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.design.matrix.BlockLabels;
import cohort.matrix.VoxelMatrix;
import cohort.permute.Hypothesis;
import cohort.permute.ShuffleOptions;
import cohort.permute.ShufflePlanner;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupedReachTest {
    private static final int VOXELS = 400;

    private static ShuffledModel model(int[] labels, double[] contrast, double[][] covariates) {
        int groups = Arrays.stream(labels).max().orElseThrow();
        DMatrixRMaj design = new DMatrixRMaj(labels.length, groups + covariates.length);
        for (int i = 0; i < labels.length; i++) {
            design.set(i, labels[i] - 1, 1);
            for (int c = 0; c < covariates.length; c++) design.set(i, groups + c, covariates[c][i]);
        }
        return ShufflePlanner.plan(
                        design,
                        List.of(Hypothesis.of(new DMatrixRMaj(1, contrast.length, true, contrast))),
                        new ShuffleOptions(ShuffleScheme.FLIPS, RegressionMethod.FREEDMAN_LANE, Optional.empty(), true),
                        Optional.of(new BlockLabels(IntStream.of(labels)
                                .mapToObj(label -> new int[] {label})
                                .toArray(int[][]::new))))
                .models()
                .get(0);
    }

    private static int[] labels(int first, int second) {
        return IntStream.range(0, first + second).map(i -> i < first ? 1 : 2).toArray();
    }

    private static double[][] covariates(int count, int subjects, Random random) {
        return IntStream.range(0, count)
                .mapToObj(c -> random.doubles(subjects, -1, 1).toArray())
                .toArray(double[][]::new);
    }

    /** With groups of one size and no covariates v is t, and both bounds are the degrees of freedom. */
    @Test
    void ofEqualGroupsIsThatOfT() {
        ShuffledModel model = model(labels(9, 9), new double[] {1, -1}, new double[0][]);
        GroupedStatistic statistic = (GroupedStatistic) model.statistic();
        GroupedReach reach = GroupedReach.of(statistic, model).orElseThrow();
        double least = new GroupedLevels(statistic).least(3);
        assertEquals(Math.sqrt(least / (16 + least)), reach.reach(3), 1e-6);
    }

    /** Whoever exceeds a z has the reach that it takes, and has that of a rival whom it exceeds. */
    @ParameterizedTest
    @CsvSource({"10, 10, 0", "12, 9, 0", "14, 7, 1", "20, 15, 4", "7, 7, 3"})
    void noVoxelExceedsWhatItsReachAllows(int first, int second, int count) {
        Random random = new Random(first);
        int n = first + second;
        double[] contrast = new double[2 + count];
        contrast[0] = 1;
        contrast[1] = -1;
        ShuffledModel model = model(labels(first, second), contrast, covariates(count, n, random));
        GroupedStatistic statistic = (GroupedStatistic) model.statistic();
        GroupedReach reach = GroupedReach.of(statistic, model).orElseThrow();
        double[] data = new double[n * VOXELS];
        for (int i = 0; i < n; i++)
            for (int v = 0; v < VOXELS; v++) // of any ratio of variances, and of any effect
            data[i * VOXELS + v] = (i < first ? v % 5 * v % 5 : 1) * random.nextGaussian() + (i < first ? v % 7 : 0);
        VoxelTile tile = new VoxelTile(VoxelMatrix.of(ArrayImgs.doubles(data, VOXELS, n)), model.removed());
        tile.moveTo(0);
        double[][] design = model.design(Shuffle.identity(n));
        double[] z = new double[VOXELS], has = new double[VOXELS];
        for (int v = 0; v < VOXELS; v++) {
            double[] y = tile.residuals(v);
            double b = product(design[0], y), a = 0;
            for (int c = 1; c < design.length - 1; c++) a += Math.pow(product(design[c], y), 2);
            z[v] = statistic.on(tile).value(design, v);
            has[v] = Math.signum(b) * Math.sqrt(b * b / (1 - a));
            assertTrue(z[v] <= 0 || has[v] > reach.reach(z[v] - 1e-9), z[v] + " with " + has[v]);
        }
        for (int v = 0; v < VOXELS; v++)
            for (int u = 0; u < VOXELS; u++)
                if (z[v] > z[u] && z[u] > 0)
                    assertTrue(has[v] >= reach.rival(has[u]), z[v] + " with " + has[v] + " beyond " + z[u]);
    }

    private static double product(double[] x, double[] y) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
    }

    /** The other group alone tells a slope that both share, and two groups tell nothing of a third one's variance. */
    @Test
    void thereIsNoneWhereAGroupNeedNotContribute() {
        Random random = new Random(2);
        double[][] slope = covariates(1, 18, random);
        ShuffledModel shared = model(labels(9, 9), new double[] {0, 0, 1}, slope);
        assertEquals(Optional.empty(), GroupedReach.of((GroupedStatistic) shared.statistic(), shared));
        int[] three = IntStream.range(0, 18).map(i -> i % 3 + 1).toArray();
        ShuffledModel pair = model(three, new double[] {1, -1, 0}, new double[0][]);
        assertEquals(Optional.empty(), GroupedReach.of((GroupedStatistic) pair.statistic(), pair));
    }
}
