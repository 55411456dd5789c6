package cohort.report;

import cohort.analysis.record.AnalysedSubject;
import cohort.analysis.record.Gaps;
import cohort.analysis.record.HowTested;
import cohort.analysis.record.InputFile;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Shuffled;
import cohort.analysis.record.TestedContrast;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ResultFolder;
import cohort.design.Designs;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.folder.Disk;
import cohort.glm.CovariateVoxels;
import cohort.glm.Smoothness;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.mask.Zeros;
import cohort.permute.CorrectedMap;
import cohort.permute.PermutationResult;
import cohort.permute.PermutedContrast;
import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.NullDistribution;
import cohort.permute.nulls.Tail;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A run made up of numbers that tell it from all others, to be written to a folder and recognised there.
 *
 * @param number which
 * @param contrasts how many; several are also corrected together
 * @param nx voxels along each axis
 */
record SmallRun(int number, int contrasts, int nx) {
    private static final List<String> IDS = List.of("sub-1", "sub-2", "sub-3", "sub-4");
    private static final List<String> NAMES = List.of("intercept", "age");

    /**
     * Writes runs into a folder, one after the other, until it is killed, and says so after the first; or, if a second word
     * says so, opens it and waits.
     */
    public static void main(String[] args) throws InterruptedException {
        if (args.length > 1)
            try (ResultFolder results = ResultFolder.open("output", Path.of(args[0]))) {
                System.out.println("opened " + results.path());
                TimeUnit.HOURS.sleep(1);
            }
        for (int n = 0; ; n++) {
            of(n % 2).write(Path.of(args[0]), Disk.SYSTEM);
            if (n == 0) System.out.println("written");
        }
    }

    /** Number 0 has two contrasts, number 1 has one of them. */
    static SmallRun of(int number) {
        return new SmallRun(number, 2 - number, 12);
    }

    private Mask mask() {
        double[] inside = new double[nx * nx * nx];
        Arrays.fill(inside, 0, inside.length - 1 - number, 1);
        return Mask.of(grid(), Volume.of(grid(), inside).voxels());
    }

    private Grid grid() {
        return Grid.ofVoxelSize(nx, nx, nx, 2, 2, 2);
    }

    private DesignMatrix design() {
        List<List<String>> rows = IntStream.range(0, 4)
                .mapToObj(s -> List.of("" + (20 + s * s + number)))
                .toList();
        return Designs.fromFormula("1 + age", Table.of("ages", List.of("age"), rows), IDS);
    }

    private double[] map(int which) {
        return IntStream.range(0, mask().size())
                .mapToDouble(v -> 1 + number + which / 8.0 + v / 65536.0)
                .toArray();
    }

    private PermutationResult result() {
        List<PermutedContrast> results = IntStream.range(0, contrasts)
                .mapToObj(c -> new PermutedContrast(
                        List.of(new CorrectedMap(
                                StatisticInfo.ofVoxel("t", true, false, "", List.of()),
                                Tail.POSITIVE,
                                map(c),
                                map(2 + c),
                                contrasts > 1 ? Optional.of(map(4 + c)) : Optional.empty(),
                                new NullDistribution(IntStream.range(0, 50)
                                        .mapToDouble(k -> number + k / 64.0)
                                        .toArray()),
                                "count of 50 permutations")),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        return new PermutationResult("permutations", "as asked for", false, 50, results);
    }

    private static final HowTested HOW = new HowTested("positive", 2, 0, 4, 4, "maps");

    private List<Contrast> tested() {
        return IntStream.range(0, contrasts)
                .mapToObj(c -> new Contrast(NAMES.get(c), NAMES.get(c), new double[][] {{1 - c, c}}))
                .toList();
    }

    private RunRecord record(List<TestedContrast> tested, Shuffled shuffled) {
        return new RunRecord(
                "run(\"...\", \"\");",
                Map.of("fwhm", "0", "tail", "positive", "seed", "" + number),
                Map.of("Cohort", "0.0.0"),
                "2026-01-0" + (1 + number) + "T03:04:05Z",
                List.of(new InputFile("/data/" + number, "ab".repeat(32))),
                IntStream.range(0, IDS.size())
                        .mapToObj(s -> new AnalysedSubject(IDS.get(s), "/data/" + number, 0, s + 1))
                        .toList(),
                List.of(),
                List.of(),
                design().columns(),
                design().factors(),
                "",
                tested,
                2,
                mask().size(),
                mask().volumeMm3(),
                0,
                Smoothness.UNKNOWN,
                0,
                Zeros.NONE,
                Gaps.NONE,
                0,
                0,
                CovariateVoxels.NONE,
                shuffled,
                List.of(),
                Map.of());
    }

    /** Writes it as a permutation test. */
    void write(Path folder, Disk disk) {
        PermutationResult result = result();
        write(
                folder,
                disk,
                IntStream.range(0, contrasts)
                        .mapToObj(c -> ContrastResults.ofTest(
                                tested().get(c), HOW, mask(), result.contrasts().get(c), false))
                        .toList(),
                Shuffled.by(result));
    }

    /** Writes it as a model, whose t may differ from that of the test in its last digits. */
    void writeModel(Path folder, UnaryOperator<double[]> t) {
        write(
                folder,
                Disk.SYSTEM,
                IntStream.range(0, contrasts)
                        .mapToObj(c -> ContrastResults.ofModel(
                                tested().get(c), HOW, mask(), new TreeMap<>(Map.of("t", t.apply(map(c)), "z", map(6)))))
                        .toList(),
                Shuffled.NOTHING);
    }

    private void write(Path folder, Disk disk, List<ContrastResults> found, Shuffled shuffled) {
        RunRecord run = record(found.stream().map(ContrastResults::tested).toList(), shuffled);
        try (ResultFolder results = ResultFolder.open("output", folder, disk)) {
            results.write(new GroupResults(run, mask(), design(), found, List.of()));
        }
    }

    /** All that tells it from others, as it was read or as it is read. */
    static String words(GroupResults results) {
        StringBuilder words = new StringBuilder(
                results.run().finished() + " " + results.mask().size() + " "
                        + Arrays.deepToString(results.design().values()));
        for (ContrastResults contrast : results.contrasts()) {
            words.append("\n").append(contrast.contrast().name());
            contrast.maps().forEach((name, map) -> words.append(" " + name + " " + Arrays.hashCode(map.values())));
            for (CorrectedMap test : contrast.tests())
                Stream.of(
                                test.map(),
                                test.logP(),
                                test.jointLogP().orElse(new double[0]),
                                test.nulls().maxima())
                        .forEach(values -> words.append(" ").append(Arrays.hashCode(values)));
        }
        return words.toString();
    }
}
