package cohort.image.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.image.format.Volumes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What is written comes back: values and sform to float32, the qform up to its shears. */
class NiftiRoundTripTest {
    private static final int SFORM_CODE = 254;

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("nifti");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }

    @Property(tries = 300)
    void valuesAndAffineComeBack(@ForAll("grids") Grid grid, @ForAll boolean gzip, @ForAll long seed) {
        float[] values = new float[grid.voxels()];
        Random random = new Random(seed);
        for (int v = 0; v < values.length; v++) values[v] = Float.intBitsToFloat(random.nextInt());
        Path path = folder.resolve(gzip ? "map.nii.gz" : "map.nii");
        Volumes.write(Volume.of(grid, values), path, "a map");

        VolumeFile file = VolumeFile.open(path);
        double[] expected = new double[values.length];
        for (int v = 0; v < values.length; v++) expected[v] = values[v];
        assertArrayEquals(expected, file.read(0).values());
        assertEquals("a map", file.description());
        for (int e = 0; e < 12; e++)
            assertEquals((float) grid.affine()[e], file.grid().affine()[e]);
    }

    @Property(tries = 300)
    void qformSaysTheSameOfAGridWithoutShears(
            @ForAll("rotations") Quaternion rotation,
            @ForAll boolean flipped,
            @ForAll @IntRange(min = 1, max = 50) int zoom)
            throws IOException {
        double[] r = rotation.rotation(), affine = new double[12];
        double[] zooms = {zoom / 10.0, 2, flipped ? -3.5 : 3.5};
        for (int e = 0; e < 9; e++) affine[4 * (e / 3) + e % 3] = r[e] * zooms[e % 3];
        Grid grid = new Grid(2, 2, 2, affine);
        Path path = folder.resolve("qform.nii");
        Volumes.write(Volume.of(grid, new float[8]), path, "");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(path, bytes.putShort(SFORM_CODE, (short) 0).array());

        // The format leaves out a = sqrt(1 - b² - c² - d²), so near a half turn float32 fixes the angle to 1e-3 only.
        double tolerance = Math.min(1e-6 / rotation.a(), 2e-3) * 5;
        assertArrayEquals(affine, VolumeFile.open(path).grid().affine(), tolerance);
    }

    @Provide
    Arbitrary<Grid> grids() {
        Arbitrary<Integer> size = Arbitraries.integers().between(1, 9);
        Arbitrary<double[]> affine =
                Arbitraries.doubles().between(-100, 100).array(double[].class).ofSize(12);
        return Combinators.combine(size, size, size, affine).as((nx, ny, nz, a) -> {
            for (int axis = 0; axis < 3; axis++) a[5 * axis] += a[5 * axis] < 0 ? -300 : 300; // surely invertible
            return new Grid(nx, ny, nz, a);
        });
    }

    @Provide
    Arbitrary<Quaternion> rotations() {
        return Arbitraries.doubles()
                .between(-1, 1)
                .array(double[].class)
                .ofSize(4)
                .map(q -> {
                    double length = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
                    return length < 1e-3
                            ? new Quaternion(1, 0, 0, 0)
                            : new Quaternion(Math.abs(q[0]) / length, q[1] / length, q[2] / length, q[3] / length);
                });
    }
}
