package cohort.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.VoxelValues;
import net.imglib2.type.numeric.RealType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MaskTest {

    @Property(tries = 200)
    void aMapShownOnTheGridIsItsCopyThere(@ForAll @Size(210) boolean[] inside, @ForAll @IntRange(max = 209) int first) {
        Mask mask = Mask.of(Grid.ofVoxelSize(7, 5, 6, 1, 1, 1), inside);
        double[] values = new double[mask.size()];
        for (int m = 0; m < values.length; m++) values[m] = m % 11 == 10 ? Double.NaN : m + 1;
        Volume shown = mask.toVolume(values);
        double[] copied = VoxelValues.of(mask.image(values));

        assertArrayEquals(copied, shown.values());
        assertArrayEquals(values, mask.values(shown));
        double[] some = new double[210 - first];
        shown.copy(first, some.length, some);
        for (int v = 0; v < some.length; v++) assertEquals(copied[first + v], some[v]);
        assertEquals(
                copied[first],
                shown.voxels().getAt(first % 7, first / 7 % 5, first / 35).getRealDouble());
    }

    @Test
    void aMapShownOnTheGridIsForReading() {
        Mask mask = Mask.everywhere(Grid.ofVoxelSize(2, 2, 2, 1, 1, 1));
        RealType<?> first = mask.toVolume(new double[8]).voxels().firstElement();
        assertThrows(UnsupportedOperationException.class, () -> first.setReal(1));
    }
}
