package cohort.imagej.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.screen.ScreenAxes;
import cohort.imagej.Headless;
import cohort.imagej.io.ImageVolumes;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import cohort.threshold.Cluster;
import cohort.threshold.ClusterTables;
import cohort.threshold.Peak;
import cohort.threshold.TableOptions;
import cohort.threshold.rule.ClusterExtent;
import cohort.threshold.statistic.Statistics;
import ij.ImageStack;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShownClustersTest {
    static {
        Headless.start();
    }

    /** Oblong voxels, stored from right to left. */
    private static final Grid GRID = new Grid(9, 8, 7, -2, 0, 0, 8, 0, 3, 0, -10, 0, 0, 4, -12);

    private static Volume noise() {
        Random random = new Random(5);
        float[] values = new float[GRID.voxels()];
        for (int v = 0; v < values.length; v++) values[v] = (float) random.nextGaussian();
        return Volume.of(GRID, values);
    }

    private static ShownClusters clusters(Volume map, ShownEvidence evidence, double threshold) {
        ImageStack stack = ImageVolumes.toImage("z", map).getStack();
        float[][] slices = new float[stack.size()][];
        for (int z = 0; z < slices.length; z++) slices[z] = (float[]) stack.getPixels(z + 1);
        return new ShownClusters(slices, new ScreenAxes(map.grid()), evidence, threshold);
    }

    private static Optional<ShownCluster> at(Volume map, ShownEvidence evidence, double threshold, double... mm) {
        return clusters(map, evidence, threshold).at(mm);
    }

    /** The other way to the same numbers: the table of clusters. */
    @Test
    void itIsTheClusterOfTheTableWhoseVoxelIsPointedAt() {
        Volume noise = noise();
        Mask whole = Mask.everywhere(GRID);
        TableOptions options = new TableOptions(Tail.BOTH, ClusterExtent.NONE, 8, 6);
        List<Cluster> clusters = ClusterTables.find(
                        whole.image(noise.values()), whole, Statistics.UNKNOWN, 0.8, options)
                .clusters();
        assertTrue(clusters.size() > 20, "the map is no test");
        for (Cluster cluster : clusters) {
            Peak top = cluster.peaks().get(0);
            double[] peak = {top.x(), top.y(), top.z()};
            ShownCluster found = at(noise, ShownEvidence.UNKNOWN, 0.8, peak).orElseThrow();
            assertEquals(cluster.voxels(), found.voxels());
            assertEquals(cluster.mm3(), found.mm3(), 1e-9);
            assertEquals(top.statistic(), found.peak(), 1e-6);
            assertArrayEquals(peak, found.at(), 1e-9);
        }
    }

    @Test
    void thereIsNoneWhereNoVoxelIsShownOrOutside() {
        Volume noise = noise();
        int low = 0;
        while (Math.abs(noise.values()[low]) >= 0.8) low++;
        double[] mm = GRID.toMm(GRID.coordinate(low, 0), GRID.coordinate(low, 1), GRID.coordinate(low, 2));
        assertEquals(Optional.empty(), at(noise, ShownEvidence.UNKNOWN, 0.8, mm));
        assertEquals(Optional.empty(), at(noise, ShownEvidence.UNKNOWN, 0.8, 100, 0, 0));
    }

    @Test
    void ofPTheSmallestIsThePeak() {
        float[] p = new float[GRID.voxels()];
        Arrays.fill(p, 0.5F);
        p[GRID.index(4, 4, 3)] = 0.01F;
        p[GRID.index(5, 4, 3)] = 0.002F;
        p[GRID.index(5, 5, 3)] = 0.04F;
        ShownCluster found = at(
                        Volume.of(GRID, p), ShownEvidence.of("age p", HeaderNotes.NONE), 0.05, GRID.toMm(5, 5, 3))
                .orElseThrow();
        assertEquals(3, found.voxels());
        assertEquals(72, found.mm3(), 1e-9);
        assertEquals("cluster of 3 voxels (72 mm\u00b3)", found.words());
        assertEquals("peak 0.002 at x=\u22122, y=2, z=0 mm", found.peakWords());
    }
}
