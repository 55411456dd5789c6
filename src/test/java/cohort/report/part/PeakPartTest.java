package cohort.report.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.TinyCohort;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.PermutationSettings;
import cohort.analysis.results.GroupResults;
import cohort.design.Designs;
import cohort.design.matrix.DesignMatrix;
import cohort.figure.Figures;
import cohort.glm.AddedVariable;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.report.GroupReport;
import cohort.report.ReportOptions;
import cohort.report.words.ClusterListing;
import cohort.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report shows each map at the peaks, from the folder of results alone. */
class PeakPartTest {
    private static final String HEADING = "Each map at the peaks";

    @TempDir
    Path folder;

    private Path table;

    @BeforeEach
    void write() throws IOException {
        Volume[] maps = TinyCohort.volumes();
        StringBuilder text = new StringBuilder("participant_id\tmap\tage\tgroup\n");
        for (int s = 0; s < maps.length; s++) {
            Volumes.write(maps[s], folder.resolve(s + ".nii"), "");
            text.append(String.join("\t", "sub-" + s, s + ".nii", "" + TinyCohort.age()[s], TinyCohort.group()[s]))
                    .append('\n');
        }
        table = Files.writeString(folder.resolve("maps.tsv"), text);
    }

    private GroupResults results(String options) {
        Path results = folder.resolve("results");
        try (GroupAnalysis analysis = GroupAnalysis.load(
                PermutationSettings.parse(
                        "maps=[" + table + "] permutations=60 cluster_p=0.01 effect_sizes=true " + options),
                OpenImages.NONE,
                Progress.NONE)) {
            analysis.permute().write(results);
        }
        return GroupResults.read(results);
    }

    private String page(GroupResults results) throws IOException {
        Path page = folder.resolve("report.html");
        GroupReport.write(results, ReportOptions.DEFAULT, page);
        return Files.readString(page);
    }

    private static int panels(String page) {
        return (int) Pattern.compile("alt=\"Values of the maps at the peak of cluster")
                .matcher(page)
                .results()
                .count();
    }

    @Test
    void thereIsAPanelForEachSignificantCluster() throws IOException {
        GroupResults results = results("tail=positive");
        for (int s = 0; s < TinyCohort.SUBJECTS; s++) Files.delete(folder.resolve(s + ".nii"));
        int significant = ClusterListing.of(results, results.contrasts().get(0)).significant().length;
        assertTrue(significant > 0, "no cluster");
        String page = page(results);
        assertTrue(page.contains(HEADING));
        assertEquals(Math.min(12, significant), panels(page));
        assertTrue(page.contains("use them to describe it, not to test it again"));
    }

    @Test
    void aSlopeIsDrawnOverItsRegressor() throws IOException {
        GroupResults results = results("model=[age + group] contrast=age tail=both");
        int significant = ClusterListing.of(results, results.contrasts().get(0)).significant().length;
        String page = page(results);
        assertEquals(Math.min(12, significant), panels(page));
        assertTrue(significant > 0, "no cluster");
        assertTrue(page.contains(", over age, both adjusted for the other regressors of the model"));
    }

    @Test
    void severalRegressorsAtOnceAreNotDrawn() throws IOException {
        GroupResults results = results("model=[age + group] contrast=[age - group.b] tail=both");
        assertEquals(0, panels(page(results)));
    }

    /** The maps of the second column are twice those of the first; a contrast of one column is not about the other. */
    @Test
    void ofSeveralMapsThoseThatWereTestedAreDrawn() throws IOException {
        Volume[] maps = TinyCohort.volumes();
        StringBuilder text = new StringBuilder("participant_id\tonce\ttwice\tage\n");
        for (int s = 0; s < maps.length; s++) {
            double[] twice =
                    Arrays.stream(maps[s].values()).map(value -> 2 * value).toArray();
            Volumes.write(Volume.of(maps[s].grid(), twice), folder.resolve("twice" + s + ".nii"), "");
            text.append(String.join("\t", "sub-" + s, s + ".nii", "twice" + s + ".nii", "" + TinyCohort.age()[s]))
                    .append('\n');
        }
        Files.writeString(table, text);
        double[] values = new double[2 * maps.length], second = new double[maps.length];
        for (int s = 0; s < maps.length; s++) {
            values[s] = s % 5;
            values[maps.length + s] = second[s] = 10 + s * s;
        }
        double[] first = Arrays.copyOf(values, maps.length);
        Map<String, double[]> both = new LinkedHashMap<>();
        both.put("once", first);
        both.put("twice", second);
        GroupResults mean = results("map_columns=once,twice npc=fisher tail=both mask=[" + mask() + "]");
        assertEquals(Figures.toSvg(Figures.dots("1", "", Map.of("", first))), svg(mean, 0, values));
        assertEquals(Figures.toSvg(Figures.dots("1", "", Map.of("", second))), svg(mean, 1, values));
        assertEquals(Figures.toSvg(Figures.dots("1", "", both)), svg(mean, 2, values));
        GroupResults slope =
                results("map_columns=once,twice npc=fisher model=age contrast=age tail=both mask=[" + mask() + "]");
        DesignMatrix one =
                Designs.fromFormula("age", Table.read(table), Table.read(table).column("participant_id"));
        AddedVariable alone = AddedVariable.of(one, 1, second).orElseThrow();
        assertEquals(
                Figures.toSvg(Figures.scatter("1", "", "age", alone.x(), alone.y(), alone.slope())),
                svg(slope, 1, values));
        assertTrue(PeakDots.of(slope, slope.contrasts().get(2)).isEmpty());
    }

    private static String svg(GroupResults results, int contrast, double[] values) {
        PeakDots dots = PeakDots.of(results, results.contrasts().get(contrast)).orElseThrow();
        return Figures.toSvg(dots.figure("1", "", values).orElseThrow());
    }

    private Path mask() {
        Path path = folder.resolve("all.nii");
        double[] ones = new double[TinyCohort.grid().voxels()];
        double[] map = TinyCohort.maps()[0];
        for (int v = 0; v < ones.length; v++) ones[v] = map[v] == 0 ? 0 : 1;
        Volumes.write(Volume.of(TinyCohort.grid(), ones), path, "");
        return path;
    }
}
