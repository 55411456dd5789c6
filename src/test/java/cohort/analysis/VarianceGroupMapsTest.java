package cohort.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.design.matrix.BlockLabels;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.image.format.Volumes;
import cohort.mask.Mask;
import cohort.permute.Hypothesis;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationOptions;
import cohort.permute.nulls.Tail;
import cohort.threshold.statistic.Statistic;
import cohort.threshold.statistic.Statistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code variance_groups} v or G is written, and its z beside it: held against Welch's tests as the textbooks have them. */
class VarianceGroupMapsTest {
    private static final Grid GRID = Grid.ofVoxelSize(5, 4, 3, 2, 2, 2);
    private static final int VOXELS = 5 * 4 * 3;
    private static final String[] GROUP = {
        "a", "b", "c", "a", "b", "c", "a", "b", "c", "c", "b", "c", "c", "a", "b", "b"
    };

    @TempDir
    Path folder;

    private final double[][] data = new double[GROUP.length][];
    private Path table;

    /** Three groups of 4, 6 and 6, whose variances differ from voxel to voxel. */
    @BeforeEach
    void write() throws IOException {
        Random random = new Random(5);
        for (int s = 0; s < GROUP.length; s++) {
            int spread = GROUP[s].equals("a") ? 1 : GROUP[s].equals("b") ? 4 : 2;
            data[s] = IntStream.range(0, VOXELS)
                    .mapToDouble(v -> (float) (v % 5 * 0.7 * spread + random.nextGaussian() * (1 + v % 3 * spread)))
                    .toArray();
            Volumes.write(Volume.of(GRID, data[s]), folder.resolve(s + ".nii"), "");
        }
        double[] ones = new double[VOXELS];
        Arrays.fill(ones, 1);
        Volumes.write(Volume.of(GRID, ones), folder.resolve("all.nii"), "");
        table = Files.writeString(
                folder.resolve("maps.tsv"),
                IntStream.range(0, GROUP.length)
                        .mapToObj(s -> "sub-" + s + "\t" + s + ".nii\t" + GROUP[s])
                        .collect(Collectors.joining("\n", "participant_id\tmap\tgroup\n", "\n")));
    }

    /** The same without the third group. */
    private Path twoGroups() throws IOException {
        return Files.writeString(
                folder.resolve("two.tsv"), Files.readString(table).replaceAll("(?m)^.*\\tc\n", ""));
    }

    private Path run(String options) {
        return run(table, options);
    }

    private Path run(Path maps, String options) {
        Path output = folder.resolve("results");
        GroupAnalysis.load(
                        PermutationSettings.parse("maps=[" + maps + "] mask=[" + folder.resolve("all.nii")
                                + "] model=[0 + group] variance_groups=group permutations=30 " + options),
                        OpenImages.NONE,
                        Progress.NONE)
                .permute()
                .write(output);
        return output;
    }

    private static VolumeFile file(Path output, String contrast, String statistic) {
        return VolumeFile.open(output.resolve("contrast-" + contrast + "_stat-" + statistic + "_statmap.nii.gz"));
    }

    private double[] of(String group, int voxel) {
        return IntStream.range(0, GROUP.length)
                .filter(s -> GROUP[s].equals(group))
                .mapToDouble(s -> data[s][voxel])
                .toArray();
    }

    private static double z(double upper, double lower) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        return upper <= 0.5 ? normal.inverseSurvivalProbability(upper) : normal.inverseCumulativeProbability(lower);
    }

    @ParameterizedTest
    @ValueSource(strings = {"both", "positive", "negative"})
    void vIsWelchsTAndZvItsZ(String tail) throws IOException {
        Path output = run(twoGroups(), "contrast=[group.a - group.b] tail=" + tail);
        double[] v = file(output, "groupAMinusGroupB", "v").readSingle().values();
        double[] zv = file(output, "groupAMinusGroupB", "zv").readSingle().values();
        double least = Double.MAX_VALUE, most = 0;
        for (int i = 0; i < VOXELS; i++) {
            double[] a = of("a", i), b = of("b", i);
            double one = StatUtils.variance(a) / a.length, other = StatUtils.variance(b) / b.length;
            double t = (StatUtils.mean(a) - StatUtils.mean(b)) / Math.sqrt(one + other);
            double freedom = Math.pow(one + other, 2) / (one * one / (a.length - 1) + other * other / (b.length - 1));
            TDistribution distribution = TDistribution.of(freedom);
            assertEquals(t, v[i], 1e-6 * Math.max(1, Math.abs(t)), "voxel " + i);
            double z = z(distribution.survivalProbability(t), distribution.cumulativeProbability(t));
            assertEquals(z, zv[i], 1e-6 * Math.max(1, Math.abs(z)), "voxel " + i);
            least = Math.min(least, freedom);
            most = Math.max(most, freedom);
        }
        assertTrue(most - least > 3, "degrees of freedom differ, here from " + least + " to " + most);
    }

    @Test
    void gIsWelchsFAndZGItsZ() {
        Path output = run("contrast=[group.a - group.b; group.b - group.c]");
        String contrast = "groupAMinusGroupBGroupBMinusGroupC";
        double[] g = file(output, contrast, "G").readSingle().values();
        double[] zg = file(output, contrast, "zG").readSingle().values();
        for (int i = 0; i < VOXELS; i++) {
            double[][] samples = {of("a", i), of("b", i), of("c", i)};
            double[] weight = Arrays.stream(samples)
                    .mapToDouble(y -> y.length / StatUtils.variance(y))
                    .toArray();
            double total = StatUtils.sum(weight), mean = 0, between = 0, sum = 0;
            for (int k = 0; k < 3; k++) mean += weight[k] / total * StatUtils.mean(samples[k]);
            for (int k = 0; k < 3; k++) {
                between += weight[k] * Math.pow(StatUtils.mean(samples[k]) - mean, 2) / 2;
                sum += Math.pow(1 - weight[k] / total, 2) / (samples[k].length - 1);
            }
            double f = between / (1 + 2.0 / 8 * sum), freedom = 8 / (3 * sum);
            assertEquals(f, g[i], 1e-6 * Math.max(1, f), "voxel " + i);
            FDistribution distribution = FDistribution.of(2, freedom);
            double z = z(distribution.survivalProbability(f), distribution.cumulativeProbability(f));
            assertEquals(z, zg[i], 1e-6 * Math.max(1, Math.abs(z)), "voxel " + i);
        }
    }

    /** NIfTI has no intent for t of other degrees of freedom in each voxel, and zv is no z where groups share a mean. */
    @Test
    void headersPromiseNoDistribution() {
        Path output = run("contrast=[group.a - group.b | group.a - group.b; group.b - group.c]");
        Map.of("groupAMinusGroupB", List.of("v", "zv"), "groupAMinusGroupBGroupBMinusGroupC", List.of("G", "zG"))
                .forEach((contrast, names) -> names.forEach(name -> {
                    HeaderNotes notes = file(output, contrast, name).notes();
                    assertEquals(0, notes.intent(), name);
                    assertEquals(name, notes.intentName());
                    Statistic known = Statistics.ofHeader(notes).orElseThrow();
                    assertEquals(name.endsWith("v"), known.isSigned(), name);
                    assertTrue(known.withoutP().orElseThrow().contains("logpMaxZ"), name);
                }));
    }

    /** Why: 30 % of the voxels without an effect lie beyond 1.96 where both groups have one mean and spreads of 1 and 5. */
    @Test
    void zvIsNoNormalDeviateWhereGroupsShareAMean() {
        int n = 20, voxels = 4000;
        Random random = new Random(2);
        int[][] groups = IntStream.range(0, n).mapToObj(s -> new int[] {s % 2}).toArray(int[][]::new);
        double[] values = IntStream.range(0, n * voxels)
                .mapToDouble(i -> random.nextGaussian() * (i / voxels % 2 == 0 ? 1 : 5))
                .toArray();
        DMatrixRMaj intercept = new DMatrixRMaj(n, 1);
        intercept.fill(1);
        boolean[] all = new boolean[voxels];
        Arrays.fill(all, true);
        PermutationOptions plain = PermutationOptions.of(1, 0, Tail.BOTH);
        double[] zv = PermutationInference.test(
                        ArrayImgs.doubles(values, voxels, n),
                        Mask.of(Grid.ofVoxelSize(20, 20, 10, 2, 2, 2), all),
                        intercept,
                        List.of(Hypothesis.of(new DMatrixRMaj(new double[][] {{1}}))),
                        new PermutationOptions(
                                1,
                                0,
                                Tail.BOTH,
                                plain.shuffle(),
                                Optional.of(new BlockLabels(groups)),
                                plain.connectivity(),
                                plain.evidence()),
                        Progress.NONE)
                .contrasts()
                .get(0)
                .statistics()
                .get(0)
                .map();
        double share = Arrays.stream(zv).filter(z -> Math.abs(z) > 1.96).count() / (double) voxels;
        assertEquals(0.3, share, 0.03);
    }

    /** The z of a model that assumes one variance is another map, and both may lie in one folder. */
    @Test
    void theZOfTheModelBesideItIsAnother() {
        Path output = run("contrast=[group.a - group.b]");
        GroupAnalysis.load(
                        ModelSettings.parse("maps=[" + table + "] mask=[" + folder.resolve("all.nii")
                                + "] model=[0 + group] contrast=[group.a - group.b]"),
                        OpenImages.NONE,
                        Progress.NONE)
                .fit()
                .write(output);
        for (String statistic : new String[] {"z", "zv", "v", "t", "logpMaxZv"})
            assertTrue(Files.exists(file(output, "groupAMinusGroupB", statistic).path()), statistic);
    }
}
