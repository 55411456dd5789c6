package cohort.image.mgh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.Mutation;
import cohort.Watched;
import cohort.image.Volume;
import cohort.image.format.FormatsReferenceTest;
import cohort.image.format.LyingFilesTest;
import cohort.image.format.VolumeFile;
import cohort.image.nifti.NiftiMutationTest;
import java.io.IOException;
import java.nio.ByteBuffer;
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

/** As {@link NiftiMutationTest}, with its long run. */
@Tag("slow")
class MghMutationTest {
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

    @Property(seed = "20040602")
    void header(@ForAll("files") String name, @ForAll Random random, @ForAll boolean gzip) throws IOException {
        byte[] bytes = Mutation.of(Files.readAllBytes(FormatsReferenceTest.MGH.resolve(name)), random, 90);
        Path path = Files.write(folder.resolve(name), gzip ? LyingFilesTest.gzip(bytes) : bytes);
        Optional<List<Volume>> read = Watched.read(
                path, 8L * bytes.length, () -> VolumeFile.open(path).readAll());
        if (read.isEmpty()) return;
        ByteBuffer header = ByteBuffer.wrap(bytes);
        assertEquals(header.getInt(16), read.get().size());
        assertEquals(header.getInt(4), read.get().get(0).grid().nx());
        assertEquals(first(header), read.get().get(0).values()[0]);
    }

    /** Straight from the definition of the format. */
    private static double first(ByteBuffer bytes) {
        return switch (bytes.getInt(20)) {
            case 0 -> bytes.get(284) & 255;
            case 1 -> bytes.getInt(284);
            case 3 -> bytes.getFloat(284);
            case 4 -> bytes.getShort(284);
            case 10 -> bytes.getChar(284);
            default -> throw new AssertionError("read a file of type " + bytes.getInt(20));
        };
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of("uint8.mgh", "int16.mgh", "int32.mgh", "float32.mgh", "four.mgh", "no-footer.mgh");
    }
}
