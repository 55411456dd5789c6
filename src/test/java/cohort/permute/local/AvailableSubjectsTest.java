package cohort.permute.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.Progress;
import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.permute.EvidenceOptions;
import cohort.permute.Hypothesis;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationOptions;
import cohort.permute.PermutedContrast;
import cohort.permute.ShuffleOptions;
import cohort.permute.model.NormalDeviates;
import cohort.permute.model.RegressionMethod;
import cohort.permute.nulls.Approximation;
import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.permute.statistic.ClusterMass;
import cohort.permute.statistic.ClusterSize;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each voxel with its own subjects, shuffle for shuffle as NumPy and SciPy compute it ({@code voxel_models.py}). */
class AvailableSubjectsTest {
    private static final Grid GRID = TinyCohort.grid();

    /** The gaps of {@code voxel_models.py}. */
    static double[][] gappy() {
        double[][] maps = TinyTests.maps();
        for (int s = 0; s < maps.length; s++)
            for (int v = 0; v < maps[s].length; v++) {
                int index = TinyTests.MASK.gridIndex(v);
                int i = GRID.coordinate(index, 0), j = GRID.coordinate(index, 1), k = GRID.coordinate(index, 2);
                if (maps[s][v] == 0 || i < 6 && (3 * (i / 2) + 5 * (j / 3) + 7 * (k / 2) + 2 * s) % 9 == 0)
                    maps[s][v] = Double.NaN;
            }
        return maps;
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-sample", "age", "group-age", "group-age-f"})
    void agreesWithNumpyVoxelByVoxelAndShuffleForShuffle(String model) {
        ReferenceTable expected = ReferenceTable.read("available-maps.tsv");
        int[] voxels = expected.integers("voxel");
        boolean[] inside = new boolean[GRID.voxels()];
        for (int v : voxels) inside[v] = true;
        double[][] all = gappy(), maps = new double[all.length][voxels.length];
        for (int v = 0, kept = 0; v < TinyTests.MASK.size(); v++)
            if (inside[TinyTests.MASK.gridIndex(v)]) {
                for (int s = 0; s < maps.length; s++) maps[s][kept] = all[s][v];
                kept++;
            }
        PermutedContrast found = PermutationInference.test(
                        TinyTests.data(maps),
                        Mask.of(GRID, inside),
                        TinyTests.design(model),
                        List.of(Hypothesis.of(TinyTests.contrast(model))),
                        PermutationOptions.of(40, 42, Tail.POSITIVE).with(new AvailableSubjects(9)),
                        Progress.NONE)
                .contrasts()
                .get(0);
        assertArrayEquals(
                expected.numbers(model + "-statistic"),
                found.untransformed().orElseThrow().map(),
                1e-9);
        assertArrayEquals(
                expected.numbers(model + "-z"), found.statistics().get(0).map(), 1e-8);
        assertArrayEquals(
                ReferenceTable.read("available-nulls.tsv").numbers(model),
                found.statistics().get(0).nulls().maxima(),
                1e-8);
    }

    private static PermutedContrast run(double[][] maps, PermutationOptions options) {
        return TinyTests.test(maps, "age", options);
    }

    /** Without gaps t is that of one design for all, and z its z. */
    @Test
    void withoutGapsItIsTheZOfT() {
        PermutationOptions options = PermutationOptions.of(30, 1, Tail.BOTH);
        PermutedContrast plain = run(TinyTests.maps(), options),
                local = run(TinyTests.maps(), options.with(new AvailableSubjects(12)));
        NormalDeviates deviates = new NormalDeviates(1);
        assertArrayEquals(
                plain.statistics().get(0).map(),
                local.untransformed().orElseThrow().map(),
                1e-9);
        assertArrayEquals(
                Arrays.stream(plain.statistics().get(0).nulls().maxima())
                        .map(t -> deviates.z(t, 10))
                        .toArray(),
                local.statistics().get(0).nulls().maxima(),
                1e-9);
        assertArrayEquals(
                plain.statistics().get(0).logP(), local.statistics().get(0).logP(), 1e-12);
    }

    /**
     * Where only maxima and clusters are asked for, z is computed of few voxels; where each voxel's shuffles are counted, of all. The
     * maxima are the same to the last bit.
     */
    @ParameterizedTest
    @CsvSource({"age, BOTH", "age, POSITIVE", "one-sample, NEGATIVE", "group-age-f, POSITIVE"})
    void maximaAreThoseOfMapsWhoseEveryVoxelIsTransformed(String model, Tail tail) {
        assertArrayEquals(maxima(model, tail, true), maxima(model, tail, false));
    }

    private static double[][] maxima(String model, Tail tail, boolean everyVoxel) {
        PermutationOptions options = new PermutationOptions(
                200,
                3,
                tail,
                ShuffleOptions.automatic(),
                Optional.empty(),
                6,
                new EvidenceOptions(Approximation.NONE, everyVoxel, 0),
                new AvailableSubjects(9));
        return PermutationInference.test(
                        TinyTests.data(gappy()),
                        TinyTests.MASK,
                        TinyTests.design(model),
                        List.of(new Hypothesis(
                                TinyTests.contrast(model), List.of(new ClusterSize(2.3), new ClusterMass(2.3)))),
                        options,
                        Progress.NONE)
                .contrasts()
                .get(0)
                .statistics()
                .stream()
                .map(statistic -> statistic.nulls().maxima())
                .toArray(double[][]::new);
    }

    @Test
    void voxelsOfTooFewSubjectsSayNothing() {
        double[][] maps = gappy();
        int[] counts = AvailableSubjects.counts(TinyTests.data(maps));
        double[] map = run(maps, PermutationOptions.of(5, 1, Tail.BOTH).with(new AvailableSubjects(10)))
                .statistics()
                .get(0)
                .map();
        for (int v = 0; v < map.length; v++) {
            int voxel = v;
            assertEquals(
                    Arrays.stream(maps).filter(of -> !Double.isNaN(of[voxel])).count(), counts[v]);
            assertEquals(counts[v] >= 10, map[v] != 0, "voxel " + v);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 2, 10", "30, 2, 24", "31, 2, 25", "12, 5, 13"})
    void mostAreFourFifthsAndEightMoreThanRegressors(int subjects, int rank, int least) {
        assertEquals(least, AvailableSubjects.ofMost(subjects, rank).least());
    }

    @Test
    void otherMethodsAreRefused() {
        ShuffleOptions kennedy =
                new ShuffleOptions(ShuffleScheme.AUTO, RegressionMethod.KENNEDY, Optional.empty(), true);
        PermutationOptions options = new PermutationOptions(
                5, 1, Tail.BOTH, kennedy, Optional.empty(), 6, EvidenceOptions.COUNTED, new AvailableSubjects(9));
        assertEquals(
                "method: found kennedy for models that differ between voxels, expected freedman-lane.",
                assertThrows(InputException.class, () -> run(gappy(), options)).getMessage());
        assertThrows(InputException.class, () -> new AvailableSubjects(1));
    }
}
