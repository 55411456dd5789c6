package cohort.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.SmallMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapClustersTest {
    private static final double FLOAT = 3e-7;

    private final Mask mask = SmallMap.mask();
    private final RandomAccessibleInterval<? extends RealType<?>> map =
            Volume.of(mask.grid(), SmallMap.values()).voxels();

    @ParameterizedTest
    @ValueSource(ints = {6, 18, 26})
    void tfceAgreesWithThePackageTfce(int connectivity) throws IOException {
        assertColumn("tfce" + connectivity, MapClusters.tfce(map, mask, connectivity, 0.5, 2.0), FLOAT);
    }

    @Test
    void tfceOfOtherPowersAgreesWithThePackageTfce() throws IOException {
        assertColumn("tfce6_e1_h1.5", MapClusters.tfce(map, mask, 6, 1.0, 1.5), FLOAT);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 18, 26})
    void clustersAgreeWithScipy(int connectivity) throws IOException {
        ClusterMaps clusters = MapClusters.clusters(map, mask, connectivity, 2.0);
        assertColumn("size" + connectivity, clusters.size(), 0);
        assertColumn("mass" + connectivity, clusters.mass(), 1e-8);
    }

    @Test
    void badInputIsNamed() {
        assertMessage("connectivity: found 7, expected 6, 18 or 26.", () -> MapClusters.tfce(map, mask, 7, 0.5, 2.0));
        assertMessage(
                "E: found -1.0, expected a number of at least 0.", () -> MapClusters.tfce(map, mask, 6, -1.0, 2.0));
        assertMessage(
                "H: found NaN, expected a number of at least 0.",
                () -> MapClusters.tfce(map, mask, 6, 0.5, Double.NaN));
        assertMessage("threshold: found -2.0, expected at least 0.", () -> MapClusters.clusters(map, mask, 6, -2.0));
        assertMessage(
                "map: found [2, 3, 4] voxels, expected the mask's grid of " + mask.grid() + "; resample one of them.",
                () -> MapClusters.tfce(ArrayImgs.doubles(2, 3, 4), mask, 6, 0.5, 2.0));
        Mask empty = Mask.of(mask.grid(), new boolean[mask.grid().voxels()]);
        assertMessage("mask: found no voxel, expected at least one.", () -> MapClusters.tfce(map, empty, 6, 0.5, 2.0));
    }

    private static void assertMessage(String message, Runnable call) {
        assertEquals(message, assertThrows(InputException.class, call::run).getMessage());
    }

    private static void assertColumn(
            String name, RandomAccessibleInterval<? extends RealType<?>> image, double relative) throws IOException {
        try (InputStream in = MapClustersTest.class.getResourceAsStream("tfce_small.csv")) {
            List<String[]> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(","))
                    .toList();
            int column = List.of(rows.get(0)).indexOf(name);
            var voxel = image.view().flatIterable().cursor();
            for (String[] row : rows.subList(1, rows.size())) {
                double expected = Double.parseDouble(row[column]);
                assertEquals(expected, voxel.next().getRealDouble(), relative * Math.abs(expected), name);
            }
        }
    }
}
