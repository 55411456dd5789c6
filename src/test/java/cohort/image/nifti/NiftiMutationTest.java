package cohort.image.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.Mutation;
import cohort.Watched;
import cohort.image.Volume;
import cohort.image.format.FormatsReferenceTest;
import cohort.image.format.LyingFilesTest;
import cohort.image.format.VolumeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Damaged files give the right data or one sentence, in little time and memory. 200,000 files, 12,500 of each
 * of the sixteen kinds here and in the other tests of that name: {@code mvn verify -Dtest='*MutationTest'
 * -Djqwik.tries.default=12500}.
 */
@Tag("slow")
public class NiftiMutationTest {
    private static final String SEED = "20040601";

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("mutated");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }

    /** The values of a file that is still read are those that its changed header declares. */
    @Property(seed = SEED)
    void headerOfOneFile(@ForAll("singleFiles") String name, @ForAll Random random, @ForAll boolean gzip)
            throws IOException {
        byte[] bytes = Mutation.of(reference(name), random, 352);
        read(name, gzip ? LyingFilesTest.gzip(bytes) : bytes, honest(bytes))
                .ifPresent(values -> assertDeclared(bytes, values));
    }

    /** 24 x 24 x 24 voxels, so that the room made for what is not there would show. */
    @Property(seed = SEED)
    void headerOfALargerFile(@ForAll Random random, @ForAll boolean gzip) throws IOException {
        ByteBuffer whole = ByteBuffer.allocate(352 + 4 * 24 * 24 * 24).order(ByteOrder.LITTLE_ENDIAN);
        whole.put(reference("nifti1-float32-le.nii"), 0, 352);
        for (int axis = 1; axis <= 3; axis++) whole.putShort(40 + 2 * axis, (short) 24);
        for (int n = 0; n < 1000; n++) whole.putInt(random.nextInt());
        byte[] bytes = Mutation.of(whole.array(), random, 352);
        read("larger.nii", gzip ? LyingFilesTest.gzip(bytes) : bytes, honest(bytes))
                .ifPresent(values -> assertDeclared(bytes, values));
    }

    @Property(seed = SEED)
    void headerOfAPair(@ForAll("pairs") String name, @ForAll Random random) throws IOException {
        Files.write(folder.resolve(name + ".img"), reference(name + ".img"));
        read(name + ".hdr", Mutation.of(reference(name + ".hdr"), random, 348), 0);
    }

    @Property(seed = SEED)
    void orientationBesideAPair(@ForAll Random random) throws IOException {
        String name = "analyze-spm-mat";
        Path mat = folder.resolve(name + ".mat");
        Files.write(folder.resolve(name + ".img"), reference(name + ".img"));
        Files.write(mat, Mutation.of(reference(name + ".mat"), random, 200));
        read(name + ".hdr", reference(name + ".hdr"), 0);
    }

    /** The checksum of gzip lets nothing pass but what stands outside of it. */
    @Property(seed = SEED)
    void compressedBytes(@ForAll("compressedFiles") String name, @ForAll Random random) throws IOException {
        byte[] bytes = reference(name);
        List<double[]> whole =
                values(VolumeFile.open(FormatsReferenceTest.FILES.resolve(name)).readAll());
        read(name, Mutation.of(bytes, random, bytes.length), 8L * whole.size() * whole.get(0).length)
                .ifPresent(values -> {
                    assertEquals(whole.size(), values.size());
                    for (int t = 0; t < whole.size(); t++) assertArrayEquals(whole.get(t), values.get(t));
                });
    }

    /** The values, or none if the file was refused in one sentence that names it. */
    private static Optional<List<double[]>> read(String name, byte[] bytes, long honest) throws IOException {
        Path path = Files.write(folder.resolve(name), bytes);
        return Watched.read(path, Math.max(honest, bytes.length), () -> VolumeFile.open(path)
                        .readAll())
                .map(NiftiMutationTest::values);
    }

    private static List<double[]> values(List<Volume> volumes) {
        return volumes.stream().map(Volume::values).toList();
    }

    /** Bytes of the values that the file has room for, as numbers of double precision. */
    private static long honest(byte[] bytes) {
        if (bytes.length < 348) return bytes.length;
        ByteBuffer b = ByteBuffer.wrap(bytes);
        b.order(b.getInt(0) == 348 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        return 8L * bytes.length / width(b.getShort(70));
    }

    private static int width(int type) {
        return switch (type) {
            case 2, 256 -> 1;
            case 4, 512 -> 2;
            case 8, 16, 768 -> 4;
            default -> 8;
        };
    }

    private static byte[] reference(String name) throws IOException {
        return Files.readAllBytes(FormatsReferenceTest.FILES.resolve(name));
    }

    /** Decodes voxel by voxel, straight from the definition of NIfTI-1. */
    private static void assertDeclared(byte[] bytes, List<double[]> volumes) {
        ByteBuffer b = ByteBuffer.wrap(bytes);
        b.order(b.getInt(0) == 348 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        double slope = b.getFloat(112), inter = b.getFloat(116);
        boolean scaled = slope != 0 && Double.isFinite(slope);
        int type = b.getShort(70), at = (int) b.getFloat(108);
        for (double[] volume : volumes)
            for (double value : volume) {
                double stored =
                        switch (type) {
                            case 2 -> b.get(at) & 255;
                            case 4 -> b.getShort(at);
                            case 8 -> b.getInt(at);
                            case 16 -> b.getFloat(at);
                            case 64 -> b.getDouble(at);
                            case 256 -> b.get(at);
                            case 512 -> b.getShort(at) & 65535;
                            case 768 -> b.getInt(at) & 0xffffffffL;
                            case 1024 -> b.getLong(at);
                            case 1280 -> Double.parseDouble(Long.toUnsignedString(b.getLong(at)));
                            default -> throw new AssertionError("read a file of datatype " + type);
                        };
                double expected = scaled ? stored * slope + inter : stored;
                assertEquals(expected + 0.0, value + 0.0); // -0 is 0
                at += width(type);
            }
    }

    @Provide
    Arbitrary<String> singleFiles() {
        return Arbitraries.of("nifti1-int16-le.nii", "nifti1-float32-be-scaled.nii", "four.nii", "qform-oblique.nii");
    }

    @Provide
    Arbitrary<String> pairs() {
        return Arbitraries.of("pair1", "pair2", "analyze-int16-be", "analyze-float32-le");
    }

    @Provide
    Arbitrary<String> compressedFiles() {
        return Arbitraries.of("packed.nii.gz", "packed2.nii.gz", "four.nii.gz");
    }
}
