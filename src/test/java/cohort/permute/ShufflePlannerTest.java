package cohort.permute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.design.matrix.BlockLabels;
import cohort.design.strata.SubjectFactor;
import cohort.permute.model.RegressionMethod;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.permute.shuffle.Shuffling;
import cohort.permute.shuffle.UnitRows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ShufflePlannerTest {
    private static final DMatrixRMaj AGE = columns(new double[][] {{1, 1, 1, 1, 1, 1}, {21, 35, 35, 40, 44, 60}});

    private static DMatrixRMaj columns(double[][] columns) {
        DMatrixRMaj matrix = new DMatrixRMaj(columns[0].length, columns.length);
        for (int c = 0; c < columns.length; c++)
            for (int i = 0; i < matrix.numRows; i++) matrix.set(i, c, columns[c][i]);
        return matrix;
    }

    private static DMatrixRMaj row(double... weights) {
        return new DMatrixRMaj(new double[][] {weights});
    }

    private static Shuffling plan(DMatrixRMaj design, ShuffleScheme scheme, int[] blocks, boolean within) {
        int[][] labels = new int[blocks.length][];
        for (int i = 0; i < labels.length; i++) labels[i] = new int[] {blocks[i]};
        Optional<BlockLabels> given = blocks.length == 0 ? Optional.empty() : Optional.of(new BlockLabels(labels));
        ShuffleOptions options = new ShuffleOptions(scheme, RegressionMethod.FREEDMAN_LANE, given, within);
        return ShufflePlanner.plan(design, List.of(Hypothesis.of(row(0, 1))), options, Optional.empty())
                .shuffling();
    }

    private static ShuffleScheme resolve(ShuffleScheme scheme, DMatrixRMaj design, DMatrixRMaj... contrasts) {
        List<Hypothesis> tests = Stream.of(contrasts).map(Hypothesis::of).toList();
        return ShufflePlanner.resolve(
                scheme,
                tests.stream().map(test -> design).toList(),
                tests,
                tests.stream().map(test -> UnitRows.single(design.numRows)).toList(),
                false);
    }

    @Test
    void theModelChoosesTheScheme() {
        ShuffleScheme auto = ShuffleScheme.AUTO;
        DMatrixRMaj mean = row(1, 0), slope = row(0, 1);
        assertEquals(ShuffleScheme.FLIPS, resolve(auto, AGE, mean));
        assertEquals(ShuffleScheme.PERMUTATIONS, resolve(auto, AGE, slope));
        assertEquals(ShuffleScheme.BOTH, resolve(auto, AGE, mean, slope));
        assertEquals(ShuffleScheme.FLIPS, resolve(ShuffleScheme.FLIPS, AGE, slope));
    }

    @Test
    void anInterceptAloneIsNotCalledRegressors() {
        double[] a = {1, 1, 0, 0, 0, 0}, b = {0, 0, 1, 1, 1, 1}, age = {21, 35, 33, 40, 44, 60};
        String alone = "the intercept, the only nuisance regressor, is handled by the Freedman-Lane method";
        assertEquals(alone, treatment(AGE, row(0, 1)));
        assertEquals(alone, treatment(columns(new double[][] {a, b}), row(1, -1)));
        String several = "nuisance regressors are handled by the Freedman-Lane method";
        assertEquals(several, treatment(columns(new double[][] {a, b, age}), row(1, -1, 0)));
        assertEquals(several, treatment(AGE, row(1, 0)));
    }

    private static String treatment(DMatrixRMaj design, DMatrixRMaj contrast) {
        String reason = ShufflePlanner.plan(
                        design, List.of(Hypothesis.of(contrast)), ShuffleOptions.automatic(), Optional.empty())
                .reason();
        return reason.substring(reason.indexOf("; ") + 2);
    }

    /** Whether a contrast is a mean is a matter of the hypothesis, not of the coding. */
    @Test
    void aGroupsMeanIsAMeanWhateverItsColumnsAre() {
        double[] one = {1, 1, 1, 1, 1, 1},
                a = {1, 1, 0, 0, 0, 0},
                b = {0, 0, 1, 1, 1, 1},
                age = {21, 35, 33, 40, 44, 60};
        ShuffleScheme auto = ShuffleScheme.AUTO, flips = ShuffleScheme.FLIPS, exchanged = ShuffleScheme.PERMUTATIONS;
        DMatrixRMaj cells = columns(new double[][] {a, b}), coded = columns(new double[][] {one, b});
        assertEquals(flips, resolve(auto, cells, row(1, 0)));
        assertEquals(flips, resolve(auto, cells, row(.5, .5)));
        assertEquals(flips, resolve(auto, cells, new DMatrixRMaj(new double[][] {{1, 0}, {0, 1}})));
        assertEquals(exchanged, resolve(auto, cells, row(1, -1)));
        assertEquals(flips, resolve(auto, coded, row(1, 0)));
        assertEquals(flips, resolve(auto, coded, row(1, 1)));
        assertEquals(flips, resolve(auto, coded, new DMatrixRMaj(new double[][] {{1, 0}, {0, 1}})));
        assertEquals(exchanged, resolve(auto, coded, row(0, 1)));
        DMatrixRMaj aged = columns(new double[][] {a, b, age}), codedAndAged = columns(new double[][] {one, b, age});
        assertEquals(flips, resolve(auto, aged, row(1, 0, 0)));
        assertEquals(exchanged, resolve(auto, aged, row(1, -1, 0)));
        assertEquals(exchanged, resolve(auto, aged, row(0, 0, 1)));
        assertEquals(flips, resolve(auto, codedAndAged, row(1, 1, 0)));
        assertEquals(exchanged, resolve(auto, codedAndAged, row(0, 1, 0)));
    }

    @Test
    void subjectsOfOneAgeAreInterchangeable() {
        assertEquals(360, plan(AGE, ShuffleScheme.AUTO, new int[0], true).count());
    }

    @Test
    void contrastsTestedTogetherShareTheirShuffles() {
        DMatrixRMaj groups = columns(new double[][] {{1, 1, 0, 0, 0, 0}, {0, 0, 1, 1, 0, 0}, {0, 0, 0, 0, 1, 1}});
        ShuffleOptions options = ShuffleOptions.automatic();
        ShufflePlan plan = ShufflePlanner.plan(
                groups, List.of(Hypothesis.of(row(1, -1, 0)), Hypothesis.of(row(0, 1, -1))), options, Optional.empty());
        assertEquals(2, plan.models().size());
        assertEquals(90, plan.shuffling().count());
    }

    /** Contrast of one group with the other two, which differ: their difference is nuisance, and is shuffled too. */
    @Test
    void theNuisanceTellsSubjectsApart() {
        DMatrixRMaj groups = columns(new double[][] {{1, 1, 0, 0, 0, 0}, {0, 0, 1, 1, 0, 0}, {0, 0, 0, 0, 1, 1}});
        assertEquals(
                90,
                ShufflePlanner.plan(
                                groups,
                                List.of(Hypothesis.of(row(2, -1, -1))),
                                ShuffleOptions.automatic(),
                                Optional.empty())
                        .shuffling()
                        .count());
    }

    @Test
    void refusesWhatWouldChangeNothing() {
        assertEquals(
                "shuffle: found permutations within 5 blocks, which do not change the tested effect, expected a"
                        + " scheme that does; choose another scheme or other blocks.",
                assertThrows(
                                InputException.class,
                                () -> plan(AGE, ShuffleScheme.PERMUTATIONS, new int[] {1, 2, 2, 3, 4, 5}, true))
                        .getMessage());
        assertEquals(
                "blocks: found 2 rows, expected 6, one for each map.",
                assertThrows(InputException.class, () -> plan(AGE, ShuffleScheme.PERMUTATIONS, new int[] {1, 2}, true))
                        .getMessage());
        assertThrows(InputException.class, () -> plan(AGE, ShuffleScheme.BOTH, new int[] {1, 1, 2, 2, 2, 2}, false));
        assertEquals(
                "blocks: found both 2 and -2, expected each block with one sign.",
                assertThrows(
                                InputException.class,
                                () -> plan(AGE, ShuffleScheme.FLIPS, new int[] {1, 2, -2, 3, 3, 4}, false))
                        .getMessage());
    }

    @Test
    void wholeBlocksMayDifferInSizeIfOnlyFlipped() {
        assertEquals(
                4,
                plan(AGE, ShuffleScheme.FLIPS, new int[] {1, 1, 2, 2, 2, 2}, false)
                        .count());
    }

    /** The subject's mean is nuisance that no exchange within subjects changes. */
    @Test
    void aPairedTestHasNoNuisanceLeft() {
        double[][] paired = {
            {0, 1, 0, 1, 0, 1}, {1, 1, 0, 0, 0, 0}, {0, 0, 1, 1, 0, 0}, {0, 0, 0, 0, 1, 1},
        };
        DMatrixRMaj design = columns(paired), contrast = row(1, 0, 0, 0);
        Optional<BlockLabels> subjects = SubjectFactor.blocks(design, contrast);
        ShufflePlan plan = ShufflePlanner.plan(
                design,
                List.of(Hypothesis.of(contrast)),
                new ShuffleOptions(ShuffleScheme.AUTO, RegressionMethod.FREEDMAN_LANE, subjects, true),
                Optional.empty());
        assertEquals("permutations within 3 blocks", plan.shuffling().name());
        assertEquals(8, plan.shuffling().count());
        assertEquals(0, plan.models().get(0).nuisance().length);
        double[] x = plan.models().get(0).effect()[0];
        assertArrayEquals(new double[] {-x[1], x[1], -x[1], x[1], -x[1], x[1]}, x);
    }
}
