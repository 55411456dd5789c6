package cohort.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes are given in units that show digits. */
class VoxelUnitTest {

    /** The sizes in the last three columns are voxels times the product of their edges, done by hand. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2 2 2        | 12 14 10 | 1000 | mm | 8000        | mm³ | 8 cm³
                    2 2 2        | 12 14 10 | 124  | mm | 992         | mm³ | 992 mm³
                    3 3 3.5      | 12 14 10 | 1    | mm | 31.5        | mm³ | 31.5 mm³
                    2 2 2        | 91 109 91 | 228483 | mm | 1827864 | mm³ | 1,828 cm³
                    0.025 0.025 0.05 | 12 14 10 | 1445 | µm | 45156250 | µm³ | 0.04516 mm³
                    0.025 0.025 0.05 | 12 14 10 | 100 | µm | 3125000 | µm³ | 3,125,000 µm³
                    0.05 0.05 0.05 | 12 14 10 | 1600 | µm | 200000000 | µm³ | 0.2 mm³
                    0.0005 0.0005 0.001 | 12 14 1 | 100 | µm | 25   | µm² | 25 µm²
                    0.05 0.05 1 | 12 14 1 | 100      | µm | 250000    | µm² | 0.25 mm²
                    3 3 3       | 12 1 14 | 100      | mm | 900       | mm² | 9 cm²
                    1 1 1       | 5 1 1   | 5        | mm | 5         | mm³ | 5 mm³
                    """)
    void theUnitFitsTheVoxel(
            String edges, String voxels, int count, String length, double size, String unit, String words) {
        double[] mm = numbers(edges), n = numbers(voxels);
        Grid grid = Grid.ofVoxelSize((int) n[0], (int) n[1], (int) n[2], mm[0], mm[1], mm[2]);
        VoxelUnit fits = VoxelUnit.of(grid);
        assertEquals(length, fits.name());
        assertEquals(unit, fits.ofSizes());
        assertEquals(size, fits.size(count * grid.voxelVolume()), 1e-9 * size);
        assertEquals(words, fits.words(count * grid.voxelVolume()));
        assertEquals(length.equals("mm") ? mm[0] : 1000 * mm[0], fits.length(grid.voxelSize(0)), 1e-9 * 1000 * mm[0]);
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
