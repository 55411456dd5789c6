package cohort.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.TinyCohort;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.PermutationSettings;
import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run takes for granted, leaves out and asks of each contrast, as record and report tell it. */
@Tag("slow")
class AssumptionsReportTest {
    private static final int MAPS = 12;
    private static final String COMPOUND_SYMMETRY =
            "the maps of a subject are equally variable and equally correlated (compound symmetry)";

    @TempDir
    Path folder;

    private final double[][] values = TinyCohort.maps();
    private Path table;

    /** Two sessions of six persons, three in either group. */
    @BeforeEach
    void write() throws IOException {
        Random random = new Random(2);
        for (double[] map : values) for (int v = 0; v < map.length; v++) map[v] += random.nextGaussian();
        StringBuilder text = new StringBuilder("participant_id\tmap\tperson\tsession\tgroup\tage\n");
        for (int i = 0; i < MAPS; i++)
            text.append(String.join(
                    "\t",
                    "m" + i,
                    i + ".nii",
                    "p" + i % 6,
                    "s" + i / 6,
                    i % 6 < 3 ? "a" : "b",
                    (20 + 7 * i % 31) + "\n"));
        table = Files.writeString(folder.resolve("participants.tsv"), text);
    }

    private GroupAnalysis load(String options) {
        for (int i = 0; i < MAPS; i++)
            Volumes.write(Volume.of(TinyCohort.grid(), values[i]), folder.resolve(i + ".nii"), "");
        Path mask = folder.resolve("mask.nii.gz");
        double[] inside = new double[values[0].length];
        for (int v = 0; v < 200; v++) inside[v] = 1;
        Volumes.write(Volume.of(TinyCohort.grid(), inside), mask, "");
        return GroupAnalysis.load(
                PermutationSettings.parse("maps=[" + table + "] mask=[" + mask + "] permutations=30 " + options),
                OpenImages.NONE,
                Progress.NONE);
    }

    private ReportPage report(GroupResults results) throws IOException {
        Path page = folder.resolve("report.html");
        GroupReport.write(results, ReportOptions.DEFAULT, page);
        return ReportPage.parse(Files.readString(page));
    }

    private static String methods(ReportPage page) {
        return page.text("//blockquote");
    }

    private static String assumption(ReportPage page) {
        return page.text("//section[@id='permutations']");
    }

    @Test
    void voxelsInWhichNothingCanBeTestedAreTold() throws IOException {
        for (int i = 0; i < MAPS; i++) {
            values[i][3] = 7;
            values[i][5] = i % 6 < 3 ? 2 : 5;
            values[i][8] = i % 6 < 3 ? -1 : 4;
        }
        GroupAnalysis analysis = load("model=group contrast=group.b cluster_p=0");
        String sentence =
                "1 voxel with the same value in all maps and 2 voxels that the model fits without residuals were left out, since nothing can be tested there.";
        for (GroupResults found : new GroupResults[] {analysis.fit(), analysis.permute()}) {
            assertEquals(1, found.run().constantVoxels());
            assertEquals(2, found.run().explainedVoxels());
            assertEquals(197, found.run().voxels());
            ReportPage page = report(found);
            assertTrue(page.text("//section[@id='mask']").contains(sentence), page.text("//section[@id='mask']"));
            assertTrue(methods(page).contains(sentence), methods(page));
        }
    }

    @Test
    void oneVoxelIsToldInTheSingularAndNoneNotAtAll() throws IOException {
        assertFalse(
                methods(report(load("model=group contrast=group.b cluster_p=0").fit()))
                        .contains("nothing can be tested"));
        for (int i = 0; i < MAPS; i++) values[i][5] = i % 6 < 3 ? 2 : 5;
        String one =
                methods(report(load("model=group contrast=group.b cluster_p=0").fit()));
        assertTrue(
                one.contains("1 voxel that the model fits without residuals was left out, since nothing can be"
                        + " tested there."),
                one);
    }

    /** Only a test on all maps of several a subject assumes it. */
    @Test
    void compoundSymmetryIsToldWhereItIsAssumed() throws IOException {
        String model = "model=[session + person] contrast=session.s1 cluster_p=0 ";
        GroupAnalysis pooled = load(model + "error=pooled"), sums = load(model);
        ReportPage page = report(pooled.permute());
        assertTrue(assumption(page).contains("; " + COMPOUND_SYMMETRY), assumption(page));
        assertTrue(methods(page).contains("assuming that " + COMPOUND_SYMMETRY), methods(page));
        assertTrue(methods(report(pooled.fit()))
                .contains("errors are normal and independent between subjects; " + COMPOUND_SYMMETRY));
        for (GroupResults found : new GroupResults[] {sums.permute(), sums.fit()})
            assertFalse(methods(report(found)).contains("compound symmetry"));
    }

    /** A model without the subject takes more for granted than compound symmetry. */
    @Test
    void mapsOfASubjectThatTheModelLeavesOutAreAssumedIndependent() throws IOException {
        String independent = "the maps of a subject are independent of each other",
                model = "model=[age + group] contrast=group.b cluster_p=0 ";
        GroupAnalysis analysis = load(model);
        ReportPage page = report(analysis.permute());
        assertTrue(assumption(page).contains("; " + independent), assumption(page));
        for (GroupResults found : new GroupResults[] {analysis.permute(), analysis.fit()}) {
            String methods = methods(report(found));
            assertTrue(methods.contains("assuming that " + independent), methods);
            assertFalse(methods.contains("compound symmetry"), methods);
        }
    }

    /** Maps that are flipped together may depend on each other as they like. */
    @Test
    void nothingIsAssumedOfMapsThatAreShuffledTogether() throws IOException {
        ReportPage page = report(
                load("model=1 contrast=intercept cluster_p=0 blocks=person").permute());
        for (String text : new String[] {assumption(page), methods(page)})
            assertFalse(text.contains("compound symmetry") || text.contains("independent of each other"), text);
    }

    @Test
    void variancesOfGroupsAreTold() throws IOException {
        String variance = "; each group of group may have a variance of its own",
                model = "model=[0 + group] cluster_p=0" + " contrast=[group.b - group.a] ";
        ReportPage page = report(load(model + "variance_groups=group").permute());
        assertTrue(assumption(page).contains(variance), assumption(page));
        assertTrue(methods(page).contains(variance), methods(page));
        assertFalse(methods(report(load(model).permute())).contains("variance of its own"));
    }

    /** Both sides share the p that one side has for itself, so that clusters form above another t. */
    @Test
    void eachContrastHasItsSideAndItsFormingLevel() throws IOException {
        GroupAnalysis analysis =
                load("model=[age + group] contrast=[age | group.b | group.b; age] tail=[both | positive |"
                        + " positive] cluster_p=0.02");
        GroupResults found = analysis.permute();
        double both = TDistribution.of(9).inverseSurvivalProbability(0.01),
                one = TDistribution.of(9).inverseSurvivalProbability(0.02),
                f = FDistribution.of(2, 9).inverseSurvivalProbability(0.02);
        double[] expected = {both, one, f};
        String[] tails = {"both", "positive", "positive"};
        found.write(folder.resolve("results"));
        GroupResults read = GroupResults.read(folder.resolve("results"));
        for (int c = 0; c < 3; c++) {
            assertEquals(tails[c], read.run().contrasts().get(c).how().tail());
            assertEquals(expected[c], read.run().contrasts().get(c).how().forming(), 1e-9);
        }
        String methods = methods(report(read));
        String words = "(|t| > " + Words.fixed(both, 2) + " for age, t > " + Words.fixed(one, 2) + " for group.b, F > "
                + Words.fixed(f, 2) + " for group.b; age)";
        assertTrue(methods.contains(words), words + " in: " + methods);
        assertTrue(methods.contains("uncorrected p below 0.02"), methods);
        assertTrue(
                methods.contains("contrast age was tested on 12 maps of 6 subjects with a two-sided t test,"), methods);
        assertTrue(methods.contains("contrast group.b was tested on 12 maps of 6 subjects with a one-sided"), methods);
    }
}
