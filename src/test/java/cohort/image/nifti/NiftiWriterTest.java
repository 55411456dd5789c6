package cohort.image.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.image.format.Volumes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NiftiWriterTest {
    private static final Grid GRID = new Grid(2, 3, 2, 2, 0, 0, -1, 0, 2, 0, -2, 0, 0, 2, -3);

    @TempDir
    Path folder;

    @Test
    void sameVolumeGivesSameBytes() throws IOException {
        double[] values = new double[GRID.voxels()];
        Arrays.setAll(values, v -> Math.sin(v));
        Path a = folder.resolve("a.nii.gz"), b = folder.resolve("b.nii.gz");
        Volumes.write(Volume.of(GRID, values), a, "sine");
        Volumes.write(Volume.of(GRID, values), b, "sine");
        byte[] bytes = Files.readAllBytes(a);
        assertArrayEquals(bytes, Files.readAllBytes(b));
        assertArrayEquals(new byte[4], Arrays.copyOfRange(bytes, 4, 8), "gzip's time stamp");
    }

    /** Values of nibabel 5.4's Nifti1Header.set_qform for the same affine, which has shears and is left-handed. */
    @Test
    void qformIsTheNearestRotation() throws IOException {
        Grid grid = new Grid(2, 3, 2, -2.9, 0.3, -0.4, -70.123, 0.31, 2.8, 0.5, -101.7, -0.42, -0.45, 3.3, -42.001);
        ByteBuffer h = header(grid, "");
        assertArrayEquals(new float[] {-1, 2.9466083f, 2.851754f, 3.3615472f}, floats(h, 76, 4), 3e-7f);
        assertArrayEquals(new float[] {0.05277467f, 0.9935143f, -0.07684948f}, floats(h, 256, 3), 1e-7f);
        assertArrayEquals(new float[] {-70.123f, -101.7f, -42.001f}, floats(h, 268, 3));
        assertArrayEquals(
                new float[] {-2.9f, 0.3f, -0.4f, -70.123f, 0.31f, 2.8f, 0.5f, -101.7f, -0.42f, -0.45f, 3.3f, -42.001f},
                floats(h, 280, 12));
    }

    @Test
    void headerSaysWhatItHolds() throws IOException {
        ByteBuffer h = header(GRID, "Größe " + "x".repeat(100));
        assertEquals(2 | 8, h.get(123), "mm and s");
        assertEquals(2, h.getShort(252), "qform code");
        assertEquals(2, h.getShort(254), "sform code");
        assertEquals(16, h.getShort(70), "float32");
        assertEquals(32, h.getShort(72), "bits");
        assertEquals(0, h.get(148 + 79), "end of the description");
        String description = VolumeFile.open(folder.resolve("h.nii")).description();
        assertEquals("Gr??e " + "x".repeat(73), description);
    }

    @Test
    void writesAnyViewInTheFilesOrder() {
        var img = ArrayImgs.floats(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2);
        Volume volume = new Volume(Grid.ofVoxelSize(2, 2, 2, 1, 1, 1), Views.permute(img, 0, 2));
        Path path = folder.resolve("view.nii");
        Volumes.write(volume, path, "");
        assertArrayEquals(
                new double[] {1, 5, 3, 7, 2, 6, 4, 8}, Volumes.read(path).values());
    }

    @Test
    void refusesWhatTheFormatCannotHold() {
        Volume volume = Volume.of(GRID, new float[12]);
        assertMessage("does not end in .nii.gz or .nii", volume, folder.resolve("map.img"));
        Volume wide = Volume.of(Grid.ofVoxelSize(32768, 1, 1, 1, 1, 1), new float[32768]);
        assertMessage("found 32768 voxels along an axis", wide, folder.resolve("wide.nii"));
    }

    private static void assertMessage(String found, Volume volume, Path path) {
        String message = assertThrows(InputException.class, () -> Volumes.write(volume, path, ""))
                .getMessage();
        assertTrue(message.startsWith(path.toString()) && message.contains(found), message);
        assertTrue(Files.notExists(path));
    }

    private ByteBuffer header(Grid grid, String description) throws IOException {
        Path path = folder.resolve("h.nii");
        Volumes.write(Volume.of(grid, new float[grid.voxels()]), path, description);
        return ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static float[] floats(ByteBuffer bytes, int at, int n) {
        float[] floats = new float[n];
        bytes.slice(at, 4 * n).order(bytes.order()).asFloatBuffer().get(floats);
        return floats;
    }
}
