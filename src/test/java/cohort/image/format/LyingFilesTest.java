package cohort.image.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are not what they say give one sentence that names the file and what was found. */
public class LyingFilesTest {
    private static final float[] VALUES = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    private static final Grid GRID = new Grid(2, 3, 2, 2, 0, 0, -1, 0, 2, 0, -2, 0, 0, 2, -3);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("lies")
    void refusesHeader(String found, Consumer<ByteBuffer> lie) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(nifti()).order(ByteOrder.LITTLE_ENDIAN);
        lie.accept(bytes);
        assertRefused(file("lie.nii", bytes.array()), found);
        assertRefused(file("lie.nii.gz", gzip(bytes.array())), found);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("found no header", b -> b.putInt(0, 347)),
                lie("found no header", b -> b.putInt(0, 0)),
                lie("found no header", b -> b.putInt(0, 540)), // longer than the file
                lie("found no signature", b -> b.put(344, (byte) 'x')),
                lie("found 0 axes", b -> b.putShort(40, (short) 0)),
                lie("found 8 axes", b -> b.putShort(40, (short) 8)),
                lie("found -1 axes", b -> b.putShort(40, (short) -1)),
                lie("found a size of 0 along axis 1", b -> b.putShort(42, (short) 0)),
                lie("found a size of -3 along axis 3", b -> b.putShort(46, (short) -3)),
                lie("2 x 48", b -> b.putShort(40, (short) 5).putShort(50, (short) 2)),
                lie("found a size of -2 along axis 5", b -> b.putShort(40, (short) 5)
                        .putShort(50, (short) -2)),
                lie(
                        "found sizes of 3 and 2 along axes 5 and 6",
                        b -> b.putShort(40, (short) 6).putShort(50, (short) 3).putShort(52, (short) 2)),
                lie(
                        "found 3 values per voxel, such as a vector's (intent 1007)",
                        b -> b.putShort(40, (short) 5).putShort(50, (short) 3).putShort(68, (short) 1007)),
                lie("found CIFTI, which holds", b -> b.putShort(68, (short) 3001)),
                lie("found 2562 x 1 x 1 voxels, which are the vertices of a surface", b -> b.putShort(42, (short) 2562)
                        .putShort(44, (short) 1)
                        .putShort(46, (short) 1)),
                lie("found 27307 x 1 x 6 voxels, which are the vertices of a surface", b -> b.putShort(
                                42, (short) 27307)
                        .putShort(44, (short) 1)
                        .putShort(46, (short) 6)),
                lie("found sizes of 32767 and 32767 along axes 4 and 5", b -> {
                    b.putShort(40, (short) 7);
                    for (int n = 1; n <= 7; n++) b.putShort(40 + 2 * n, Short.MAX_VALUE);
                }),
                lie("found a grid of 32767 x 32767 x 32767", b -> {
                    for (int n = 1; n <= 3; n++) b.putShort(40 + 2 * n, Short.MAX_VALUE);
                }),
                lie("expected at least 32767 x 4294705156", b -> b.putShort(40, (short) 4)
                        .putShort(42, Short.MAX_VALUE)
                        .putShort(44, Short.MAX_VALUE)
                        .putShort(46, (short) 1)
                        .putShort(48, Short.MAX_VALUE)),
                lie("datatype 0 (unknown)", b -> b.putShort(70, (short) 0)),
                lie("datatype 1 (binary)", b -> b.putShort(70, (short) 1)),
                lie("datatype 32 (complex64)", b -> b.putShort(70, (short) 32)),
                lie("datatype 128 (RGB)", b -> b.putShort(70, (short) 128)),
                lie("datatype 1536 (float128)", b -> b.putShort(70, (short) 1536)),
                lie("datatype 2304 (RGBA)", b -> b.putShort(70, (short) 2304)),
                lie("datatype -7 (unknown)", b -> b.putShort(70, (short) -7)),
                lie("at byte 0.0", b -> b.putFloat(108, 0)),
                lie("at byte 347.0", b -> b.putFloat(108, 347)),
                lie("at byte -352.0", b -> b.putFloat(108, -352)),
                lie("at byte 352.5", b -> b.putFloat(108, 352.5f)),
                lie("at byte NaN", b -> b.putFloat(108, Float.NaN)),
                lie("at byte Infinity", b -> b.putFloat(108, Float.POSITIVE_INFINITY)),
                lie("expected at least 1 x 48", b -> b.putFloat(108, 1e9f)),
                lie("scl_inter = NaN", b -> b.putFloat(116, Float.NaN)),
                lie("found an affine that maps voxels to no volume", b -> b.putFloat(280, Float.NaN)),
                lie("found an affine that maps voxels to no volume", b -> b.putFloat(292, Float.NaN)),
                lie("found an affine that maps voxels to no volume", b -> b.putFloat(280, 0)),
                lie("found a qform", b -> b.putShort(254, (short) 0).putFloat(256, 1.1f)),
                lie("found a qform", b -> b.putShort(254, (short) 0).putFloat(256, Float.NaN)));
    }

    private static Arguments lie(String found, Consumer<ByteBuffer> lie) {
        return Arguments.of(found, lie);
    }

    @Test
    void refusesFileCutShort() throws IOException {
        byte[] whole = nifti();
        for (int length : new int[] {0, 3, 4, 100, 347, 351, 352, 399}) {
            Path path = file("cut.nii", Arrays.copyOf(whole, length));
            assertRefused(path, "");
        }
        assertRefused(file("cut.nii", Arrays.copyOf(whole, 399)), "found 399 bytes, expected at least 1 x 48");
    }

    @Test
    void refusesCompressedFileCutShortAnywhere() throws IOException {
        byte[] whole = gzip(nifti());
        for (int length = 0; length < whole.length; length++)
            assertRefused(file("cut.nii.gz", Arrays.copyOf(whole, length)), "");
        assertRefused(file("cut.nii.gz", Arrays.copyOf(whole, whole.length - 30)), "early");
        assertRefused(file("cut.nii.gz", gzip(Arrays.copyOf(nifti(), 399))), "data end early, expected 1 x 48 bytes");
    }

    @Test
    void comparesChecksum() throws IOException {
        byte[] whole = gzip(nifti());
        for (int last = 1; last <= 8; last++) { // the checksum and the length end the file
            byte[] changed = whole.clone();
            changed[whole.length - last] ^= 1;
            assertRefused(file("bad.nii.gz", changed), "damaged");
        }
    }

    @Test
    void readsWholeFileWithPadding() throws IOException {
        assertArrayEquals(VALUES, floats(file("long.nii", Arrays.copyOf(nifti(), 1000))));
        assertArrayEquals(VALUES, floats(file("long.nii.gz", gzip(Arrays.copyOf(nifti(), 100_000)))));
    }

    /** 100 MB of zeros deflate to 100 kB. */
    @Test
    void refusesBomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(nifti());
            for (int n = 0; n < 100; n++) out.write(new byte[1 << 20]);
        }
        assertRefused(file("bomb.nii.gz", bytes.toByteArray()), "goes on for more than");
    }

    @Test
    void makesNoRoomForWhatIsNotThere() throws IOException {
        byte[] noise = new byte[1 << 20];
        new Random(0).nextBytes(noise);
        ByteBuffer header = ByteBuffer.wrap(nifti()).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort(42, (short) 10000).putShort(44, (short) 10000).putShort(46, (short) 2); // 800 MB
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(header.array());
            out.write(noise);
        }
        Path path = file("claims.nii.gz", bytes.toByteArray());
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertRefused(path, "data end early");
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 5 * noise.length, "allocated " + allocated);
    }

    @Test
    void tellsGzipByItsBytes() throws IOException {
        assertArrayEquals(VALUES, floats(file("packed.nii", gzip(nifti()))));
        assertArrayEquals(VALUES, floats(file("plain.nii.gz", nifti())));
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        assertRefused(folder.resolve("none.nii"), "found no such file");
        assertRefused(Files.createDirectory(folder.resolve("folder.nii")), "found a folder or a device");
        assertRefused(file("map.png", nifti()), "expected NIfTI");
        assertRefused(file("nosuffix", nifti()), "expected NIfTI");
        assertRefused(file("map.gz", nifti()), "expected NIfTI");
        assertRefused(file("alone.hdr", nifti()), "there is no " + folder.resolve("alone.img"));
        assertRefused(file("ALONE.IMG.GZ", nifti()), "there is no " + folder.resolve("ALONE.HDR.GZ"));
    }

    @Test
    void findsTheOtherFileOfAPair() throws IOException {
        byte[] header = Files.readAllBytes(FormatsReferenceTest.FILES.resolve("pair1.hdr"));
        byte[] voxels = Files.readAllBytes(FormatsReferenceTest.FILES.resolve("pair1.img"));
        float[] expected = floats(FormatsReferenceTest.FILES.resolve("pair1.hdr"));
        file("Füße 1.hdr", header);
        assertArrayEquals(expected, floats(file("Füße 1.img.gz", gzip(voxels))));
        assertArrayEquals(expected, floats(folder.resolve("Füße 1.hdr")));
        file("UPPER.HDR.GZ", gzip(header));
        assertArrayEquals(expected, floats(file("UPPER.IMG.GZ", gzip(voxels))));
    }

    @Test
    void refusesOrientationsThatItCannotRead() throws IOException {
        Path files = FormatsReferenceTest.FILES;
        Path header = Files.copy(files.resolve("analyze-spm-M.hdr"), folder.resolve("a.hdr"));
        Files.copy(files.resolve("analyze-spm-M.img"), folder.resolve("a.img"));
        double[] withoutMat = VolumeFile.open(header).grid().affine();
        byte[] mat = Files.readAllBytes(files.resolve("analyze-spm-M.mat"));
        for (int length = 1; length < mat.length; length++)
            assertRefusedMat(header, Arrays.copyOf(mat, length), "found a truncated matrix");
        assertRefusedMat(header, "1 0 0 0\n0 1 0 0\n0 0 1 0\n0 0 0 1\n".getBytes(), "found no 4 x 4 matrix");
        assertRefusedMat(header, new byte[1 << 20], "found a file of 1048576 bytes");
        byte[] singular = mat.clone();
        Arrays.fill(singular, 22, 22 + 32, (byte) 0);
        assertRefusedMat(header, singular, "found an affine that maps voxels to no volume");
        byte[] other = mat.clone();
        other[20] = 'X';
        assertRefusedMat(header, other, "found neither mat nor M");
        file("a.mat", new byte[0]);
        assertArrayEquals(withoutMat, VolumeFile.open(header).grid().affine());
    }

    private void assertRefusedMat(Path header, byte[] mat, String found) throws IOException {
        Path path = file("a.mat", mat);
        String message = assertThrows(InputException.class, () -> VolumeFile.open(header))
                .getMessage();
        assertTrue(message.startsWith(path + ": " + found), message);
    }

    @Test
    void readsOneVolumeOnly() {
        Path four = FormatsReferenceTest.FILES.resolve("four.nii");
        String message =
                assertThrows(InputException.class, () -> Volumes.read(four)).getMessage();
        assertTrue(message.startsWith(four + ": found 3 volumes, expected one"), message);
        assertThrows(
                IndexOutOfBoundsException.class, () -> VolumeFile.open(four).read(3));
        assertEquals(
                60,
                Volumes.read(FormatsReferenceTest.FILES.resolve("four-one.nii")).values().length);
    }

    private static void assertRefused(Path path, String found) {
        String message = assertThrows(
                        InputException.class, () -> VolumeFile.open(path).readAll())
                .getMessage();
        assertTrue(message.startsWith(path.toString()) && message.contains(found), message);
        assertTrue(message.endsWith(".") && message.contains(";") && !message.contains("\n"), message);
        assertFalse(message.contains("Exception") || message.contains("null"), message);
    }

    private static float[] floats(Path path) {
        double[] values = Volumes.read(path).values();
        float[] floats = new float[values.length];
        IntStream.range(0, values.length).forEach(v -> floats[v] = (float) values[v]);
        return floats;
    }

    private byte[] nifti() throws IOException {
        Path path = folder.resolve("right.nii");
        Volumes.write(Volume.of(GRID, VALUES), path, "");
        return Files.readAllBytes(path);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    public static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
