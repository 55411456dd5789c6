package cohort.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.permute.Oracle;
import cohort.permute.RandomMap;
import cohort.permute.SmallMap;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExcursionClustersTest {

    @Property(tries = 300)
    void areThoseOfAFloodFill(@ForAll long seed, @ForAll("connectivities") int connectivity) {
        RandomMap map = new RandomMap(seed);
        ExcursionClusters clusters = new ExcursionClusters(new Neighbours(map.mask(), connectivity));
        find(clusters, map.values(), -0.5); // a greater set, found before, leaves no trace
        double threshold = 0.5;
        find(clusters, map.values(), threshold);

        boolean[] set = new boolean[map.mask().size()];
        for (int v = 0; v < set.length; v++) set[v] = map.values()[v] > threshold;
        int[] labels = new Oracle(map.mask(), connectivity).label(set);
        int count = Arrays.stream(labels).max().orElse(0);
        int[] sizes = new int[count + 1];
        double[] masses = new double[count + 1];
        for (int v = 0; v < set.length; v++)
            if (set[v]) {
                sizes[labels[v]]++;
                masses[labels[v]] += map.values()[v] - threshold;
            }

        assertEquals(count, clusters.size());
        for (int c = 0; c < count; c++) {
            assertEquals(sizes[c + 1], clusters.size(c));
            assertEquals(masses[c + 1], clusters.mass(c));
        }
        assertEquals(Arrays.stream(sizes).max().orElse(0), clusters.maxSize());
        assertEquals(Arrays.stream(masses).max().orElse(0), clusters.maxMass());
        double[] size = new double[set.length], mass = new double[set.length];
        clusters.map(size, mass);
        for (int v = 0; v < set.length; v++) {
            assertEquals(sizes[labels[v]], size[v]);
            assertEquals(masses[labels[v]], mass[v]);
        }
    }

    @Test
    void noVoxelNoCluster() {
        ExcursionClusters clusters = new ExcursionClusters(new Neighbours(SmallMap.mask(), 6));
        clusters.find(new int[0], new double[0], 0, 3);
        assertEquals(0, clusters.size());
        assertEquals(0, clusters.maxSize());
        assertEquals(0, clusters.maxMass());
    }

    @Provide
    static Arbitrary<Integer> connectivities() {
        return Arbitraries.of(6, 18, 26);
    }

    private static void find(ExcursionClusters clusters, double[] map, double threshold) {
        int[] excursion = new int[map.length];
        double[] values = new double[map.length];
        int n = 0;
        for (int v = 0; v < map.length; v++)
            if (map[v] > threshold) {
                excursion[n] = v;
                values[n++] = map[v];
            }
        clusters.find(excursion, values, n, threshold);
    }
}
