package cohort.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.TinyCohort;
import cohort.TinyStudy;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.PermutationSettings;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.cluster.ClusterMaps;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.VoxelValues;
import cohort.image.format.Volumes;
import cohort.image.resample.Interpolation;
import cohort.image.resample.Resampling;
import cohort.mask.Mask;
import cohort.mask.Masks;
import cohort.mask.MissingPolicy;
import cohort.mask.SubjectMatrix;
import cohort.permute.CorrectedMap;
import cohort.permute.nulls.Tail;
import cohort.quality.SubjectDistances;
import cohort.subjects.Maps;
import cohort.threshold.ClusterTables;
import cohort.threshold.TableOptions;
import cohort.threshold.Thresholds;
import cohort.threshold.ZMap;
import cohort.threshold.rule.ClusterExtent;
import cohort.threshold.rule.ThresholdOptions;
import cohort.threshold.rule.ThresholdedMap;
import cohort.threshold.statistic.Statistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An op gives the numbers that the commands give for the same maps, to the last bit. */
@Tag("slow")
class OpsAgreeWithCommandsTest {
    private static final int SUBJECTS = TinyStudy.SUBJECTS;
    private static final long[] SIZE = TinyCohort.grid().dimensions();
    private static final Img<DoubleType> STACK = Stacks.of(Arrays.copyOf(TinyCohort.maps(), SUBJECTS), SIZE);
    private static final Maps MAPS = new Maps(
            IntStream.range(0, SUBJECTS).mapToObj(s -> "sub-" + s).toList(),
            List.of(TinyCohort.volumes()).subList(0, SUBJECTS));
    private static final Img<DoubleType> DESIGN = Stacks.matrix(IntStream.range(0, SUBJECTS)
            .mapToObj(s -> new double[] {1, TinyCohort.age()[s]})
            .toArray(double[][]::new));
    private static final Img<DoubleType> AGE = ArrayImgs.doubles(new double[] {0, 1}, 2),
            BOTH = Stacks.matrix(new double[] {1, 0}, new double[] {0, 1});

    private static Path table;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        table = TinyStudy.in(folder).table();
    }

    private static GroupAnalysis commands(String more) {
        return GroupAnalysis.load(
                PermutationSettings.parse("maps=[" + table + "] model=[1 + age] " + more),
                OpenImages.NONE,
                Progress.NONE);
    }

    private static Img<BitType> bits(Mask mask) {
        return Stacks.bits(mask.inside(), SIZE);
    }

    private static void same(Volume expected, RandomAccessibleInterval<DoubleType> found) {
        assertArrayEquals(expected.grid().dimensions(), found.dimensionsAsLongArray());
        assertArrayEquals(expected.values(), VoxelValues.of(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"background", "epi", "intersection", "multi-background"})
    void masks(String strategy) {
        for (MissingPolicy missing : MissingPolicy.whole())
            assertArrayEquals(
                    Masks.fromMaps(MAPS, strategy, missing).mask().inside(),
                    Stacks.flags(MaskOps.fromMaps(STACK, strategy, missing.toString())));
        assertArrayEquals(
                commands("contrast=age").mask().mask().inside(), Stacks.flags(MaskOps.fromMaps(STACK, null, null)));
    }

    @Test
    void theModel() {
        GroupAnalysis analysis = commands("contrast=age");
        GroupResults results = analysis.fit();
        ContrastResults expected = results.contrasts().get(0);
        ContrastImages found =
                ModelOps.contrast(STACK, DESIGN, AGE, bits(analysis.mask().mask()));
        same(expected.maps().get("effect"), found.effect());
        same(expected.maps().get("variance"), found.variance());
        same(expected.maps().get("t"), found.statistic());
        same(expected.maps().get("p"), found.p());
        same(expected.maps().get("z"), found.z());
        assertEquals(results.run().degreesOfFreedom(), found.degreesOfFreedom());
        FittedImages fit = ModelOps.fit(STACK, DESIGN, bits(analysis.mask().mask()));
        double[] coefficients = VoxelValues.of(fit.coefficients());
        int voxels = TinyCohort.grid().voxels();
        assertArrayEquals(expected.maps().get("effect").values(), Arrays.copyOfRange(coefficients, voxels, 2 * voxels));
        assertEquals(found.degreesOfFreedom(), fit.degreesOfFreedom());
        // For F the variance is that of the residuals, too.
        ContrastImages f =
                ModelOps.contrast(STACK, DESIGN, BOTH, bits(analysis.mask().mask()));
        assertArrayEquals(VoxelValues.of(f.variance()), VoxelValues.of(fit.variance()));
        same(
                commands("contrast=[intercept; age]")
                        .fit()
                        .contrasts()
                        .get(0)
                        .maps()
                        .get("F"),
                f.statistic());
    }

    /** A voxel of one value and one that is not finite everywhere lie in the mask that is given. */
    @Test
    void voxelsWithNothingToTestAreLeftOut(@TempDir Path folder) throws IOException {
        int constant = TinyCohort.grid().index(7, 8, 6), notFinite = constant + 1;
        TinyStudy study = TinyStudy.in(folder);
        double[][] maps = Arrays.copyOf(TinyCohort.maps(), SUBJECTS);
        for (int s = 0; s < SUBJECTS; s++) {
            maps[s][constant] = 5;
            if (s == 2) maps[s][notFinite] = Double.NaN;
            study.write(s, Volume.of(TinyCohort.grid(), maps[s]));
        }
        Path mask = folder.resolve("mask.nii");
        Volumes.write(ZMap.mask().toVolume(), mask, "mask");
        ContrastResults expected = GroupAnalysis.load(
                        PermutationSettings.parse("maps=[" + study.table() + "] mask=[" + mask
                                + "] model=[1 + age] contrast=age permutations=20"),
                        OpenImages.NONE,
                        Progress.NONE)
                .permute()
                .contrasts()
                .get(0);
        Img<DoubleType> stack = Stacks.of(maps, SIZE);
        Img<BitType> inside = bits(ZMap.mask());
        PermutedImage t = PermutationOps.test(stack, DESIGN, AGE, 20, inside, null, null, 0.0, null, null, null)
                .get(0);
        same(expected.maps().get("t"), t.map());
        same(expected.maps().get("logpMaxT"), t.logP());
        assertArrayEquals(expected.tests().get(0).nulls().maxima(), t.maxima());
        double[] variance = VoxelValues.of(ModelOps.fit(stack, DESIGN, inside).variance());
        assertEquals(0, variance[constant]);
        assertEquals(0, variance[notFinite]);
        assertArrayEquals(
                VoxelValues.of(t.map()),
                VoxelValues.of(ModelOps.contrast(stack, DESIGN, AGE, inside).statistic()),
                1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"positive", "negative", "both"})
    void permutations(String tail) {
        String asked = " permutations=60 seed=7 tail=" + tail + " tfce=true connectivity=18 cluster_p=0.01";
        permuted(commands("contrast=age" + asked), AGE, tail);
        permuted(commands("contrast=[intercept; age]" + asked), BOTH, tail);
    }

    private static void permuted(GroupAnalysis analysis, Img<DoubleType> contrast, String tail) {
        ContrastResults expected = analysis.permute().contrasts().get(0);
        Img<BitType> mask = bits(analysis.mask().mask());
        List<PermutedImage> found =
                PermutationOps.test(STACK, DESIGN, contrast, 60, mask, 7, tail, 0.01, true, 18, null);
        assertEquals(4, found.size());
        for (int s = 0; s < found.size(); s++) {
            CorrectedMap test = expected.tests().get(s);
            assertEquals(test.name(), found.get(s).statistic());
            same(expected.maps().get(test.name()), found.get(s).map());
            same(expected.maps().get(test.logPName()), found.get(s).logP());
            assertArrayEquals(test.nulls().maxima(), found.get(s).maxima());
        }
    }

    @Test
    void permutationsByDefaultAndInBlocks() throws IOException {
        Img<BitType> mask = bits(commands("contrast=age").mask().mask());
        ContrastResults expected =
                commands("contrast=age permutations=30").permute().contrasts().get(0);
        List<PermutedImage> found =
                PermutationOps.test(STACK, DESIGN, AGE, 30, mask, null, null, null, null, null, null);
        assertEquals(
                List.of("t", "size", "mass"),
                found.stream().map(PermutedImage::statistic).toList());
        for (int s = 0; s < found.size(); s++)
            assertArrayEquals(
                    expected.tests().get(s).nulls().maxima(), found.get(s).maxima());
        int[] blocks = {1, 2, 1, 2, 1, 2};
        Path labels = table.resolveSibling("blocks.csv");
        Files.writeString(labels, "1\n2\n1\n2\n1\n2\n");
        ContrastResults within = commands("contrast=age permutations=30 blocks=[" + labels + "]")
                .permute()
                .contrasts()
                .get(0);
        List<PermutedImage> inBlocks =
                PermutationOps.test(STACK, DESIGN, AGE, 30, mask, null, null, 0.0, null, null, blocks);
        assertEquals(1, inBlocks.size());
        assertArrayEquals(
                within.tests().get(0).nulls().maxima(), inBlocks.get(0).maxima());
        assertTrue(!Arrays.equals(found.get(0).maxima(), inBlocks.get(0).maxima()));
    }

    /** Where the maps are float64, as all are for an op. */
    @Test
    void smoothing() {
        Mask mask = Masks.fromMaps(MAPS, "auto", MissingPolicy.EXCLUDE).mask();
        double[] expected = VoxelValues.of(SubjectMatrix.extract(MAPS, mask, 6.0, Progress.NONE));
        RandomAccessibleInterval<DoubleType> smoothed = SmoothingOps.gaussian(STACK, new double[] {3, 2.5, 4}, 6.0);
        assertArrayEquals(
                expected, VoxelValues.of(MaskedMaps.of(smoothed, bits(mask)).data()));
        assertEquals(4, smoothed.numDimensions());
    }

    @Test
    void distances() {
        Mask mask = Masks.fromMaps(MAPS, "auto", MissingPolicy.EXCLUDE).mask();
        assertEquals(
                SubjectDistances.of(SubjectMatrix.extract(MAPS, mask, 0.0, Progress.NONE)),
                DistanceOps.subjectDistances(STACK, bits(mask)));
    }

    @Test
    void thresholds() {
        Volume z = ZMap.volume();
        Img<DoubleType> map = ArrayImgs.doubles(z.values(), SIZE);
        for (String control : List.of("fpr", "fdr", "bonferroni", "2.5", "ari:1.5")) {
            ThresholdedMap expected = Thresholds.apply(
                    z.voxels(),
                    ZMap.mask(),
                    Statistics.z(),
                    control,
                    new ThresholdOptions(Thresholds.usualAlpha(control), Tail.BOTH, new ClusterExtent(3, false), 6));
            ThresholdedImage found = ThresholdOps.map(map, control, "z", bits(ZMap.mask()), null, null, 3, null);
            same(expected.map(), found.map());
            assertEquals(expected.level(), found.level());
            assertEquals(expected.summary(), found.summary());
        }
        // Without a mask the zeros around the brain are no tests.
        assertEquals(
                ThresholdOps.map(map, "fdr", "z", bits(Mask.of(z.grid(), z.voxels())), null, null, null, null)
                        .level(),
                ThresholdOps.map(map, "fdr", "z", null, null, null, null, null).level());
    }

    @Test
    void tablesOfClusters() {
        Volume z = ZMap.volume();
        assertEquals(
                ClusterTables.find(
                        z.voxels(),
                        Mask.everywhere(z.grid()),
                        Statistics.z(),
                        2.0,
                        new TableOptions(Tail.BOTH, ClusterExtent.NONE, 8, 6)),
                ThresholdOps.clusters(
                        ArrayImgs.doubles(z.values(), SIZE),
                        z.grid().affine(),
                        2.0,
                        "z",
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /** The test by permutation computes the same statistics on its way. */
    @Test
    void clustersAndEnhancement() {
        GroupAnalysis analysis = commands("contrast=age permutations=1 tail=both tfce=true cluster_p=0.05");
        ContrastResults expected = analysis.permute().contrasts().get(0);
        Img<BitType> mask = bits(analysis.mask().mask());
        Img<DoubleType> t = ArrayImgs.doubles(expected.maps().get("t").values(), SIZE);
        ClusterMaps clusters = ClusterOps.label(t, expected.levelOf(0.05), mask, null);
        same(expected.maps().get("size"), clusters.size());
        same(expected.maps().get("mass"), clusters.mass());
        assertArrayEquals(
                expected.maps().get("tfce").values(), VoxelValues.of(ClusterOps.tfce(t, mask, null, null, null)));
    }

    @Test
    void resampling() {
        Volume z = ZMap.volume();
        Grid target = new Grid(9, 8, 7, -4, 0, 0, 18, 0, 4, 0, -16, 0, 0, 5, -20);
        same(
                Resampling.resample(z, target, Interpolation.named("nearest"), -1.0),
                ResamplingOps.resample(
                        ArrayImgs.doubles(z.values(), SIZE),
                        z.grid().affine(),
                        target.dimensions(),
                        target.affine(),
                        "nearest",
                        -1.0));
    }
}
