package cohort.threshold.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.ReferenceTable;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import cohort.threshold.Thresholds;
import cohort.threshold.ZMap;
import cohort.threshold.statistic.Statistics;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class AllResolutionsTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @Test
    void proportionsAreThoseOfTheReference() {
        ReferenceTable table = ReferenceTable.read("ari.tsv");
        double[] proportions = Thresholds.apply(
                        ZMap.volume().voxels(),
                        ZMap.mask(),
                        Statistics.z(),
                        "ari:2,1.5",
                        new ThresholdOptions(0.05, Tail.POSITIVE, ClusterExtent.NONE, 6))
                .map()
                .values();
        int[] voxels = table.integers("voxel");
        for (int v = 0; v < voxels.length; v++)
            assertEquals(table.numbers("proportion")[v], proportions[voxels[v]], 1e-15);
    }

    /** The bound of closed testing by its definition: all 2^n intersections of hypotheses, each tested by Simes. */
    @Property(tries = 200)
    void theBoundIsThatOfClosedTesting(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(9);
        double alpha = 0.05 + 0.3 * random.nextDouble();
        double[] p = random.doubles(n).map(u -> u * u * u).toArray();
        int cluster = 1 + random.nextInt(n); // the voxels 0 to cluster - 1 are apart from the others

        int mostTrueNulls = 0, mostOfAll = 0;
        for (int set = 1; set < 1 << n; set++)
            if (!simesRejects(p, set, alpha)) {
                mostTrueNulls = Math.max(mostTrueNulls, Integer.bitCount(set & (1 << cluster) - 1));
                mostOfAll = Math.max(mostOfAll, Integer.bitCount(set));
            }

        ThresholdedMap found = proportions(p, cluster, alpha);
        assertEquals((double) (cluster - mostTrueNulls) / cluster, found.map().values()[0], 1e-12);
        String end = "of all " + n + (n == 1 ? " voxel" : " voxels") + " at least " + (n - mostOfAll)
                + " are true positives.";
        assertTrue(found.summary().endsWith(end), found.summary() + " but " + end);
    }

    private static boolean simesRejects(double[] p, int set, double alpha) {
        double[] some = IntStream.range(0, p.length)
                .filter(v -> (set >> v & 1) == 1)
                .mapToDouble(v -> p[v])
                .sorted()
                .toArray();
        for (int j = 0; j < some.length; j++) if (some[j] <= (j + 1) * alpha / some.length) return true;
        return false;
    }

    /** Two rows of voxels that touch nowhere; the first begins at voxel 0 and is the cluster. */
    private static ThresholdedMap proportions(double[] p, int cluster, double alpha) {
        Grid grid = Grid.ofVoxelSize(p.length, 2, 2, 1, 1, 1);
        double[] z = new double[grid.voxels()];
        boolean[] inside = new boolean[grid.voxels()];
        for (int v = 0; v < p.length; v++) {
            int index = v < cluster ? grid.index(v, 0, 0) : grid.index(v, 1, 1);
            z[index] = Math.max(1e-9, NORMAL.inverseSurvivalProbability(p[v] / 2));
            inside[index] = true;
        }
        return Thresholds.apply(
                Volume.of(grid, z).voxels(),
                Mask.of(grid, inside),
                Statistics.z(),
                "ari:0",
                new ThresholdOptions(alpha, Tail.BOTH, ClusterExtent.NONE, 6));
    }

    @Test
    void whereEveryVoxelIsPositiveTheProportionIsOne() {
        Grid grid = Grid.ofVoxelSize(5, 4, 3, 1, 1, 1);
        double[] z = new double[grid.voxels()];
        Arrays.fill(z, 6);
        ThresholdedMap found = Thresholds.apply(
                Volume.of(grid, z).voxels(),
                Mask.of(grid, Volume.of(grid, z).voxels()),
                Statistics.z(),
                "ari",
                new ThresholdOptions(0.05, Tail.POSITIVE, ClusterExtent.NONE, 6));
        for (double proportion : found.map().values()) assertEquals(1, proportion);
        assertEquals(
                "1 cluster above 3 (positive side); of all 60 voxels at least 60 are true positives.", found.summary());
    }
}
