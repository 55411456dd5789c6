package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.imagej.io.ImageVolumes;
import ij.ImagePlus;

/** Maps whose voxels hold their index, and what is asserted of images of them. */
public final class Numbered {
    private Numbered() {}

    public static Volume numbered(Grid grid) {
        float[] values = new float[grid.voxels()];
        for (int v = 0; v < values.length; v++) values[v] = v;
        return Volume.of(grid, values);
    }

    public static double value(ImagePlus image, int x, int y, int z) {
        return image.getStack().getVoxel(x, y, z);
    }

    /** Where a pixel lies, by the voxel that it shows. */
    public static double[] mm(Grid grid, ImagePlus image, int x, int y, int z) {
        int v = (int) value(image, x, y, z);
        return grid.toMm(v % grid.nx(), v / grid.nx() % grid.ny(), v / (grid.nx() * grid.ny()));
    }

    public static void assertSame(Volume expected, Volume actual) {
        assertEquals(expected.grid(), actual.grid());
        assertArrayEquals(expected.values(), actual.values());
    }

    public static void assertSays(String sentence, ImagePlus image) {
        assertEquals(
                sentence,
                assertThrows(InputException.class, () -> ImageVolumes.toVolume(image))
                        .getMessage());
    }
}
