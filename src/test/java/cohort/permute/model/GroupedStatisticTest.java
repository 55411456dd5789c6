package cohort.permute.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.design.matrix.BlockLabels;
import cohort.matrix.VoxelMatrix;
import cohort.permute.Hypothesis;
import cohort.permute.ShuffleOptions;
import cohort.permute.ShufflePlan;
import cohort.permute.ShufflePlanner;
import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GroupedStatisticTest {
    private static final double[] A = {3.1, 2.7, 4.4, 3.9, 3.3},
            B = {1.2, 5.5, -2.0, 7.1, 0.3, 2.2, 9.4},
            C = {4.0, 4.2, 3.7, 4.9};

    private static Optional<BlockLabels> groups(int... labels) {
        return Optional.of(new BlockLabels(
                IntStream.of(labels).mapToObj(label -> new int[] {label}).toArray(int[][]::new)));
    }

    private static ShufflePlan plan(SimpleMatrix design, SimpleMatrix contrast, ShuffleScheme scheme, int... labels) {
        return ShufflePlanner.plan(
                new DMatrixRMaj(design.getDDRM()),
                List.of(Hypothesis.of(new DMatrixRMaj(contrast.getDDRM()))),
                new ShuffleOptions(scheme, RegressionMethod.FREEDMAN_LANE, Optional.empty(), true),
                groups(labels));
    }

    private static double own(ShuffledModel model, double[] y, Shuffle shuffle) {
        VoxelTile tile = new VoxelTile(VoxelMatrix.of(ArrayImgs.doubles(y, 1, y.length)), model.removed());
        tile.moveTo(0);
        double[] values = new double[VoxelTile.SIZE];
        model.statistic()
                .on(tile)
                .values(model.design(shuffle), Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, values);
        return values[0];
    }

    /** Cell means of one group after the other. */
    private static double unshuffled(SimpleMatrix contrast, double[]... samples) {
        double[] y = Arrays.stream(samples).flatMapToDouble(Arrays::stream).toArray();
        SimpleMatrix design = new SimpleMatrix(y.length, samples.length);
        int[] labels = new int[y.length];
        for (int g = 0, i = 0; g < samples.length; g++)
            for (int k = 0; k < samples[g].length; k++, i++) {
                design.set(i, g, 1);
                labels[i] = 10 - g;
            }
        ShuffledModel model = plan(design, contrast, ShuffleScheme.PERMUTATIONS, labels)
                .models()
                .get(0);
        return own(model, y, Shuffle.identity(y.length));
    }

    @Test
    void ofTwoGroupsIsTheZOfWelchsT() {
        // scipy.stats.norm.isf(t.sf(...)) of ttest_ind(a, b, equal_var=False), whose t is 0.0602 with 6.454 degrees of
        // freedom
        assertEquals(0.0579362146979716, unshuffled(new SimpleMatrix(new double[][] {{1, -1}}), A, B), 1e-12);
    }

    /** scipy.stats as above: only the other group's variance counts. */
    @Test
    void aGroupOfEqualValuesHasNoVariance() {
        SimpleMatrix difference = new SimpleMatrix(new double[][] {{1, -1}});
        double[] constant = {2.1, 2.1, 2.1, 2.1, 2.1, 2.1};
        assertEquals(2.5721036982256305, unshuffled(difference, A, constant), 1e-6);
        assertEquals(-1.6882436462157777, unshuffled(difference, new double[] {0.3, 0.3, 0.3}, B), 1e-6);
        assertEquals(-0.8891900184743315, unshuffled(difference, new double[6], new double[] {0, 0, 0, 1, 0}), 1e-6);
        double[] nearly = {2.1001, 2.0999, 2.1001, 2.0999, 2.1001, 2.0999};
        SimpleMatrix differences = new SimpleMatrix(new double[][] {{1, -1, 0}, {0, 1, -1}});
        assertEquals(unshuffled(differences, A, nearly, C), unshuffled(differences, A, constant, C), 1e-6);
    }

    @Test
    void ofThreeGroupsIsTheZOfWelchsF() {
        // scipy.stats.norm.isf of the p-value of f_oneway(a, b, c, equal_var=False), whose F is 1.599
        assertEquals(
                0.6540842779445851,
                unshuffled(new SimpleMatrix(new double[][] {{1, -1, 0}, {0, 1, -1}}), A, B, C),
                1e-12);
    }

    /** The z of equations 5 to 7 of Winkler et al. 2014 for the data (P R_Z + H_Z) y. */
    private static double brute(SimpleMatrix y, SimpleMatrix m, SimpleMatrix c, int[] labels, SimpleMatrix p) {
        int n = m.numRows(), s = c.numRows();
        SimpleMatrix nuisance =
                SimpleMatrix.identity(m.numCols()).minus(c.pseudoInverse().mult(c));
        SimpleMatrix z = m.mult(nuisance), hz = z.mult(z.pseudoInverse());
        SimpleMatrix shuffled =
                p.mult(SimpleMatrix.identity(n).minus(hz)).plus(hz).mult(y);
        SimpleMatrix r = SimpleMatrix.identity(n).minus(m.mult(m.pseudoInverse()));
        SimpleMatrix beta = m.pseudoInverse().mult(shuffled), rest = r.mult(shuffled);
        SimpleMatrix w = new SimpleMatrix(n, n);
        double sum = 0;
        for (int i = 0; i < n; i++) w.set(i, i, freedom(r, labels, labels[i]) / squares(rest, labels, labels[i]));
        for (int g : IntStream.of(labels).distinct().toArray()) {
            double share = 0;
            for (int i = 0; i < n; i++) if (labels[i] == g) share += w.get(i, i) / w.trace();
            sum += (1 - share) * (1 - share) / freedom(r, labels, g);
        }
        SimpleMatrix effect = c.mult(beta);
        SimpleMatrix covariance = c.mult(m.transpose().mult(w).mult(m).invert()).mult(c.transpose());
        double lambda = 1 + 2.0 * (s - 1) / (s * (s + 2)) * sum;
        double g = effect.transpose().mult(covariance.invert()).mult(effect).get(0) / (lambda * s);
        double freedom = s * (s + 2) / (3 * sum);
        double tail = s == 1
                ? TDistribution.of(freedom).survivalProbability(Math.signum(effect.get(0)) * Math.sqrt(g))
                : FDistribution.of(s, freedom).survivalProbability(g);
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    }

    private static double freedom(SimpleMatrix r, int[] labels, int group) {
        return IntStream.range(0, labels.length)
                .filter(i -> labels[i] == group)
                .mapToDouble(i -> r.get(i, i))
                .sum();
    }

    private static double squares(SimpleMatrix rest, int[] labels, int group) {
        return IntStream.range(0, labels.length)
                .filter(i -> labels[i] == group)
                .mapToDouble(i -> rest.get(i) * rest.get(i))
                .sum();
    }

    @ParameterizedTest
    @EnumSource(
            value = ShuffleScheme.class,
            names = {"FLIPS", "PERMUTATIONS", "BOTH"})
    void isWhatShufflingTheDataWouldGive(ShuffleScheme scheme) {
        Random random = new Random(3);
        int[] labels = {1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 1, 2};
        int n = labels.length;
        SimpleMatrix design = new SimpleMatrix(n, 4);
        for (int i = 0; i < n; i++)
            design.setRow(i, 0, 1, labels[i] == 2 ? 1 : 0, labels[i] == 3 ? 1 : 0, random.nextGaussian() + 2);
        for (SimpleMatrix contrast : List.of(
                new SimpleMatrix(new double[][] {{0, 1, -2, 0}}),
                new SimpleMatrix(new double[][] {{0, 0, 0, 1}}),
                new SimpleMatrix(new double[][] {{0, 1, 0, 0}, {0, 0, 1, 0}}))) {
            ShufflePlan plan = plan(design, contrast, scheme, labels);
            Iterator<Shuffle> shuffles = plan.shuffling().random(4);
            for (int k = 0; k < 30; k++) {
                Shuffle shuffle = shuffles.next();
                SimpleMatrix inverse = new SimpleMatrix(n, n);
                for (int i = 0; i < n; i++) inverse.set(shuffle.row()[i], i, shuffle.sign()[i]);
                double[] y = random.doubles(n, -3, 9).toArray();
                double expected = brute(new SimpleMatrix(n, 1, true, y), design, contrast, labels, inverse);
                assertEquals(expected, own(plan.models().get(0), y, shuffle), 1e-9 * Math.max(1, Math.abs(expected)));
            }
        }
    }

    /** Also where a group's values hardly differ. */
    @ParameterizedTest
    @EnumSource(
            value = ShuffleScheme.class,
            names = {"FLIPS", "PERMUTATIONS"})
    void oneVoxelAloneHasTheBitsThatItHasAmongAll(ShuffleScheme scheme) {
        int voxels = 300, n = 13;
        Random random = new Random(5);
        int[] labels = {1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 1, 2, 3};
        SimpleMatrix design = new SimpleMatrix(n, 4);
        double[] data = new double[n * voxels];
        for (int i = 0; i < n; i++) {
            design.setRow(i, 0, 1, labels[i] == 2 ? 1 : 0, labels[i] == 3 ? 1 : 0, random.nextGaussian());
            for (int v = 0; v < voxels; v++)
                data[i * voxels + v] = labels[i] + random.nextGaussian() * (labels[i] == v % 5 ? 1e-9 * v : 1);
        }
        for (double[][] rows : new double[][][] {{{0, 1, -1, 0}}, {{0, 0, 0, 1}}, {{0, 1, 0, 0}, {0, 0, 1, 0}}}) {
            ShufflePlan plan = plan(design, new SimpleMatrix(rows), scheme, labels);
            ShuffledModel model = plan.models().get(0);
            VoxelTile tile = new VoxelTile(VoxelMatrix.of(ArrayImgs.doubles(data, voxels, n)), model.removed());
            tile.moveTo(0);
            VoxelStatistic.Evaluator evaluator = model.statistic().on(tile);
            double[] values = new double[VoxelTile.SIZE];
            Iterator<Shuffle> shuffles = plan.shuffling().random(2);
            for (int k = 0; k < 20; k++) {
                double[][] shuffled = model.design(k == 0 ? Shuffle.identity(n) : shuffles.next());
                evaluator.values(shuffled, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, values);
                for (int v = 0; v < voxels; v++) assertEquals(evaluator.value(shuffled, v), values[v]);
            }
        }
    }

    /** What need not be turned into z is not, and neither maxima nor clusters nor counts show it. */
    @ParameterizedTest
    @EnumSource(Tail.class)
    void whatIsSkippedMakesNoDifference(Tail tail) {
        int voxels = 60, n = 12;
        Random random = new Random(8);
        int[] labels = {1, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1, 2};
        SimpleMatrix design = new SimpleMatrix(n, 2);
        for (int i = 0; i < n; i++) design.setRow(i, 0, 1, labels[i] - 1);
        double[] data = random.doubles(n * voxels, -1, 1).toArray();
        for (double[][] rows : new double[][][] {{{0, 1}}, {{1, 0}, {0, 1}}}) {
            ShufflePlan plan = plan(design, new SimpleMatrix(rows), ShuffleScheme.FLIPS, labels);
            ShuffledModel model = plan.models().get(0);
            VoxelTile tile = new VoxelTile(
                    VoxelMatrix.of(ArrayImgs.doubles(data, voxels, data.length / voxels)), model.removed());
            tile.moveTo(0);
            VoxelStatistic.Evaluator evaluator = model.statistic().on(tile);
            double[] all = new double[VoxelTile.SIZE], some = new double[VoxelTile.SIZE];
            Iterator<Shuffle> shuffles = plan.shuffling().random(2);
            for (int k = 0; k < 50; k++) {
                double[][] shuffled = model.design(shuffles.next());
                evaluator.values(shuffled, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, all);
                for (double floor : new double[] {0, 1, Double.POSITIVE_INFINITY}) {
                    evaluator.values(shuffled, Double.NEGATIVE_INFINITY, floor, some);
                    double expected = Double.NEGATIVE_INFINITY, found = Double.NEGATIVE_INFINITY;
                    for (int v = 0; v < voxels; v++) {
                        double evidence = rows.length > 1 ? all[v] : tail.evidence(all[v]);
                        double left = rows.length > 1 ? some[v] : tail.evidence(some[v]);
                        expected = Math.max(expected, evidence);
                        found = Math.max(found, left);
                        assertEquals(evidence > floor, left > floor);
                        if (evidence > floor) assertEquals(evidence, left);
                    }
                    assertEquals(expected, found);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 1 1 1 1 1 | variance_groups: found one group for all subjects",
                "1 1 1 1 1   | variance_groups: found 5 rows, expected 6",
                "1 1 1 1 1 2 | variance_groups: found a group of 1 whose values the design explains entirely"
            })
    void refusesGroupsWithoutAVariance(String labels, String reason) {
        SimpleMatrix design = new SimpleMatrix(6, 2);
        for (int i = 0; i < 6; i++) design.setRow(i, 0, i < 5 ? 1 : 0, i < 5 ? 0 : 1);
        int[] groups =
                Arrays.stream(labels.split(" ")).mapToInt(Integer::parseInt).toArray();
        String message = assertThrows(
                        InputException.class,
                        () -> plan(
                                design, new SimpleMatrix(new double[][] {{1, -1}}), ShuffleScheme.PERMUTATIONS, groups))
                .getMessage();
        assertTrue(message.startsWith(reason), message);
    }
}
