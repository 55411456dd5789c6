package cohort.imagej.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.command.viewer.ClusterSelection;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.screen.ScreenAxes;
import cohort.imagej.Headless;
import cohort.imagej.io.ImageVolumes;
import cohort.table.Table;
import ij.gui.PointRoi;
import ij.gui.Roi;
import java.awt.Point;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Regions of interest hold the voxels of the clusters, whichever way the file stores them. */
class ClusterRoisTest {
    static {
        Headless.start();
    }

    static Stream<double[]> affines() {
        return Stream.of(
                new double[] {2, 0, 0, -8, 0, 2, 0, -9, 0, 0, 2, -6},
                new double[] {-2, 0, 0, 8, 0, 2, 0, -9, 0, 0, 2, -6},
                new double[] {0, 0, 3, -8, -2, 0, 0, 9, 0, 2, 0, -6});
    }

    /** Labels at random: clusters in pieces, with holes and pixels that meet at corners alone. */
    private static double[] labels(Grid grid) {
        Random random = new Random(7);
        double[] labels = new double[grid.voxels()];
        for (int v = 0; v < labels.length; v++) labels[v] = random.nextInt(5) < 2 ? 1 + random.nextInt(3) : 0;
        return labels;
    }

    private static Table table(Grid grid, int... voxels) {
        return Table.of(
                "clusters",
                List.of("Cluster ID", "X", "Y", "Z"),
                List.of(
                        row("1", grid, voxels[0]),
                        row("1a", grid, voxels[1]),
                        row("2", grid, voxels[2]),
                        row("3", grid, 0)));
    }

    private static List<String> row(String id, Grid grid, int voxel) {
        double[] mm = grid.toMm(voxel);
        return List.of(id, "" + mm[0], "" + mm[1], "" + mm[2]);
    }

    @ParameterizedTest
    @MethodSource("affines")
    void theOutlinesHoldTheVoxelsOfTheClusters(double[] affine) {
        Grid grid = new Grid(9, 8, 7, affine);
        double[] labels = labels(grid), found = new double[labels.length];
        ScreenAxes screen = new ScreenAxes(grid);
        for (Object each : ClusterRois.of(new ClusterSelection(Volume.of(grid, labels), table(grid, 5, 100, 300)))) {
            Roi roi = (Roi) each;
            if (roi instanceof PointRoi) continue;
            String[] name = roi.getName().split(" ");
            assertEquals("slice", name[2]);
            assertEquals(name[3], "" + roi.getPosition());
            for (Point pixel : roi.getContainedPoints())
                found[screen.voxel(pixel.x, pixel.y, roi.getPosition() - 1)] += Integer.parseInt(name[1]);
        }
        assertArrayEquals(labels, found);
    }

    @ParameterizedTest
    @MethodSource("affines")
    void thePointsLieAtThePeaks(double[] affine) {
        Grid grid = new Grid(9, 8, 7, affine);
        ScreenAxes screen = new ScreenAxes(grid);
        int[] voxels = {5, 100, 300, 0};
        List<String> names = List.of("peak 1", "peak 1a", "peak 2", "peak 3");
        int found = 0;
        for (Object each : ClusterRois.of(new ClusterSelection(Volume.of(grid, labels(grid)), table(grid, voxels)))) {
            if (!(each instanceof PointRoi point)) continue;
            assertEquals(names.get(found), point.getName());
            Point pixel = point.getContainedPoints()[0];
            assertEquals(voxels[found++], screen.voxel(pixel.x, pixel.y, point.getPosition() - 1));
        }
        assertEquals(4, found);
    }

    /** A region measures in the image that is shown what the voxels are. */
    @Test
    void anImageHasTheLabelWhereItsRegionIs() {
        Grid grid = new Grid(9, 8, 7, affines().skip(2).findFirst().orElseThrow());
        Volume labels = Volume.of(grid, labels(grid));
        var image = ImageVolumes.toImage("labels", labels);
        int measured = 0;
        for (Object each : ClusterRois.of(new ClusterSelection(labels, table(grid, 5, 100, 300)))) {
            Roi roi = (Roi) each;
            if (roi instanceof PointRoi) continue;
            image.setSlice(roi.getPosition());
            image.setRoi(roi);
            var statistics = image.getStatistics();
            double number = Double.parseDouble(roi.getName().split(" ")[1]);
            assertEquals(number, statistics.min);
            assertEquals(number, statistics.max);
            measured++;
        }
        assertTrue(measured > 20, measured + " regions");
    }
}
