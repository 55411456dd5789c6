package cohort.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
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
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Damaged files give the right data or one sentence, nothing else. A long run: {@code mvn verify
 * -Dtest=NiftiMutationTest -Djqwik.tries.default=100000}.
 */
class NiftiMutationTest {
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
    void headerOfOneFile(@ForAll("singleFiles") String name, @ForAll Random random) throws IOException {
        byte[] bytes = Mutation.of(reference(name), random, 352);
        read(Files.write(folder.resolve(name), bytes)).ifPresent(values -> assertDeclared(bytes, values));
    }

    @Property(seed = SEED)
    void headerOfAPair(@ForAll("pairs") String name, @ForAll Random random) throws IOException {
        Files.write(folder.resolve(name + ".img"), reference(name + ".img"));
        read(Files.write(folder.resolve(name + ".hdr"), Mutation.of(reference(name + ".hdr"), random, 348)));
    }

    /** The checksum of gzip lets nothing pass. */
    @Property(seed = SEED)
    void compressedBytes(@ForAll("compressedFiles") String name, @ForAll Random random) throws IOException {
        byte[] bytes = reference(name);
        List<double[]> whole = values(FormatsReferenceTest.FILES.resolve(name));
        read(Files.write(folder.resolve(name), Mutation.of(bytes, random, bytes.length)))
                .ifPresent(values -> {
                    assertEquals(whole.size(), values.size());
                    for (int t = 0; t < whole.size(); t++) assertArrayEquals(whole.get(t), values.get(t));
                });
    }

    /** The values, or none if the file was refused in one sentence that names it. */
    private static Optional<List<double[]>> read(Path path) {
        try {
            return Optional.of(values(path));
        } catch (InputException e) {
            String stem = path.toString().replaceAll("\\.(hdr|img)$", "");
            assertTrue(e.getMessage().startsWith(stem) && !e.getMessage().contains("\n"), e.getMessage());
            return Optional.empty();
        }
    }

    private static List<double[]> values(Path path) {
        VolumeFile file = VolumeFile.open(path);
        List<double[]> values = file.readAll().stream().map(Volume::values).toList();
        assertEquals(file.volumes(), values.size());
        return values;
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
                assertTrue(value == expected || value != value && expected != expected, value + " for " + expected);
                at += type == 2 || type == 256
                        ? 1
                        : type == 4 || type == 512 ? 2 : type == 8 || type == 16 || type == 768 ? 4 : 8;
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
