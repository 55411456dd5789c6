package cohort.figure.slice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.figure.space.Extent;
import cohort.figure.space.Upright;
import cohort.figure.space.View;
import cohort.image.Grid;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActiveLayersTest {
    private static double[] mm(Upright map, View view, Extent shown, int count) {
        return ActiveLayers.of(map, view, shown, count).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    @Test
    void cutsAreThoseOfNilearn() {
        ReferenceTable table = ReferenceTable.read("cut-slices.tsv");
        double[][] maps = TinyCohort.maps();
        int[] subjects = table.integers("subject"), counts = table.integers("count");
        String[] views = table.text("view"), expected = table.text("mm");
        for (int row = 0; row < table.rows(); row++) {
            Upright map = Upright.of(TinyCohort.grid(), maps[subjects[row]]);
            assertArrayEquals(
                    Arrays.stream(expected[row].split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray(),
                    mm(map, View.parse(views[row]).get(0), Extent.all(map.axes()), counts[row]),
                    1e-9,
                    "row " + row);
        }
    }

    /** Other than nilearn, which cuts beside an image once it has run out of layers with values. */
    @Test
    void noLayerLiesOutsideWhatIsShown() {
        Grid grid = Grid.ofVoxelSize(1, 1, 9, 1, 1, 1);
        double[] values = new double[9];
        values[7] = 5;
        values[8] = 4;
        Upright map = Upright.of(grid, values);
        for (int count = 1; count <= 12; count++) {
            double[] all = mm(map, View.Z, Extent.all(map.axes()), count);
            assertEquals(Math.min(count, 9), all.length);
            for (double position : all) assertEquals(Math.min(8, Math.max(0, Math.rint(position))), position);
            double[] shown = mm(map, View.Z, Extent.of(map, value -> value > 0), count);
            assertEquals(
                    List.of(7.0, 8.0).subList(0, Math.min(count, 2)),
                    Arrays.stream(shown).boxed().toList());
        }
    }
}
