package cohort.permute.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.image.Grid;
import cohort.matrix.VoxelMatrix;
import cohort.permute.CorrectedMap;
import cohort.permute.Hypothesis;
import cohort.permute.PermutationOptions;
import cohort.permute.nulls.Tail;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A map as a covariate, shuffle for shuffle as NumPy computes it ({@code voxel_models.py}). */
class CovariateMapsTest {

    /** Another subject's map upside down, and a quarter more for each subject. */
    private static double[][] covariate() {
        double[][] all = TinyCohort.maps(), maps = new double[all.length][TinyTests.MASK.size()];
        Grid grid = TinyCohort.grid();
        for (int s = 0; s < maps.length; s++)
            for (int v = 0; v < maps[s].length; v++) {
                int index = TinyTests.MASK.gridIndex(v);
                int turned = grid.index(
                        grid.coordinate(index, 0),
                        grid.coordinate(index, 1),
                        grid.nz() - 1 - grid.coordinate(index, 2));
                maps[s][v] = all[(5 * s + 3) % all.length][turned] + 0.25 * s;
            }
        return maps;
    }

    private static DMatrixRMaj contrast(String tested) {
        return new DMatrixRMaj(
                switch (tested) {
                    case "age" -> new double[][] {{0, 1, 0}};
                    case "map" -> new double[][] {{0, 0, 1}};
                    default -> new double[][] {{0, 1, 0}, {0, 0, 1}};
                });
    }

    private static CorrectedMap run(DMatrixRMaj contrast, double[][] covariate) {
        DMatrixRMaj design = new DMatrixRMaj(TinyCohort.SUBJECTS, 3);
        for (int s = 0; s < design.numRows; s++) {
            design.set(s, 0, 1);
            design.set(s, 1, TinyCohort.age()[s]);
            design.set(s, 2, s * s);
        }
        CovariateMaps maps = CovariateMaps.of(design, List.of(2), List.of(VoxelMatrix.of(TinyTests.data(covariate))));
        return TinyTests.test(
                        TinyTests.maps(),
                        design,
                        Hypothesis.of(contrast),
                        PermutationOptions.of(40, 42, Tail.POSITIVE).with(maps))
                .statistics()
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"age", "map", "both"})
    void agreesWithNumpyVoxelByVoxelAndShuffleForShuffle(String tested) {
        CorrectedMap found = run(contrast(tested), covariate());
        assertArrayEquals(ReferenceTable.read("covariate-maps.tsv").numbers(tested + "-statistic"), found.map(), 1e-8);
        assertArrayEquals(
                ReferenceTable.read("covariate-nulls.tsv").numbers(tested),
                found.nulls().maxima(),
                1e-8);
    }

    /** A covariate that is the same in all voxels is a column of the design. */
    @Test
    void aMapOfOneNumberASubjectIsAColumn() {
        double[][] covariate = TinyTests.maps();
        for (int s = 0; s < covariate.length; s++) Arrays.fill(covariate[s], s * s);
        DMatrixRMaj design = new DMatrixRMaj(TinyCohort.SUBJECTS, 3);
        for (int s = 0; s < design.numRows; s++) {
            design.set(s, 0, 1);
            design.set(s, 1, TinyCohort.age()[s]);
            design.set(s, 2, s * s);
        }
        CorrectedMap column = TinyTests.test(
                        TinyTests.maps(),
                        design,
                        Hypothesis.of(contrast("age")),
                        PermutationOptions.of(40, 42, Tail.POSITIVE))
                .statistics()
                .get(0);
        CorrectedMap map = run(contrast("age"), covariate);
        assertArrayEquals(column.map(), map.map(), 1e-9);
        assertArrayEquals(column.nulls().maxima(), map.nulls().maxima(), 1e-9);
        assertArrayEquals(column.logP(), map.logP(), 1e-12);
    }

    /** Where a covariate is constant, it cannot be told from the intercept. */
    @Test
    void whereTheEffectCannotBeEstimatedTheStatisticIsZero() {
        double[][] covariate = covariate();
        for (double[] map : covariate) map[17] = 3;
        double[] map = run(contrast("map"), covariate).map();
        assertTrue(map[17] == 0 && map[18] != 0);
    }

    @Test
    void mapsThatDoNotFitAreRefused() {
        double[][] few = Arrays.copyOf(covariate(), 11);
        assertTrue(assertThrows(InputException.class, () -> run(contrast("age"), few))
                .getMessage()
                .contains("found a covariate of 11 subjects, expected 12"));
    }
}
