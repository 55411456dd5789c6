package cohort.image.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.Mutation;
import cohort.Watched;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.image.tiff.field.Tag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** As {@link cohort.image.nifti.NiftiMutationTest}, with its long run: TIFF. */
@net.jqwik.api.Tag("slow")
class TiffMutationTest {
    private static final String SEED = "20040605";

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

    /** The values of a file that is still read are those that its changed fields declare. */
    @Property(seed = SEED)
    void plain(@ForAll("plainFiles") String name, @ForAll Random random) throws IOException {
        byte[] bytes = Mutation.of(reference(name), random, 400);
        Optional<List<Volume>> read = read(name, bytes, 8L * bytes.length);
        if (read.isPresent()) assertDeclared(bytes, read.get());
    }

    @Property(seed = SEED)
    void packed(@ForAll("packedFiles") String name, @ForAll Random random) throws IOException {
        byte[] whole = reference(name);
        byte[] bytes = Mutation.of(whole, random, whole.length);
        read(name, bytes, 8L * 1032 * bytes.length);
    }

    /** The checksum of deflate lets no other pixels pass. */
    @Property(seed = SEED)
    void deflated(@ForAll("deflatedFiles") String name, @ForAll Random random) throws IOException {
        byte[] whole = reference(name);
        ByteBuffer fields = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        int pixels = (int) (long)
                fields(fields, fields.getInt(4)).get(Tag.STRIP_OFFSETS.code()).get(0);
        byte[] bytes = whole.clone();
        for (int n = 1 + random.nextInt(3); n > 0; n--)
            bytes[pixels + random.nextInt(whole.length - pixels)] = (byte) random.nextInt();
        double[] expected =
                VolumeFile.open(TiffReferenceTest.FILES.resolve(name)).read(0).values();
        read(name, bytes, 8L * 1032 * bytes.length)
                .ifPresent(volumes -> assertArrayEquals(expected, volumes.get(0).values()));
    }

    @Property(seed = SEED)
    void described(@ForAll("describedFiles") String name, @ForAll Random random) throws IOException {
        byte[] whole = reference(name);
        byte[] bytes = Mutation.of(whole, random, whole.length);
        read(name, bytes, 8L * bytes.length);
    }

    private static Optional<List<Volume>> read(String name, byte[] bytes, long honest) throws IOException {
        Path path = Files.write(folder.resolve(name), bytes);
        return Watched.read(path, honest, () -> VolumeFile.open(path).readAll());
    }

    private static byte[] reference(String name) throws IOException {
        return Files.readAllBytes(TiffReferenceTest.FILES.resolve(name));
    }

    /** Decodes pixel by pixel from the strips, straight from the definition of TIFF. */
    private static void assertDeclared(byte[] bytes, List<Volume> volumes) {
        ByteBuffer b = ByteBuffer.wrap(bytes).order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int page = b.getInt(4);
        for (Volume volume : volumes) {
            Grid grid = volume.grid();
            double[] values = volume.values();
            for (int k = 0; k < grid.nz(); k++) {
                Map<Integer, List<Long>> fields = fields(b, page);
                page = b.getInt(page + 2 + 12 * b.getChar(page));
                while (fields.containsKey(254) && (fields.get(254).get(0) & 5) != 0) { // a smaller copy
                    fields = fields(b, page);
                    page = b.getInt(page + 2 + 12 * b.getChar(page));
                }
                for (int y = 0; y < grid.ny(); y++)
                    for (int x = 0; x < grid.nx(); x++)
                        assertEquals(pixel(b, fields, x, y), values[grid.index(x, grid.ny() - 1 - y, k)]);
            }
        }
    }

    private static double pixel(ByteBuffer b, Map<Integer, List<Long>> fields, int x, int y) {
        long width = fields.get(256).get(0), height = fields.get(257).get(0);
        long rows = fields.containsKey(278) ? Math.min(height, fields.get(278).get(0)) : height;
        int bits = (int) (long) fields.get(258).get(0);
        long format = fields.containsKey(339) ? fields.get(339).get(0) : 1;
        int at = (int) (fields.get(273).get((int) (y / rows)) + (y % rows * width + x) * bits / 8);
        return switch ((int) (10 * format + bits / 8)) {
            case 11 -> b.get(at) & 255;
            case 12 -> b.getShort(at) & 65535;
            case 14 -> b.getInt(at) & 0xffffffffL;
            case 18 -> Double.parseDouble(Long.toUnsignedString(b.getLong(at)));
            case 21 -> b.get(at);
            case 22 -> b.getShort(at);
            case 24 -> b.getInt(at);
            case 28 -> b.getLong(at);
            case 34 -> b.getFloat(at);
            case 38 -> b.getDouble(at);
            case 32 -> half(b.getShort(at) & 65535);
            default -> throw new AssertionError("read samples of " + bits + " bits, format " + format);
        };
    }

    /** IEEE 754's binary16. */
    private static double half(int bits) {
        int exponent = bits >> 10 & 31, fraction = bits & 1023;
        double size = exponent == 31
                ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                : exponent == 0 ? Math.scalb((double) fraction, -24) : Math.scalb(1024.0 + fraction, exponent - 25);
        return bits < 32768 ? size : -size;
    }

    /** Whole numbers of a page's fields, the first of fields that stand twice. */
    private static Map<Integer, List<Long>> fields(ByteBuffer b, int page) {
        Map<Integer, List<Long>> fields = new HashMap<>();
        for (int f = 0, at = page + 2; f < b.getChar(page); f++, at += 12) {
            int width =
                    switch (b.getChar(at + 2)) {
                        case 1 -> 1;
                        case 3 -> 2;
                        case 4, 13 -> 4;
                        case 16, 18 -> 8;
                        default -> 0;
                    };
            long count = b.getInt(at + 4) & 0xffffffffL;
            if (width == 0 || count == 0 || count > b.capacity()) continue;
            int from = count * width <= 4 ? at + 8 : b.getInt(at + 8);
            Long[] numbers = new Long[(int) Math.min(count, (b.capacity() - Math.max(from, 0)) / width)];
            for (int n = 0; n < numbers.length && from >= 0; n++)
                numbers[n] = width == 1
                        ? b.get(from + n) & 255L
                        : width == 2
                                ? b.getChar(from + 2 * n)
                                : width == 4 ? b.getInt(from + 4 * n) & 0xffffffffL : b.getLong(from + 8 * n);
            if (from >= 0) fields.putIfAbsent((int) b.getChar(at), List.of(numbers));
        }
        return fields;
    }

    @Provide
    Arbitrary<String> plainFiles() {
        return Arbitraries.of("stack-cm.tif", "print-72.tif", "flat-cm.tif", "pyramid-in-chain.tif");
    }

    @Provide
    Arbitrary<String> packedFiles() {
        return Arbitraries.of(
                "float64-lzw-n-le-big-tiles.tif",
                "float64-lzw-p-be-classic-strips.tif",
                "float64-zlib-n-be-classic-tiles.tif",
                "float64-zstd-n-be-big-tiles.tif",
                "float64-packbits-n-le-classic-tiles.tif");
    }

    @Provide
    Arbitrary<String> deflatedFiles() {
        return Arbitraries.of("deflated.tif", "deflated-p.tif");
    }

    @Provide
    Arbitrary<String> describedFiles() {
        return Arbitraries.of(
                "ome-XYZTC.ome.tif",
                "ome-backwards.ome.tif",
                "ome-pyramid.ome.tif",
                "imagej-le.tif",
                "imagej-be.tif",
                "imagej-one-page.tif",
                "imagej-signed.tif",
                "shaped.tif");
    }
}
