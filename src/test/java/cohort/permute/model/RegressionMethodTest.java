package cohort.permute.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.design.matrix.Columns;
import cohort.permute.Hypothesis;
import cohort.permute.ShuffleOptions;
import cohort.permute.ShufflePlan;
import cohort.permute.ShufflePlanner;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.shuffle.ShuffleScheme;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each method against Table 2 of Winkler et al. 2014, word by word: data are shuffled and fitted anew. */
class RegressionMethodTest {
    private static final int N = 8, V = 5;

    private final Random random = new Random(4);
    private final SimpleMatrix data = normal(V);

    private SimpleMatrix normal(int columns) {
        SimpleMatrix matrix = new SimpleMatrix(N, columns);
        for (int i = 0; i < N; i++) for (int c = 0; c < columns; c++) matrix.set(i, c, random.nextGaussian() + 0.5);
        return matrix;
    }

    /** An intercept, a group, two covariates. */
    private SimpleMatrix design() {
        SimpleMatrix design = normal(4);
        for (int i = 0; i < N; i++) {
            design.set(i, 0, 1);
            design.set(i, 1, i % 2);
        }
        return design;
    }

    private static SimpleMatrix contrast(String text) {
        String[] rows = text.split(";");
        SimpleMatrix contrast = new SimpleMatrix(rows.length, 4);
        for (int r = 0; r < rows.length; r++) {
            String[] weights = rows[r].strip().split(" ");
            for (int c = 0; c < 4; c++) contrast.set(r, c, Double.parseDouble(weights[c]));
        }
        return contrast;
    }

    private static SimpleMatrix hat(SimpleMatrix m) {
        return m.mult(m.pseudoInverse());
    }

    private static SimpleMatrix residual(SimpleMatrix m) {
        return SimpleMatrix.identity(N).minus(hat(m));
    }

    /** S, which takes row i of the shuffled design from row row[i]. */
    private static SimpleMatrix matrix(Shuffle shuffle) {
        SimpleMatrix s = new SimpleMatrix(N, N);
        for (int i = 0; i < N; i++) s.set(i, shuffle.row()[i], shuffle.sign()[i]);
        return s;
    }

    /** t for one row, F for several, of {@code contrast} in the regression of y on m. */
    private static double statistic(
            SimpleMatrix y, SimpleMatrix m, SimpleMatrix contrast, SimpleMatrix about, int dof) {
        SimpleMatrix beta = m.pseudoInverse().mult(y);
        SimpleMatrix rest = y.minus(m.mult(beta));
        double variance = rest.dot(rest) / dof;
        SimpleMatrix effect = contrast.mult(beta).minus(about);
        SimpleMatrix covariance =
                contrast.mult(m.transpose().mult(m).pseudoInverse()).mult(contrast.transpose());
        int q = contrast.numRows();
        return q == 1
                ? effect.get(0) / Math.sqrt(covariance.get(0) * variance)
                : effect.transpose().mult(covariance.invert()).mult(effect).get(0) / q / variance;
    }

    private static double brute(
            RegressionMethod method, SimpleMatrix y, SimpleMatrix d, SimpleMatrix c, Shuffle shuffle, int dof) {
        SimpleMatrix s = matrix(shuffle), p = s.transpose();
        int q = c.numRows();
        SimpleMatrix null0 = nullSpace(c);
        SimpleMatrix x = d.mult(c.pseudoInverse()), z = d.mult(null0), m = x.concatColumns(z);
        SimpleMatrix first = SimpleMatrix.identity(q).concatColumns(new SimpleMatrix(q, z.numCols()));
        SimpleMatrix zero = new SimpleMatrix(q, 1);
        return switch (method) {
            case FREEDMAN_LANE -> statistic(p.mult(residual(z)).plus(hat(z)).mult(y), m, first, zero, dof);
            case KENNEDY ->
                statistic(p.mult(residual(z)).mult(y), residual(z).mult(x), SimpleMatrix.identity(q), zero, dof);
            case MANLY -> statistic(p.mult(y), m, first, zero, dof);
            case TER_BRAAK ->
                statistic(
                        p.mult(residual(m)).plus(hat(m)).mult(y),
                        m,
                        first,
                        first.mult(m.pseudoInverse()).mult(y),
                        dof);
            case DRAPER_STONEMAN -> statistic(y, s.mult(x).concatColumns(z), first, zero, dof);
        };
    }

    private static SimpleMatrix nullSpace(SimpleMatrix c) {
        SimpleMatrix projection =
                SimpleMatrix.identity(c.numCols()).minus(c.pseudoInverse().mult(c));
        SimpleMatrix v = projection.svd().getU();
        return v.cols(0, c.numCols() - c.numRows());
    }

    /** The formulas of the table in {@link RegressionMethod}. */
    private static double own(ShuffledModel model, double[][] removed, SimpleMatrix y, Shuffle shuffle) {
        double[] data = new double[N];
        for (int i = 0; i < N; i++) data[i] = y.get(i);
        Columns.removeProjection(data, removed);
        double norm = Columns.norm(data), explained = 0, effect = 0, last = 0;
        double[][] design = model.design(shuffle);
        int q = model.effect().length;
        for (int c = 0; c < design.length; c++) {
            double dot = 0;
            for (int i = 0; i < N; i++) dot += design[c][i] * data[i] / norm;
            if (c < q) effect += dot * dot;
            else explained += dot * dot;
            if (c < q) last = dot;
        }
        double scale = model.degreesOfFreedom() / (1 - explained - effect);
        return q == 1 ? last * Math.sqrt(scale) : effect * scale / q;
    }

    private static ShufflePlan plan(RegressionMethod method, ShuffleScheme scheme, SimpleMatrix d, SimpleMatrix c) {
        ShuffleOptions options = new ShuffleOptions(scheme, method, Optional.empty(), true);
        return ShufflePlanner.plan(
                new DMatrixRMaj(d.getDDRM()),
                List.of(Hypothesis.of(new DMatrixRMaj(c.getDDRM()))),
                options,
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "FREEDMAN_LANE, 0 1 0 0",
        "FREEDMAN_LANE, 0 1 -2 0",
        "FREEDMAN_LANE, 0 1 0 0; 0 0 1 0",
        "KENNEDY, 0 1 0 0",
        "KENNEDY, 0 1 -2 0",
        "KENNEDY, 0 1 0 0; 0 0 1 0",
        "MANLY, 0 1 0 0",
        "MANLY, 1 0 0 0",
        "MANLY, 0 1 -2 0",
        "MANLY, 0 1 0 0; 0 0 1 1",
        "TER_BRAAK, 0 1 0 0",
        "TER_BRAAK, 0 1 -2 0",
        "TER_BRAAK, 0 1 0 0; 0 0 1 0",
        "DRAPER_STONEMAN, 0 1 0 0",
        "DRAPER_STONEMAN, 0 1 -2 0",
        "DRAPER_STONEMAN, 0 0 1 0; 0 0 1 1",
        "FREEDMAN_LANE, 0 1 0 0; 0 0 1 0; 0 0 0 1",
        "DRAPER_STONEMAN, 1 0 0 0; 0 1 0 0; 0 0 1 0; 0 0 0 1"
    })
    void isWhatShufflingTheDataWouldGive(RegressionMethod method, String weights) {
        SimpleMatrix d = design(), c = contrast(weights);
        for (ShuffleScheme scheme : List.of(ShuffleScheme.FLIPS, ShuffleScheme.PERMUTATIONS, ShuffleScheme.BOTH)) {
            ShufflePlan plan = plan(method, scheme, d, c);
            ShuffledModel model = plan.models().get(0);
            assertEquals(4, model.degreesOfFreedom());
            Iterator<Shuffle> shuffles = plan.shuffling().random(1);
            for (int k = 0; k < 20; k++) {
                Shuffle shuffle = shuffles.next();
                for (int v = 0; v < V; v++) {
                    SimpleMatrix y = data.extractVector(false, v);
                    double expected = brute(method, y, d, c, shuffle, 4);
                    assertEquals(
                            expected, own(model, model.removed(), y, shuffle), 1e-8 * Math.max(1, Math.abs(expected)));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(RegressionMethod.class)
    void startsFromTheSameStatistic(RegressionMethod method) {
        for (String weights : List.of("0 1 0 0", "0 1 0 0; 0 0 1 0")) {
            SimpleMatrix d = design(), c = contrast(weights);
            ShuffledModel model =
                    plan(method, ShuffleScheme.BOTH, d, c).models().get(0);
            for (int v = 0; v < V; v++) {
                SimpleMatrix y = data.extractVector(false, v);
                double expected = statistic(y, d, c, new SimpleMatrix(c.numRows(), 1), 4);
                assertEquals(expected, own(model, model.removedFromObserved(), y, Shuffle.identity(N)), 1e-9);
            }
        }
    }

    @Test
    void leavesOutTheNuisanceThatNoShuffleChanges() {
        SimpleMatrix d = design(), c = contrast("0 1 0 0");
        assertEquals(2, nuisance(RegressionMethod.FREEDMAN_LANE, ShuffleScheme.PERMUTATIONS, d, c));
        assertEquals(3, nuisance(RegressionMethod.FREEDMAN_LANE, ShuffleScheme.FLIPS, d, c));
        assertEquals(0, nuisance(RegressionMethod.KENNEDY, ShuffleScheme.FLIPS, d, c));
        assertEquals(
                1,
                plan(RegressionMethod.MANLY, ShuffleScheme.PERMUTATIONS, d, c)
                        .models()
                        .get(0)
                        .removed()
                        .length);
    }

    private static int nuisance(RegressionMethod method, ShuffleScheme scheme, SimpleMatrix d, SimpleMatrix c) {
        return plan(method, scheme, d, c).models().get(0).nuisance().length;
    }

    /** Swapping subjects whose rows are alike changes no bit; swapping two groups of one size changes the sign alone. */
    @Test
    void givesAlikeRowsTheSameBits() {
        SimpleMatrix d = new SimpleMatrix(N, 4);
        for (int i = 0; i < N; i++) d.setRow(i, 0, 1, i % 2, i / 4 * 0.3 + 0.1, i % 4 / 2 * 1.7);
        ShuffledModel model = plan(RegressionMethod.FREEDMAN_LANE, ShuffleScheme.PERMUTATIONS, d, contrast("0 1 0 0"))
                .models()
                .get(0);
        int[] swapped = {1, 0, 3, 2, 5, 4, 7, 6};
        double[] x = model.effect()[0];
        double[] opposite = new Shuffle(swapped, new int[] {-1, -1, -1, -1, -1, -1, -1, -1}).apply(x);
        assertArrayEquals(x, opposite);
    }

    @Test
    void drapersAndStonemansCountIsThatOfTheTestedColumnAlone() {
        SimpleMatrix d = design(), c = contrast("0 1 0 0");
        assertEquals(
                70,
                plan(RegressionMethod.DRAPER_STONEMAN, ShuffleScheme.PERMUTATIONS, d, c)
                        .shuffling()
                        .count());
        assertEquals(
                40320,
                plan(RegressionMethod.FREEDMAN_LANE, ShuffleScheme.PERMUTATIONS, d, c)
                        .shuffling()
                        .count());
    }

    @Test
    void isNamedAfterItsAuthors() {
        List<String> names = new ArrayList<>();
        for (RegressionMethod method : RegressionMethod.values()) {
            names.add(method.toString());
            assertEquals(method, RegressionMethod.of(method.toString()));
        }
        assertEquals(List.of("freedman-lane", "kennedy", "manly", "ter-braak", "draper-stoneman"), names);
        assertThrows(InputException.class, () -> RegressionMethod.of("fisher"));
    }
}
