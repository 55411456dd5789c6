package cohort.image.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.VolumeFormat;
import cohort.image.VolumeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeFormatsTest {
    @TempDir
    Path folder;

    /** Each byte of the file is a voxel. */
    private record Bytes(Path file) implements VolumeSource {
        @Override
        public Grid grid() {
            return Grid.ofVoxelSize(2, 1, 1, 1, 1, 1);
        }

        @Override
        public int volumes() {
            return 1;
        }

        @Override
        public HeaderNotes notes() {
            return HeaderNotes.NONE;
        }

        @Override
        public void read(int first, int end, ObjIntConsumer<? super Volume> visitor) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            visitor.accept(Volume.of(grid(), new float[] {bytes[0], bytes[1]}), 0);
        }
    }

    private static final class BytesFormat implements VolumeFormat {
        @Override
        public boolean claims(Path path) {
            return path.toString().endsWith(".bytes") || path.toString().endsWith(".nii");
        }

        @Override
        public String name() {
            return "bytes (.bytes)";
        }

        @Override
        public VolumeSource open(Path path) {
            return new Bytes(path);
        }
    }

    @Test
    void aFormatIsKnownWhileItIsRegistered() throws IOException {
        Path file = Files.write(folder.resolve("map.bytes"), new byte[] {3, 4});
        assertFalse(VolumeFormats.claim(file));
        Runnable forget = VolumeFormats.register(new BytesFormat());
        try {
            assertTrue(VolumeFormats.claim(file));
            assertArrayEquals(new double[] {3, 4}, Volumes.read(file).values());
        } finally {
            forget.run();
        }
        assertFalse(VolumeFormats.claim(file));
    }

    @Test
    void theProjectsOwnFormatsComeFirst() throws IOException {
        Path file = folder.resolve("map.nii");
        Volumes.write(Volume.of(Grid.ofVoxelSize(3, 1, 1, 1, 1, 1), new float[] {1, 2, 3}), file, "");
        Runnable forget = VolumeFormats.register(new BytesFormat());
        try {
            assertArrayEquals(new double[] {1, 2, 3}, Volumes.read(file).values());
        } finally {
            forget.run();
        }
    }
}
