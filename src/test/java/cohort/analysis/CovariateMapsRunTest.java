package cohort.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.analysis.record.RunRecord;
import cohort.analysis.region.RegionAnalysis;
import cohort.analysis.region.RegionSettings;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.image.resample.Interpolation;
import cohort.image.resample.Resampling;
import cohort.report.GroupReport;
import cohort.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs of formulas with {@code map(gm)}: maps and maxima as NumPy and SciPy compute them voxel by voxel ({@code voxel_models.py}), what
 * may not change them, their record and report, and what they do not go with.
 */
class CovariateMapsRunTest {
    private static final Map<String, String> MODELS = Map.of(
            "interaction", "model=[group * map(gm)] contrast=[group.b:map(gm)]",
            "group", "model=[group * center(map(gm))] contrast=pairwise(group)",
            "mean", "model=[1 + center(map(gm))] contrast=intercept",
            "both", "model=[1 + age + map(gm)] contrast=[age; map(gm)]");

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        write("m", TinyCohort.maps());
        write("gm", covariate());
        double[] inside = new double[TinyCohort.mask().length];
        for (int v = 0; v < inside.length; v++) inside[v] = TinyCohort.mask()[v] ? 1 : 0;
        Volumes.write(Volume.of(TinyCohort.grid(), inside), folder.resolve("mask.nii"), "");
        table("");
    }

    /** Another subject's map upside down, and a quarter more for each subject. */
    private static double[][] covariate() {
        double[][] all = TinyCohort.maps(), maps = new double[all.length][all[0].length];
        Grid grid = TinyCohort.grid();
        for (int s = 0; s < maps.length; s++)
            for (int v = 0; v < maps[s].length; v++) {
                int turned =
                        grid.index(grid.coordinate(v, 0), grid.coordinate(v, 1), grid.nz() - 1 - grid.coordinate(v, 2));
                maps[s][v] = all[(5 * s + 3) % all.length][turned] + 0.25 * s;
            }
        return maps;
    }

    private static double[][] changed(double[][] maps, DoubleUnaryOperator how) {
        return Arrays.stream(maps)
                .map(map -> Arrays.stream(map).map(how).toArray())
                .toArray(double[][]::new);
    }

    private void write(String name, double[][] maps) {
        for (int s = 0; s < maps.length; s++)
            Volumes.write(Volume.of(TinyCohort.grid(), maps[s]), folder.resolve(name + s + ".nii"), "");
    }

    /** @param lacking whose covariate is not there */
    private void table(String lacking) throws IOException {
        StringBuilder table = new StringBuilder("participant_id\tmap\tage\tgroup\tgm\tone\n");
        for (int s = 0; s < TinyCohort.SUBJECTS; s++)
            table.append("sub-" + s + "\tm" + s + ".nii\t" + TinyCohort.age()[s] + "\t" + TinyCohort.group()[s] + "\t"
                    + (lacking.equals("" + s) ? "n/a" : "gm" + s + ".nii") + "\tgm0.nii\n");
        Files.writeString(folder.resolve("maps.tsv"), table);
    }

    private GroupAnalysis load(String options) {
        return load(options, Progress.NONE);
    }

    private GroupAnalysis load(String options, Progress progress) {
        return GroupAnalysis.load(settings(options), OpenImages.NONE, progress);
    }

    private PermutationSettings settings(String options) {
        return PermutationSettings.parse("maps=[" + folder.resolve("maps.tsv") + "] mask=[" + folder.resolve("mask.nii")
                + "] permutations=40 seed=42 " + options);
    }

    private static double[] values(GroupResults results, String map, int[] voxels) {
        double[] values = results.contrasts().get(0).maps().get(map).values();
        return Arrays.stream(voxels).mapToDouble(v -> values[v]).toArray();
    }

    private static void assertClose(double[] expected, double[] found, double tolerance) {
        for (int v = 0; v < expected.length; v++)
            assertEquals(expected[v], found[v], tolerance * Math.max(1, Math.abs(expected[v])), "voxel " + v);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interaction", "group", "mean", "both"})
    void theTestIsThatOfNumpy(String model) {
        ReferenceTable expected = ReferenceTable.read("covariate-runs.tsv");
        int[] voxels = expected.integers("voxel");
        String memory = model.equals("both") ? "memory=disk " : "";
        try (GroupAnalysis analysis = load(memory + MODELS.get(model))) {
            GroupResults found = analysis.permute();
            ContrastResults tested = found.contrasts().get(0);
            assertEquals(voxels.length, found.run().voxels());
            assertEquals(model.equals("mean"), found.run().shuffled().scheme().startsWith("sign flips"));
            double sign = model.equals("group") ? Math.signum(tested.contrast().rows()[0][1]) : 1;
            assertEquals(1, sign);
            assertClose(expected.numbers(model + "-statistic"), values(found, tested.statistic(), voxels), 1e-6);
            assertArrayEquals(
                    ReferenceTable.read("covariate-run-nulls.tsv").numbers(model),
                    tested.tests().get(0).nulls().maxima(),
                    1e-8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"interaction", "group", "mean", "both"})
    void theModelIsThatOfScipy(String model) {
        ReferenceTable expected = ReferenceTable.read("covariate-runs.tsv");
        int[] voxels = expected.integers("voxel");
        GroupResults found = load(MODELS.get(model)).fit();
        boolean isF = model.equals("both");
        assertEquals(
                Set.of("effect", "variance", isF ? "F" : "t", "p", "z", "logp", "logpBonferroni"),
                found.contrasts().get(0).maps().keySet());
        assertClose(expected.numbers(model + "-statistic"), values(found, isF ? "F" : "t", voxels), 1e-6);
        for (String map : List.of("variance", "p", "z"))
            assertClose(expected.numbers(model + "-" + map), values(found, map, voxels), 2e-6);
        double[] effect = values(found, "effect", voxels);
        if (isF) for (int v = 0; v < effect.length; v++) effect[v] *= effect[v] / 2; // a mean square of two rows
        assertClose(expected.numbers(model + "-effect"), effect, 2e-6);
        assertEquals(12 - (model.equals("mean") ? 2 : isF ? 3 : 4), found.run().degreesOfFreedom());
    }

    /** Units and origin of a covariate change neither its slope's statistic nor that of others. */
    @ParameterizedTest
    @ValueSource(strings = {"age", "map(gm)"})
    void unitsAndOriginOfACovariateDoNotMatter(String contrast) {
        String options = "tfce=true model=[age + map(gm)] contrast=[" + contrast + "]";
        GroupResults one = load(options).permute();
        write("gm", changed(covariate(), x -> 8 * x + 256)); // exact as floats
        assertSame(one, load(options).permute(), 1e-9);
    }

    private static void assertSame(GroupResults one, GroupResults other, double tolerance) {
        ContrastResults a = one.contrasts().get(0), b = other.contrasts().get(0);
        assertEquals(a.maps().keySet(), b.maps().keySet());
        assertEquals(one.run().voxels(), other.run().voxels());
        for (int t = 0; t < a.tests().size(); t++) {
            double[] nulls = a.tests().get(t).nulls().maxima();
            assertClose(nulls, b.tests().get(t).nulls().maxima(), tolerance);
            assertClose(a.tests().get(t).map(), b.tests().get(t).map(), tolerance);
            assertArrayEquals(a.tests().get(t).logP(), b.tests().get(t).logP(), 1e-12);
        }
    }

    /** A map of one number in all voxels is that number: the same statistics, permutations, clusters and p. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "age + group ! map(gm) + group ! age ! map(gm)",
                "age + group ! map(gm) + group ! group.b ! group.b",
                "group * age ! group * map(gm) ! group.b:age ! group.b:map(gm)",
                "1 + center(age) ! 1 + center(map(gm)) ! intercept ! intercept",
                "group * center(age) ! group * center(map(gm)) ! pairwise(group) ! pairwise(group)"
            })
    void aMapOfOneNumberASubjectIsANumber(String numbers, String maps, String ofNumber, String ofMap) {
        double[][] constant = new double[TinyCohort.SUBJECTS][TinyCohort.mask().length];
        for (int s = 0; s < constant.length; s++) Arrays.fill(constant[s], TinyCohort.age()[s]);
        write("gm", constant);
        String options =
                "tfce=true cluster_p=0.05 uncorrected=true true_discoveries=true approximation=gamma tail=both ";
        GroupResults
                number =
                        load(options + "model=[" + numbers + "] contrast=[" + ofNumber + "]")
                                .permute(),
                map =
                        load(options + "model=[" + maps + "] contrast=[" + ofMap + "]")
                                .permute();
        assertSame(number, map, 1e-10);
        assertEquals(number.run().shuffled(), map.run().shuffled());
        assertEquals(number.run().smoothness().x(), map.run().smoothness().x(), 1e-9);
        assertArrayEquals(
                Arrays.stream(number.design().values())
                        .flatMapToDouble(Arrays::stream)
                        .toArray(),
                Arrays.stream(map.design().values())
                        .flatMapToDouble(Arrays::stream)
                        .toArray(),
                1e-9);
        GroupResults
                fitted =
                        load("model=[" + numbers + "] contrast=[" + ofNumber + "]")
                                .fit(),
                own = load("model=[" + maps + "] contrast=[" + ofMap + "]").fit();
        fitted.contrasts()
                .get(0)
                .maps()
                .forEach((name, volume) -> assertClose(
                        volume.values(), own.contrasts().get(0).maps().get(name).values(), 1e-6)); // floats
    }

    @Test
    void clustersAreExploredAsThoseOfANumber() {
        double[][] constant = new double[TinyCohort.SUBJECTS][TinyCohort.mask().length];
        for (int s = 0; s < constant.length; s++) Arrays.fill(constant[s], TinyCohort.age()[s]);
        write("gm", constant);
        List<double[]> maxima = Stream.of("model=age contrast=age", "model=map(gm) contrast=map(gm)")
                .map(options -> load(options)
                        .explore(20, Progress.NONE)
                        .get(0)
                        .at(3)
                        .nulls()
                        .maxima())
                .toList();
        assertArrayEquals(maxima.get(0), maxima.get(1));
    }

    /** Of a number that few subjects differ in there are few permutations, and so there are of a map that says the same. */
    @Test
    void subjectsWithTheSameMapAreExchangedForNothing() {
        double[][] two = new double[TinyCohort.SUBJECTS][TinyCohort.mask().length];
        for (int s = 0; s < two.length; s++) Arrays.fill(two[s], s < 2 ? 1 : 0);
        write("gm", two);
        GroupResults found = GroupAnalysis.load(
                        settings("model=[1 + map(gm)] contrast=[map(gm)]").with(Map.of("permutations", 1000)),
                        OpenImages.NONE,
                        Progress.NONE)
                .permute();
        assertTrue(found.run().shuffled().exhaustive());
        assertEquals(66 - 1, found.run().shuffled().shuffles());
    }

    /** A voxel leaves where a covariate is not known for somebody, is the same for all, or follows from other regressors. */
    @Test
    void voxelsInWhichNothingCanBeToldAreLeftOutAndCounted() throws IOException {
        int[] voxels = ReferenceTable.read("covariate-runs.tsv").integers("voxel");
        double[][] maps = covariate();
        maps[3][voxels[0]] = Double.NaN;
        maps[4][voxels[1]] = Double.POSITIVE_INFINITY;
        for (int s = 0; s < maps.length; s++) {
            maps[s][voxels[5]] = 7;
            maps[s][voxels[9]] = 3 * TinyCohort.age()[s] - 1;
            maps[s][voxels[12]] = 0;
        }
        write("gm", maps);
        StringBuilder log = new StringBuilder();
        GroupResults found = load("model=[age + map(gm)] contrast=age", new Progress() {
                    @Override
                    public void update(String step, long done, long total) {}

                    @Override
                    public void say(String sentence) {
                        log.append(sentence).append('\n');
                    }
                })
                .permute();
        assertEquals(voxels.length - 5, found.run().voxels());
        String said =
                "2 voxels without data in map(gm) of some subject and 3 voxels in which map(gm) is constant over the"
                        + " subjects or depends on the other regressors were left out.";
        assertTrue(log.toString().contains(said), log::toString);
        assertEquals(said, found.run().covariateMaps().sentence());
        ReferenceTable expected = ReferenceTable.read("covariate-maps.tsv");
        double[] t = values(found, "t", voxels), numpy = expected.numbers("age-statistic");
        for (int v = 0; v < t.length; v++)
            if (Set.of(0, 1, 5, 9, 12).contains(v)) assertEquals(0, t[v]);
            else assertEquals(numpy[v], t[v], 1e-6 * Math.max(1, Math.abs(numpy[v])));
    }

    /** With {@code missing=zero} what is not finite is 0; with {@code exclude-zeros} a 0 is no data. */
    @Test
    void whatIsNoDataIsWhatItIsInTheMaps() {
        int[] voxels = ReferenceTable.read("covariate-runs.tsv").integers("voxel");
        double[][] maps = covariate(), zeros = covariate();
        for (int v = 20; v < 23; v++) {
            maps[2][voxels[v]] = Double.NaN;
            zeros[2][voxels[v]] = 0;
        }
        String options = "model=[age + map(gm)] contrast=age missing=";
        write("gm", maps);
        GroupResults counted = load(options + "zero").permute();
        write("gm", zeros);
        GroupResults zero = load(options + "zero").permute();
        assertSame(counted, zero, 0);
        write("m", changed(TinyCohort.maps(), x -> x + 1)); // which has no zeros
        write("gm", changed(zeros, x -> x));
        int all = load(options + "exclude").permute().run().voxels();
        assertEquals(voxels.length, all);
        GroupResults excluded = load(options + "exclude-zeros").permute();
        assertTrue(excluded.run().covariateMaps().lacking() >= 3);
        assertEquals(
                all, excluded.run().voxels() + excluded.run().covariateMaps().lacking());
    }

    /** By the words for other grids, and with the digests of its files. */
    @Test
    void aCovariateOnAnotherGridIsRefusedOrResampled() {
        Grid grid = TinyCohort.grid(), coarse = new Grid(7, 8, 7, -6, 0, 0, 18, 0, 5, 0, -17.5, 0, 0, 8, -22);
        double[][] maps = covariate(), brought = new double[maps.length][];
        for (int s = 0; s < maps.length; s++) {
            Volume small = Resampling.resample(Volume.of(grid, maps[s]), coarse, Interpolation.named("nearest"), 0.0);
            Volumes.write(small, folder.resolve("gm" + s + ".nii"), "");
            brought[s] = Resampling.resample(
                            Volumes.read(folder.resolve("gm" + s + ".nii")),
                            grid,
                            Interpolation.named("linear"),
                            Double.NaN)
                    .values();
        }
        String options = "model=[age + map(gm)] contrast=[map(gm)] ";
        String refused = assertThrows(InputException.class, () -> load(options)).getMessage();
        assertTrue(
                refused.startsWith("map(gm): the map of sub-")
                        && refused.contains(" is on a different grid from the maps analysed, found ")
                        && refused.endsWith("; give resample=linear (or nearest, cubic), or resample it first."),
                refused);
        GroupResults resampled = load(options + "resample=linear").permute();
        write("gm", brought);
        assertSame(load(options).permute(), resampled, 1e-5); // brought back as floats
    }

    @Test
    void theRecordHoldsTheCovariatesAndTheReportSaysSo() throws IOException {
        GroupResults found = load("fwhm=6 tail=both tfce=true model=[age + map(gm)] contrast=[map(gm)] output=["
                        + folder.resolve("out") + "]")
                .permute();
        RunRecord run = found.run();
        assertEquals(Map.of("map(gm)", List.of("map(gm)")), run.covariateMaps().regressors());
        assertEquals(List.of("gm"), run.covariateMaps().columns());
        List<String> inputs = run.inputs().stream()
                .map(input -> Path.of(input.file()).getFileName().toString())
                .toList();
        assertEquals(2 + 24, inputs.size(), inputs::toString);
        assertTrue(inputs.containsAll(List.of("m0.nii", "gm0.nii", "gm11.nii")));
        assertTrue(
                run.remarks().stream().anyMatch(remark -> remark.startsWith("fwhm: the maps of map(gm) are used as")));
        found.write(folder.resolve("out"));
        GroupResults read = GroupResults.read(folder.resolve("out"));
        assertEquals(run.covariateMaps(), read.run().covariateMaps());
        assertTrue(read.design().voxelwise(2).isPresent());
        Path report = folder.resolve("report.html");
        GroupReport.write(read, ReportOptions.DEFAULT, report);
        String page = Files.readString(report);
        assertTrue(page.contains("The covariate map(gm) is a map of each subject, taken without smoothing"), "methods");
        assertTrue(page.contains("Casanova"), "citation");
        assertTrue(page.contains("map(gm) differs from voxel to voxel"), "caption");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "model=[1 + map(gn)] ! character 9, expected one of the columns",
                "model=[1 + map(map)] ! expected a column of other maps than those that are analysed.",
                "model=[1 + log(map(gm))] ! expected numbers; a map is a term of its own, as it is or by center(map(...)).",
                "model=[age + map(one)] contrast=age ! model: found the same file for all subjects in the"
                        + " column one, expected maps that differ"
                        + " between subjects; drop map(one).",
                "model=[1 + map(group)] ! does not exist, expected an image file at a path relative to",
                "model=[group * map(gm)] contrast=pairwise(group) ! contrast: found cell(group='b') - cell(group='a') in a model of"
                        + " map(gm), whose mean differs from voxel to voxel, expected center(map(gm)) in the model",
                "model=[1 + map(gm)] missing=available ! missing: found available in a model of map(gm), expected exclude,",
                "model=[1 + map(gm)] effect_sizes=true ! effect_sizes: found true in a model of map(gm), expected false,",
                "model=[1 + map(gm)] residuals=true ! residuals: found true in a model of map(gm), expected false,",
                "model=[1 + map(gm)] predictions=true ! predictions: found true in a model of map(gm), expected false,",
                "model=[1 + map(gm)] variance_groups=group ! variance_groups: found group in a model of map(gm), expected nothing,",
                "model=[1 + map(gm)] variance_smoothing=8 ! variance_smoothing: found 8.0 in a model of map(gm), expected 0,",
                "model=[1 + map(gm)] method=kennedy ! method: found kennedy in a model of map(gm), expected freedman-lane,",
                "model=[1 + map(gm)] map_columns=map,gm ! map_columns: found map,gm in a model of map(gm), expected one or the other,"
            })
    void whatItDoesNotGoWithIsRefusedInOneSentence(String options, String expected) {
        String contrast = options.contains("contrast=") ? "" : " contrast=intercept";
        String said = assertThrows(InputException.class, () -> load(options + contrast))
                .getMessage();
        assertTrue(said.contains(expected), said);
        assertFalse(said.contains("\n"));
    }

    @Test
    void subjectsWithoutAMapAreNamed() throws IOException {
        table("4");
        String said = assertThrows(InputException.class, () -> load("model=[1 + map(gm)] contrast=[map(gm)]"))
                .getMessage();
        assertEquals(
                "Column \"gm\" is missing for sub-4, expected a value for every subject; fill it in, or leave"
                        + " these subjects out with leave_out=[gm is n/a].",
                said);
        GroupResults found = GroupAnalysis.load(
                        settings("leave_out=[gm is n/a]").with(Map.of("model", "1 + map(gm)", "contrast", "map(gm)")),
                        OpenImages.NONE,
                        Progress.NONE)
                .permute();
        assertEquals(11, found.run().subjects().size());
    }

    @Test
    void aCovariateThatSaysNothingAnywhereIsRefused() {
        double[][] maps = covariate();
        write("gm", changed(maps, x -> 1));
        String constant = assertThrows(InputException.class, () -> load("model=[age + map(gm)] contrast=age"))
                .getMessage();
        assertTrue(
                constant.startsWith("model: found map(gm) to be constant over the subjects or to depend on the other"
                        + " regressors in every voxel, expected maps that differ between subjects"),
                constant);
        maps[7] = new double[maps[7].length];
        write("gm", maps);
        String empty = assertThrows(InputException.class, () -> load("model=[age + map(gm)] contrast=age"))
                .getMessage();
        assertTrue(
                empty.startsWith("map(gm): sub-7 is 0 everywhere, expected a map with data; leave out this subject"),
                empty);
        Arrays.fill(maps[7], Double.NaN);
        maps[7][0] = 1; // outside the mask
        maps[7][1] = 2;
        write("gm", maps);
        String none = assertThrows(InputException.class, () -> load("model=[age + map(gm)] contrast=age"))
                .getMessage();
        assertTrue(
                none.startsWith("model: found no voxel of the mask in which every subject has data in map(gm)"), none);
    }

    @Test
    void regionsRefuseIt() {
        String said = assertThrows(
                        InputException.class,
                        () -> RegionAnalysis.test(
                                RegionSettings.parse("maps=[" + folder.resolve("maps.tsv") + "] atlas=["
                                        + folder.resolve("mask.nii") + "] model=[age + map(gm)] contrast=age"),
                                OpenImages.NONE,
                                Progress.NONE))
                .getMessage();
        assertTrue(said.startsWith("model: found map(gm), expected columns of numbers or levels, since regions"), said);
    }
}
