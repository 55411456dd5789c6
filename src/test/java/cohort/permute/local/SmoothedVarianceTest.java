package cohort.permute.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.ReferenceTable;
import cohort.permute.CorrectedMap;
import cohort.permute.Hypothesis;
import cohort.permute.PermutationOptions;
import cohort.permute.PermutedContrast;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterSize;
import cohort.permute.statistic.EnhancedStatistic;
import java.util.Arrays;
import java.util.List;
import net.imglib2.parallel.Parallelization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pseudo-t and pseudo-F, shuffle for shuffle as NumPy and SciPy compute them ({@code smoothed_variance.py}). */
class SmoothedVarianceTest {
    private static final double FWHM = 8;

    private static PermutedContrast run(String model, Tail tail, VoxelModels voxels) {
        return TinyTests.test(
                TinyTests.maps(),
                TinyTests.design(model),
                new Hypothesis(TinyTests.contrast(model), List.of(new ClusterSize(2.5), EnhancedStatistic.DEFAULT)),
                PermutationOptions.of(40, 42, tail).with(voxels));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-sample", "age", "group-age", "group-age-f"})
    void agreesWithNumpyShuffleForShuffle(String model) {
        CorrectedMap map = run(model, Tail.POSITIVE, new SmoothedVariance(FWHM))
                .statistics()
                .get(0);
        assertEquals(model.endsWith("f") ? "pseudoF" : "pseudoT", map.name());
        assertArrayEquals(
                ReferenceTable.read("pseudo-nulls.tsv").numbers(model),
                map.nulls().maxima(),
                1e-9);
        assertArrayEquals(ReferenceTable.read("pseudo-maps.tsv").numbers(model), map.map(), 1e-9);
    }

    /** A kernel that reaches no neighbour leaves the variance as it is; all else goes other ways to the same numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"one-sample", "age", "group-age", "group-age-f"})
    void withoutNeighboursItIsT(String model) {
        PermutedContrast pseudo = run(model, Tail.BOTH, new SmoothedVariance(1e-3)),
                plain = run(model, Tail.BOTH, VoxelModels.ALIKE);
        for (int s = 0; s < 3; s++) {
            CorrectedMap a = plain.statistics().get(s), b = pseudo.statistics().get(s);
            double scale = Arrays.stream(a.nulls().maxima()).max().orElseThrow();
            assertArrayEquals(a.nulls().maxima(), b.nulls().maxima(), 1e-9 * scale, a.name());
            assertArrayEquals(a.map(), b.map(), 1e-9 * scale, a.name());
            assertArrayEquals(a.logP(), b.logP(), 1e-12, a.name());
        }
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        PermutedContrast
                one = Parallelization.runSingleThreaded(() -> run("group-age", Tail.BOTH, new SmoothedVariance(FWHM))),
                four =
                        Parallelization.runWithNumThreads(
                                4, () -> run("group-age", Tail.BOTH, new SmoothedVariance(FWHM)));
        for (int s = 0; s < 3; s++)
            assertArrayEquals(
                    one.statistics().get(s).nulls().maxima(),
                    four.statistics().get(s).nulls().maxima());
    }

    /** In units ten times as large each voxel has the same pseudo-t. */
    @Test
    void unitsDoNotMatter() {
        double[][] large = TinyTests.maps();
        for (double[] map : large) for (int v = 0; v < map.length; v++) map[v] *= 1024;
        PermutationOptions options = PermutationOptions.of(5, 0, Tail.BOTH).with(new SmoothedVariance(FWHM));
        double[] scaled =
                TinyTests.test(large, "age", options).statistics().get(0).map();
        double[] map = run("age", Tail.BOTH, new SmoothedVariance(FWHM))
                .statistics()
                .get(0)
                .map();
        assertArrayEquals(map, scaled, 1e-12);
        assertTrue(Arrays.stream(map).map(Math::abs).max().orElseThrow() > 3);
    }
}
