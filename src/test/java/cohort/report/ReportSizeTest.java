package cohort.report;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.PermutationSettings;
import cohort.analysis.record.AnalysedSubject;
import cohort.analysis.record.Gaps;
import cohort.analysis.record.HowTested;
import cohort.analysis.record.InputFile;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Shuffled;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.data.sample.SampleCohort;
import cohort.design.Designs;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.glm.CovariateVoxels;
import cohort.glm.Smoothness;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.mask.Zeros;
import cohort.permute.CorrectedMap;
import cohort.permute.PermutedContrast;
import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.NullDistribution;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterMass;
import cohort.permute.statistic.ClusterSize;
import cohort.permute.statistic.EnhancedStatistic;
import cohort.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports are small enough to be sent, and open at once. */
@Tag("slow")
class ReportSizeTest {
    private static final int MEGABYTE = 1_000_000;

    @TempDir
    static Path folder;

    @TempDir
    static Path profile;

    @Test
    void thatOfTheSampleCohortStaysBelowThreeMegabytes() throws IOException {
        Path sample = folder.resolve("sample"), file = folder.resolve("sample.html");
        SampleCohort.write(sample, 16, 0, Progress.NONE);
        PermutationSettings settings = PermutationSettings.of(Map.of(
                "maps",
                sample.resolve("participants.tsv").toString(),
                "fwhm",
                "8",
                "permutations",
                "99",
                "tail",
                "both",
                "tfce",
                "true"));
        GroupReport.write(
                GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE).permute(), ReportOptions.DEFAULT, file);
        assertTrue(Files.size(file) < 3 * MEGABYTE, Files.size(file) + " bytes");
    }

    /** Three contrasts with effects in a tenth of the brain, by four statistics each. */
    @Test
    void thatOfTheBrainAtTwoMillimetresStaysBelowTwelve() throws IOException, InterruptedException {
        Path file = folder.resolve("brain.html"), results = folder.resolve("brain");
        brain().write(results);
        GroupReport.write(results, ReportOptions.DEFAULT, file);
        assertTrue(Files.size(file) < 12 * MEGABYTE, Files.size(file) + " bytes");
        Optional<Path> program = Chromium.find();
        assumeTrue(program.isPresent(), "no Chromium here");
        try (Chromium browser = new Chromium(program.get(), profile)) {
            browser.open(file, 1280);
            browser.await("document.getElementById('viewer').dataset.ready === 'true'");
            assertTrue(browser.complaints().isEmpty(), browser.complaints().toString());
        }
    }

    private static GroupResults brain() {
        Grid grid = new Grid(91, 109, 91, -2, 0, 0, 90, 0, 2, 0, -126, 0, 0, 2, -72);
        boolean[] inside = new boolean[grid.voxels()];
        for (int v = 0; v < inside.length; v++) {
            double[] mm = grid.toMm(v);
            inside[v] = Math.pow(mm[0] / 68, 2) + Math.pow((mm[1] + 18) / 86, 2) + Math.pow((mm[2] - 8) / 62, 2) < 1.13;
        }
        Mask mask = Mask.of(grid, inside);
        assertTrue(mask.size() > 225_000, mask.size() + " voxels");
        List<String> ids = IntStream.range(0, 20).mapToObj(s -> "sub-" + s).toList();
        DesignMatrix design = Designs.fromFormula(
                "1 + age",
                Table.of(
                        "ages",
                        List.of("age"),
                        ids.stream().map(id -> List.of(id.substring(4))).toList()),
                ids);
        HowTested how = new HowTested("both", 18, 3.92, 20, 20, "maps");
        List<ContrastResults> found = IntStream.range(0, 3)
                .mapToObj(c -> ContrastResults.ofTest(
                        new Contrast("c" + c, "c" + c, new double[][] {{1, c}}), how, mask, tested(mask, c), false))
                .toList();
        RunRecord run = new RunRecord(
                "run(\"...\", \"\");",
                Map.of("fwhm", "8", "tail", "both", "seed", "0", "cluster_p", "0.001", "connectivity", "6"),
                Map.of("Cohort", "0.0.0"),
                "2026-01-02T03:04:05Z",
                List.of(new InputFile("/data/maps", "ab".repeat(32))),
                IntStream.range(0, 20)
                        .mapToObj(s -> new AnalysedSubject(ids.get(s), "/data/" + s, 0, s + 1))
                        .toList(),
                List.of(),
                List.of(),
                design.columns(),
                design.factors(),
                "",
                found.stream().map(ContrastResults::tested).toList(),
                18,
                mask.size(),
                mask.volumeMm3(),
                0,
                Smoothness.UNKNOWN,
                0,
                Zeros.NONE,
                Gaps.NONE,
                0,
                0,
                CovariateVoxels.NONE,
                new Shuffled("permutations", "as asked for", false, 999),
                List.of(),
                Map.of());
        return new GroupResults(run, mask, design, found, List.of());
    }

    /** A smooth map and what follows from it voxel by voxel, with as many different values as a test gives. */
    private static PermutedContrast tested(Mask mask, int contrast) {
        double[] t = smooth(mask, contrast);
        List<StatisticInfo> infos = List.of(
                StatisticInfo.ofVoxel("t", true, false, "", List.of()),
                new ClusterSize(3.92).info(),
                new ClusterMass(3.92).info(),
                EnhancedStatistic.DEFAULT.info());
        List<CorrectedMap> maps = new ArrayList<>();
        for (int s = 0; s < infos.size(); s++) {
            double power = 1 + s / 2.0;
            boolean clusters = s == 1 || s == 2;
            // All voxels of a cluster have its size and mass.
            double[] map = Arrays.stream(t)
                    .map(value -> clusters ? Math.floor(Math.abs(value) / 3.92) * Math.signum(value) : value)
                    .map(value -> Math.signum(value) * Math.pow(Math.abs(value), power))
                    .toArray();
            double[] logP = Arrays.stream(map)
                    .map(value -> -Math.log10(
                            Math.max(1, Math.floor(1000 * Math.exp(-Math.pow(Math.abs(value), 1 / power)))) / 1000))
                    .toArray();
            maps.add(new CorrectedMap(
                    infos.get(s),
                    Tail.BOTH,
                    map,
                    logP,
                    Optional.of(logP.clone()),
                    new NullDistribution(new Random(s).doubles(999, 2, 5).toArray()),
                    "count of 999 permutations"));
        }
        return new PermutedContrast(maps, Optional.empty(), Optional.empty());
    }

    /** Noise of about 8 mm, scaled so that a tenth of the voxels lies beyond the threshold. */
    private static double[] smooth(Mask mask, int seed) {
        Grid grid = mask.grid();
        Random random = new Random(seed);
        double[] noise = IntStream.range(0, grid.voxels())
                .mapToDouble(v -> random.nextGaussian())
                .toArray();
        for (int pass = 0; pass < 3; pass++)
            for (int stride : new int[] {1, grid.nx(), grid.nx() * grid.ny()}) {
                double[] sums = new double[noise.length];
                for (int v = 0; v < sums.length; v++)
                    for (int step = -1; step <= 1; step++)
                        sums[v] += noise[Math.floorMod(v + step * stride, noise.length)];
                noise = sums;
            }
        double[] map = noise;
        double[] values = IntStream.range(0, mask.size())
                .mapToDouble(m -> map[mask.gridIndex(m)])
                .toArray();
        double[] sorted = Arrays.stream(values).map(Math::abs).sorted().toArray();
        double scale = 3.92 / sorted[(int) (0.9 * sorted.length)];
        return Arrays.stream(values).map(value -> value * scale).toArray();
    }
}
