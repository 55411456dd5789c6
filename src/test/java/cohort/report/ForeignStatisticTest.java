package cohort.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.TinyStudy;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.ModelSettings;
import cohort.analysis.OpenImages;
import cohort.analysis.record.HowTested;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Shuffled;
import cohort.analysis.record.TestedStatistic;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.cluster.Excursion;
import cohort.cluster.Workspace;
import cohort.figure.Figures;
import cohort.mask.MaskRule;
import cohort.permute.CorrectedMap;
import cohort.permute.Hypothesis;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationOptions;
import cohort.permute.PermutationResult;
import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.MapStatistic;
import cohort.subjects.Maps;
import cohort.text.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this project has never heard of says itself what it is: a map statistic and a mask rule of another library. */
class ForeignStatisticTest {
    private static final Reference WORK =
            new Reference("Doe, 2026", "Doe J", 2026, "Squares of excess", "Journal of Squares 1:1", "");

    /** The squared excess over 1. */
    private record SquaredExcess() implements MapStatistic {
        @Override
        public StatisticInfo info() {
            return new StatisticInfo(
                    "squares",
                    "squared excess",
                    StatisticInfo.Kind.NEIGHBOURHOOD,
                    "Squared excess",
                    "greatest squared excess",
                    "t²",
                    3,
                    false,
                    false,
                    "The squared excess over 1{cite} was taken in each voxel",
                    List.of(WORK));
        }

        @Override
        public double floor() {
            return 1;
        }

        @Override
        public Evaluator evaluator(Workspace workspace) {
            return new Evaluator() {
                @Override
                public double max(Excursion excursion) {
                    double excess = excursion.max() - 1;
                    return excess > 0 ? excess * excess : 0;
                }

                @Override
                public void map(Excursion excursion, double[] map) {
                    for (int e = 0; e < excursion.size(); e++)
                        map[excursion.voxels()[e]] = Math.pow(excursion.values()[e] - 1, 2);
                }
            };
        }
    }

    /** The voxels where the first map is above 0; registered in {@code META-INF/services}. */
    public static final class FirstMapRule implements MaskRule {
        @Override
        public String name() {
            return "first-map";
        }

        @Override
        public String words() {
            return "where the first map is above 0";
        }

        @Override
        public List<Reference> references() {
            return List.of(WORK);
        }

        @Override
        public boolean[] inside(Maps maps) {
            double[] values = maps.volume(0).values();
            boolean[] inside = new boolean[values.length];
            for (int v = 0; v < values.length; v++) inside[v] = values[v] > 0;
            return inside;
        }
    }

    @TempDir
    Path folder;

    private GroupResults results() throws IOException {
        ModelSettings settings = ModelSettings.of(
                Map.of("maps", TinyStudy.in(folder).table(), "mask", "first-map", "contrast", "intercept"));
        GroupAnalysis analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE);
        GroupResults model = analysis.fit();
        PermutationResult result = PermutationInference.test(
                analysis.data(),
                analysis.mask().mask(),
                model.design().matrix(),
                List.of(new Hypothesis(new DMatrixRMaj(new double[][] {{1}}), List.of(new SquaredExcess()))),
                PermutationOptions.of(30, 1, Tail.POSITIVE),
                Progress.NONE);
        HowTested how =
                new HowTested("positive", TinyStudy.SUBJECTS - 1, 0, TinyStudy.SUBJECTS, TinyStudy.SUBJECTS, "maps");
        List<ContrastResults> found = List.of(ContrastResults.ofTest(
                model.contrasts().get(0).contrast(),
                how,
                model.mask(),
                result.contrasts().get(0),
                false));
        RunRecord run = model.run();
        return new GroupResults(
                new RunRecord(
                        run.command(),
                        parameters(run),
                        run.software(),
                        run.finished(),
                        run.inputs(),
                        run.subjects(),
                        run.leftOut(),
                        run.passedOver(),
                        run.design(),
                        run.factors(),
                        run.contrast(),
                        found.stream().map(ContrastResults::tested).toList(),
                        run.degreesOfFreedom(),
                        run.voxels(),
                        run.maskMm3(),
                        run.space(),
                        run.smoothness(),
                        run.missingVoxels(),
                        run.zeros(),
                        run.gaps(),
                        run.constantVoxels(),
                        run.explainedVoxels(),
                        run.covariateMaps(),
                        Shuffled.by(result),
                        run.remarks(),
                        run.seconds()),
                model.mask(),
                model.design(),
                found,
                List.of());
    }

    private static Map<String, String> parameters(RunRecord run) {
        Map<String, String> parameters = new LinkedHashMap<>(run.parameters());
        parameters.put("connectivity", "6");
        parameters.put("seed", "1");
        return parameters;
    }

    @Test
    void isRightInRecordTableFigureAndReport() throws IOException {
        Path output = folder.resolve("results");
        results().write(output);
        GroupResults read = GroupResults.read(output);
        CorrectedMap test = read.contrasts().get(0).test("squares").orElseThrow();
        double t = Arrays.stream(read.contrasts().get(0).tests().get(0).map())
                .max()
                .orElseThrow();
        double observed = Math.pow(t - 1, 2);

        TestedStatistic recorded = read.run().contrasts().get(0).tests().get(1);
        assertEquals(new SquaredExcess().info(), recorded.info());
        assertEquals(observed, recorded.observed(), 1e-5 * observed);
        assertEquals(observed, test.observed(), 1e-5 * observed);
        assertEquals(test.leastP(), recorded.p(), 1e-6);
        assertTrue(Files.exists(output.resolve("contrast-intercept_stat-logpMaxSquares_statmap.nii.gz")));

        String figure = Figures.toSvg(Figures.nullHistogram(test));
        assertTrue(figure.contains("greatest squared excess (t²)"), figure);

        GroupReport.write(read, ReportOptions.DEFAULT, folder.resolve("report.html"));
        ReportPage page = ReportPage.parse(ReportPage.plain(Files.readString(folder.resolve("report.html"))));
        String report = page.text("//body");
        assertTrue(report.contains("Squared excess (t²)"), report);
        assertTrue(report.contains("The squared excess over 1 (Doe, 2026) was taken in each voxel. "), report);
        assertTrue(report.contains("Doe J (2026). Squares of excess. Journal of Squares 1:1."), report);
        assertTrue(report.contains("where the first map is above 0 (Doe, 2026)"), report);
        assertTrue(report.contains("squared excess"), report);
        assertTrue(report.contains(String.format(Locale.ROOT, "%.3f", observed)), report);
    }
}
