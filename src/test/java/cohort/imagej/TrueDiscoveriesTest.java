package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.TinyCohort;
import cohort.TinyStudy;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.PermutationSettings;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.mask.Mask;
import cohort.report.ReportPage;
import cohort.table.Table;
import cohort.threshold.discovery.TrueDiscoveries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bounds on true discoveries from maps to tables and report. */
class TrueDiscoveriesTest {
    static {
        Headless.start();
    }

    private static final String SIZE = "Cluster Size (voxels)";

    @TempDir
    Path folder;

    private Path table, results, regions;

    @BeforeEach
    void write() throws IOException {
        Volume[] maps = TinyCohort.volumes();
        StringBuilder text = new StringBuilder("participant_id\tmap\tage\tgroup\n");
        for (int s = 0; s < maps.length; s++) {
            Volumes.write(maps[s], folder.resolve(s + ".nii"), "");
            text.append(String.join(
                            "\t", "sub-" + s, s + ".nii", "" + (int) TinyCohort.age()[s], TinyCohort.group()[s]))
                    .append('\n');
        }
        table = Files.writeString(folder.resolve("maps.tsv"), text);
        results = folder.resolve("results");
        double[] labels = new double[TinyCohort.grid().voxels()];
        for (int v = 0; v < labels.length; v++) labels[v] = v % 14 / 5 + 3 * (v / 14 % 16 / 6);
        regions = folder.resolve("regions.nii");
        Volumes.write(Volume.of(TinyCohort.grid(), labels), regions, "");
    }

    private String options(String more) {
        return "maps=[" + table + "] permutations=400 cluster_p=0.05 output=[" + results + "] " + more;
    }

    private Path map(String statistic) {
        return results.resolve("contrast-intercept_stat-" + statistic + "_statmap.nii.gz");
    }

    private static double at(Volume map, Table table, int row) {
        return map.values()[
                TinyCohort.grid()
                        .index(
                                Integer.parseInt(table.column("I").get(row)),
                                Integer.parseInt(table.column("J").get(row)),
                                Integer.parseInt(table.column("K").get(row)))];
    }

    /** A table of clusters, one of the same clusters as regions, and the older map of proportions say the same. */
    @Test
    void clustersAndRegionsHaveOneBound() {
        MacroLines.run("Permutation Inference", options("tail=both true_discoveries=true simes_shift=5"));
        Path file = folder.resolve("clusters.tsv"), ofRegions = folder.resolve("regions.tsv");
        MacroLines.run("Cluster Table", "image=[" + map("t") + "] threshold=2.5 labels=true output=[" + file + "]");
        MacroLines.run(
                "True Discoveries",
                "results=[" + results + "] regions=[" + folder.resolve("clusters_dseg.nii.gz") + "] output=["
                        + ofRegions + "]");
        Path proportions = folder.resolve("ari.nii.gz");
        MacroLines.run("Threshold Map", "image=[" + map("t") + "] control=ari:2.5 output=[" + proportions + "]");
        Volume ari = Volumes.read(proportions);
        Table clusters = Table.read(file), bounds = Table.read(ofRegions);
        int cluster = 0;
        double found = 0;
        for (int row = 0; row < clusters.rows(); row++) {
            if (clusters.column(SIZE).get(row).isEmpty()) {
                assertEquals("", clusters.column("TDP").get(row));
                continue;
            }
            assertEquals("" + (cluster + 1), bounds.column("Region").get(cluster));
            assertEquals(clusters.column(SIZE).get(row), bounds.column("Voxels").get(cluster));
            for (String column : List.of("TDP", "TDP ARI"))
                assertEquals(
                        bounds.column(column).get(cluster),
                        clusters.column(column).get(row),
                        column);
            double simes = Double.parseDouble(clusters.column("TDP ARI").get(row));
            assertEquals(at(ari, clusters, row), simes, 1e-5, "ARI of cluster " + cluster);
            found += Double.parseDouble(clusters.column("TDP").get(row));
            cluster++;
        }
        assertEquals(bounds.rows(), cluster);
        assertTrue(found > 0.2, "bounds of the clusters: " + found);
    }

    private static void assertSame(ContrastResults kept, ContrastResults read, Mask mask, Volume labels) {
        for (double alpha : new double[] {0.05, 0.3}) {
            TrueDiscoveries inMemory = kept.discoveries(mask, alpha).orElseThrow(),
                    fromFolder = read.discoveries(mask, alpha).orElseThrow();
            assertEquals(inMemory.permuted(), fromFolder.permuted());
            assertEquals(inMemory.within(labels), fromFolder.within(labels));
        }
    }

    /** t, F, pseudo-t and the z of v, in memory and from the folder; the last two, whose p is known by shuffling alone, without Simes' inequality. */
    @Test
    void theFolderHoldsTheBounds() throws IOException {
        Volume labels = Volumes.read(regions);
        for (String model : List.of(
                "model=[1 + age] contrast=[intercept | age] tail=[both | negative]",
                "model=[group + age] contrast=[group.b; age]",
                "model=[1 + age] contrast=age variance_smoothing=8",
                "model=[0 + group] contrast=[group.b - group.a] variance_groups=group tail=both")) {
            PermutationSettings settings = PermutationSettings.parse(options("true_discoveries=true " + model));
            try (GroupAnalysis analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)) {
                GroupResults kept = analysis.permute();
                kept.write(results);
                GroupResults read = GroupResults.read(results);
                assertEquals(kept.contrasts().size(), read.contrasts().size());
                for (int c = 0; c < kept.contrasts().size(); c++) {
                    assertSame(kept.contrasts().get(c), read.contrasts().get(c), kept.mask(), labels);
                    TrueDiscoveries bounds = read.contrasts()
                            .get(c)
                            .discoveries(read.mask(), 0.05)
                            .orElseThrow();
                    assertEquals(model.contains("variance_"), bounds.simes().isEmpty());
                    assertEquals(
                            bounds.permuted().level(),
                            read.run().contrasts().get(c).calibration().get(0).lambda());
                }
            }
        }
    }

    @Test
    void theReportShowsThemAndSaysHow() throws IOException {
        MacroLines.run("Permutation Inference", options(""));
        assertFalse(report().contains(">TDP<"));
        MacroLines.run("Permutation Inference", options("true_discoveries=true"));
        String report = report();
        assertTrue(report.contains(">TDP</th><th scope=\"col\" class=\"number\">TDP ARI</th>"));
        double lambda = GroupResults.read(results)
                .run()
                .contrasts()
                .get(0)
                .calibration()
                .get(0)
                .lambda();
        assertTrue(report.contains(
                "\u03bb = " + String.format(Locale.ROOT, "%.3g", lambda).replaceFirst("0+$", "")));
        for (String work : List.of("Blanchard et al., 2020", "Andreella et al., 2023", "Rosenblatt et al., 2018"))
            assertTrue(report.contains(work), work);
    }

    private String report() throws IOException {
        MacroLines.run("Group Report", "results=[" + results + "] output=[" + folder + "/report.html]");
        return ReportPage.plain(Files.readString(folder.resolve("report.html")));
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() throws IOException {
        assertEquals(
                Optional.of("stop_after: found 20 together with true_discoveries=true, expected one or the other;"
                        + " the bounds need all permutations."),
                MacroLines.attempt("Permutation Inference", options("true_discoveries=true stop_after=20")));
        MacroLines.run("Permutation Inference", options(""));
        String asked = "results=[" + results + "] regions=[" + regions + "]";
        assertTrue(
                MacroLines.attempt("True Discoveries", asked)
                        .orElseThrow()
                        .endsWith(
                                "was not asked for bounds on true discoveries, expected one with true_discoveries=true; run it again."));
        MacroLines.run("Permutation Inference", options("true_discoveries=true"));
        MacroLines.run("True Discoveries", asked);
        TinyStudy study = TinyStudy.in(folder);
        Path smaller = folder.resolve("smaller.nii");
        Volumes.write(study.smaller(), smaller, "");
        assertTrue(MacroLines.attempt("True Discoveries", asked.replace(regions.toString(), smaller.toString()))
                .orElseThrow()
                .startsWith("regions: found 13 x 15 x 12"));
        assertEquals(
                Optional.of(
                        "regions: found a voxel of 0.5, expected whole numbers, one for each region, and 0 elsewhere;"
                                + " give a label map or a mask."),
                MacroLines.attempt(
                        "True Discoveries",
                        asked.replace(
                                regions.toString(), study.image("half.nii", 0.5).toString())));
        assertEquals(
                Optional.of("alpha: found 0.0, expected a number above 0 and at most 0.5, such as 0.05."),
                MacroLines.attempt("True Discoveries", asked + " alpha=0"));
    }
}
