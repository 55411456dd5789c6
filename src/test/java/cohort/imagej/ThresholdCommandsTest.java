package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.imagej.io.ImageVolumes;
import cohort.imagej.macro.MacroRun;
import cohort.imagej.map.Position;
import cohort.imagej.viewer.ResultsTables;
import cohort.table.Table;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives the commands by the macro interpreter, and asks ImageJ for what they show. */
class ThresholdCommandsTest {
    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    private Path z;

    @BeforeEach
    void writeMap() {
        ReferenceTable table = ReferenceTable.read("glm-one-sample.tsv");
        double[] values = new double[TinyCohort.grid().voxels()], mask = new double[values.length];
        int[] voxels = table.integers("voxel");
        for (int v = 0; v < voxels.length; v++) {
            values[voxels[v]] = table.numbers("z")[v];
            mask[voxels[v]] = 1;
        }
        z = folder.resolve("z map.nii.gz");
        Volumes.write(Volume.of(TinyCohort.grid(), values), z, "");
        Volumes.write(Volume.of(TinyCohort.grid(), mask), folder.resolve("mask.nii.gz"), "");
    }

    @Test
    void thresholdsAFileAndAnOpenImageAlike() {
        run("run(\"Threshold Map...\", \"image=[" + z + "] control=fdr alpha=0.05 tail=positive output=[" + folder
                + "/a.nii.gz]\");"
                + "run(\"Cluster Table...\", \"image=[z map fdr] threshold=0 output=[" + folder + "/a.tsv]\");"
                + "run(\"Threshold Map...\", \"image=[z map fdr] mask=[" + folder
                + "/mask.nii.gz] control=1 tail=positive output=[" + folder + "/b.nii]\");");
        double[] a = Volumes.read(folder.resolve("a.nii.gz")).values();
        assertArrayEquals(a, Volumes.read(folder.resolve("b.nii")).values());
        int voxels = 0;
        for (double value : a) if (value != 0) voxels++;
        assertEquals(28, voxels); // thresholds.tsv
        Table table = Table.read(folder.resolve("a.tsv"));
        double sum = 0;
        for (double size : table.numbers("Cluster Size (voxels)")) if (size > 0) sum += size;
        assertEquals(28, sum);
    }

    @Test
    void theErrorRateIsThatWhichIsUsualForTheRule() throws Exception {
        for (String[] rule :
                new String[][] {{"fpr", "0.001"}, {"fdr", "0.05"}, {"bonferroni", "0.05"}, {"ari:2.5", "0.05"}}) {
            String options = "image=[" + z + "] control=" + rule[0] + " output=[" + folder;
            run("run(\"Threshold Map...\", \"" + options + "/auto.nii]\");" + "run(\"Threshold Map...\", \"" + options
                    + "/given.nii] alpha=" + rule[1] + "\");");
            assertArrayEquals(
                    Volumes.read(folder.resolve("given.nii")).values(),
                    Volumes.read(folder.resolve("auto.nii")).values(),
                    rule[0]);
        }
        assertFails(
                "alpha: found 5%, expected a number such as 0.05, or auto.",
                "Threshold Map...", "image=[" + z + "] alpha=5%");
    }

    @Test
    void aMacroReadsTheTableThatIsShown() throws Exception {
        run("run(\"Cluster Table...\", \"image=[" + z + "] threshold=2 extent=3 distance=6\");"
                + "File.saveString(\"\" + nResults + \" \" + getResultString(\"Cluster ID\", 2) + \" \" +"
                + " getResult(\"X\", 0) + \" \" + getResult(\"Peak Stat\", 3), \"" + folder + "/said.txt\");");
        assertEquals(
                "4 2a 10.5 -3.2248",
                Files.readString(folder.resolve("said.txt")).strip());
    }

    @Test
    void cellsThatAreNumbersCanBeSortedAndOthersAreText() {
        ResultsTable results = ResultsTables.toResults(
                Table.of("t", List.of("Cluster ID", "p"), List.of(List.of("1", "0.0025"), List.of("1a", ""))));
        assertEquals(0.0025, results.getValue("p", 0));
        assertEquals("0.0025", results.getStringValue("p", 0));
        assertEquals("1a", results.getStringValue("Cluster ID", 1));
        assertEquals("", results.getStringValue("p", 1));
        assertEquals(
                List.of("Cluster ID", "p"),
                List.of(ResultsTables.toResults(Table.of("t", List.of("Cluster ID", "p"), List.of()))
                        .getHeadings()));
    }

    /** Whichever way the voxels are stored, the pixel that is marked holds the voxel's value. */
    @Test
    void aPositionIsShownWhereItsVoxelIs() {
        for (double[] affine : new double[][] {
            {-3, 0, 0, 6, 0, 3, 0, -6, 0, 0, 3, -3},
            {0, 0, 2, -4, -3, 0, 0, 5, 0, 4, 0, 1},
            {0.3, 2, 0, 0, 0, 0, -3, 9, 4, 0, 0, -8}
        }) {
            Grid grid = new Grid(4, 3, 5, affine);
            double[] values = new double[grid.voxels()];
            for (int v = 0; v < values.length; v++) values[v] = v;
            ImagePlus image = ImageVolumes.toImage("map", Volume.of(grid, values));
            for (int[] voxel : new int[][] {{0, 0, 0}, {3, 1, 4}, {1, 2, 3}}) {
                double[] mm = grid.toMm(voxel[0], voxel[1], voxel[2]);
                Position.show(image, mm[0] + 0.4, mm[1], mm[2] - 0.4);
                int x = (int) image.getRoi().getContainedFloatPoints().xpoints[0];
                int y = (int) image.getRoi().getContainedFloatPoints().ypoints[0];
                assertEquals(
                        grid.index(voxel[0], voxel[1], voxel[2]),
                        image.getProcessor().getf(x, y));
            }
            int slice = image.getCurrentSlice();
            Position.show(image, 500, 0, 0);
            assertEquals(slice, image.getCurrentSlice());
        }
    }

    @Test
    void mistakesEndTheMacroWithASentence() {
        assertFails(
                "image: found nothing, expected the title of an open image or a file.",
                "Cluster Table...",
                "tail=both");
        assertFails(
                "tail: found 3, expected positive, negative, both or auto.",
                "Threshold Map...",
                "image=[" + z + "] tail=3");
        assertFails(
                "output: found a.csv, expected the name of a .tsv file.",
                "Cluster Table...",
                "image=[" + z + "] output=a.csv");
        assertFails(
                "corrected: " + folder + " holds no map of corrected p, expected"
                        + " contrast-NAME_stat-logpMaxT_statmap.nii.gz; give another folder.",
                "Cluster Table...",
                "image=[" + z + "] corrected=[" + folder + "]");
        Path other = folder.resolve("other.nii");
        Volumes.write(Volume.of(Grid.ofVoxelSize(2, 1, 1, 1, 1, 1), new double[] {1, 1}), other, "");
        assertFails(
                "mask: " + other + " is on a different grid from " + z + ", found 2 x 1 x 1 voxels, affine"
                        + " [1 0 0 0; 0 1 0 0; 0 0 1 0], expected 14 x 16 x 13 voxels, affine"
                        + " [-3 0 0 19.5; 0 2.5 0 -18.75; 0 0 4 -24]; resample it first.",
                "Threshold Map...",
                "image=[" + z + "] mask=[" + other + "]");
        Path zero = folder.resolve("sub/zero.nii");
        Volumes.write(Volume.of(Grid.ofVoxelSize(2, 1, 1, 1, 1, 1), new double[2]), zero, "");
        assertFails(
                "image: " + zero + " is 0 or not a number everywhere, expected the map of a statistic; give"
                        + " another image.",
                "Threshold Map...",
                "image=[" + zero + "]");
    }

    private static void assertFails(String sentence, String command, String options) {
        assertEquals(
                Optional.of("line 1: " + sentence), MacroRun.run("run(\"" + command + "\", \"" + options + "\");", ""));
    }

    /** Each cluster has as many voxels of its number as the table says, its peaks among them; there are no others. */
    @Test
    void theLabelMapHasTheNumbersOfTheTable() {
        run("run(\"Cluster Table...\", \"image=[" + z + "] threshold=2 distance=4 labels=true output=[" + folder
                + "/c.tsv]\");");
        Table table = Table.read(folder.resolve("c.tsv"));
        double[] labels = Volumes.read(folder.resolve("c_dseg.nii.gz")).values();
        double[] values = Volumes.read(z).values();
        int clusters = 0, sum = 0;
        for (int row = 0; row < table.rows(); row++) {
            int number = Integer.parseInt(table.column("Cluster ID").get(row).replaceAll("[a-z]", ""));
            int index = TinyCohort.grid()
                    .index(
                            Integer.parseInt(table.column("I").get(row)),
                            Integer.parseInt(table.column("J").get(row)),
                            Integer.parseInt(table.column("K").get(row)));
            assertEquals(number, labels[index], "row " + row);
            String size = table.column("Cluster Size (voxels)").get(row);
            if (size.isEmpty()) continue;
            clusters++;
            sum += Integer.parseInt(size);
            assertEquals(
                    Integer.parseInt(size),
                    Arrays.stream(labels).filter(label -> label == number).count());
        }
        assertTrue(clusters >= 3 && table.rows() > clusters, "too few clusters or peaks: " + table.rows());
        assertEquals(sum, Arrays.stream(labels).filter(label -> label > 0).count());
        for (int v = 0; v < labels.length; v++) assertEquals(Math.abs((float) values[v]) > 2, labels[v] > 0);
    }

    @Test
    void theLabelMapOfAnOpenImageIsShown() {
        run("run(\"Show Map...\", \"image=[" + z + "]\");"
                + "run(\"Cluster Table...\", \"image=[z map] threshold=2 labels=true\");"
                + "run(\"Cluster Table...\", \"image=[z map labels] threshold=0.5 tail=positive output=[" + folder
                + "/again.tsv]\");");
        assertTrue(Table.read(folder.resolve("again.tsv")).rows() >= 3);
    }

    private static void run(String macro) {
        assertEquals(Optional.empty(), MacroRun.run(macro, ""));
    }
}
