package cohort.image.itk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Mutation;
import cohort.Watched;
import cohort.image.Volume;
import cohort.image.format.FormatsReferenceTest;
import cohort.image.format.VolumeFile;
import cohort.image.nifti.NiftiMutationTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** As {@link NiftiMutationTest}, with its long run: NRRD and MetaImage, whose headers are text. */
@Tag("slow")
class TextHeaderMutationTest {
    private static final String SEED = "20040603";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "1",
        "-1",
        "3",
        "5",
        "2.5",
        "1e-30",
        "1e30",
        "1e309",
        "nan",
        "-inf",
        "65536",
        "2147483647",
        "4294967297",
        "9223372036854775807",
        "99999999999999999999",
        "0x10",
        "1f",
        "",
        "1 1"
    };

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
    void attached(@ForAll("attachedFiles") String name, @ForAll Random random) throws IOException {
        byte[] bytes = mutated(reference(name), random);
        Path path = Files.write(folder.resolve(name), bytes);
        Optional<List<Volume>> read = Watched.read(
                path, 8L * bytes.length, () -> VolumeFile.open(path).readAll());
        if (read.isPresent()) assertDeclared(name, bytes, read.get());
    }

    /** Only the header is changed, so that what is read still comes from the bytes beside it. */
    @Property(seed = SEED)
    void beside(@ForAll("detachedFiles") String names, @ForAll Random random) throws IOException {
        String header = names.split(">")[0], voxels = names.split(">")[1];
        byte[] data = reference(voxels);
        Files.write(folder.resolve(voxels), data);
        Path path = Files.write(folder.resolve(header), mutated(reference(header), random));
        Watched.read(path, 8L * 1032 * data.length, () -> VolumeFile.open(path).readAll())
                .ifPresent(volumes ->
                        assertTrue(volumes.size() * (long) volumes.get(0).grid().voxels() <= 1032L * data.length));
    }

    /** The checksums of gzip and zlib let nothing pass but what stands outside of them. */
    @Property(seed = SEED)
    void compressedBytes(@ForAll("compressedFiles") String name, @ForAll Random random) throws IOException {
        byte[] whole = reference(name);
        int header = headerSize(name, new String(whole, StandardCharsets.ISO_8859_1));
        byte[] data = Mutation.of(Arrays.copyOfRange(whole, header, whole.length), random, whole.length - header);
        byte[] bytes = Arrays.copyOf(whole, header + data.length);
        System.arraycopy(data, 0, bytes, header, data.length);
        Path path = Files.write(folder.resolve(name), bytes);
        double[] expected =
                VolumeFile.open(FormatsReferenceTest.ITK.resolve(name)).read(0).values();
        Watched.read(path, 8L * expected.length, () -> VolumeFile.open(path).read(0))
                .ifPresent(volume -> assertArrayEquals(expected, volume.values()));
    }

    /** Wrong bytes in the header, or wrong words: numbers, and lines that are missing, repeated or elsewhere. */
    private static byte[] mutated(byte[] whole, Random random) {
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int size = Math.max(text.indexOf("\n\n") + 2, text.indexOf("LOCAL") + 6);
        if (size < 10) size = whole.length;
        if (random.nextInt(3) == 0) return Mutation.of(whole, random, size);
        String header = text.substring(0, size);
        for (int n = 1 + random.nextInt(3); n > 0; n--)
            header = random.nextBoolean() ? otherNumber(header, random) : otherLines(header, random);
        return (header + text.substring(size)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String otherNumber(String header, Random random) {
        List<MatchResult> numbers = NUMBER.matcher(header).results().toList();
        if (numbers.isEmpty()) return header;
        MatchResult number = numbers.get(random.nextInt(numbers.size()));
        return header.substring(0, number.start())
                + NUMBERS[random.nextInt(NUMBERS.length)]
                + header.substring(number.end());
    }

    private static String otherLines(String header, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(header.split("\n", -1)));
        int one = random.nextInt(lines.size()), other = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(one);
            case 1 -> lines.add(other, lines.get(one));
            default -> Collections.swap(lines, one, other);
        }
        return String.join("\n", lines);
    }

    /** Decodes voxel by voxel, by the words of the header alone. */
    private static void assertDeclared(String name, byte[] bytes, List<Volume> volumes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String type = word(text, name.endsWith("d") ? "type" : "ElementType").orElseThrow();
        boolean big = word(text, name.endsWith("d") ? "endian" : "BinaryDataByteOrderMSB")
                .filter(word -> word.matches("(?i)big|t|true|1"))
                .isPresent();
        ByteBuffer data = ByteBuffer.wrap(bytes).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        data.position(headerSize(name, text));
        for (Volume volume : volumes) for (double value : volume.values()) assertEquals(next(data, type), value);
    }

    private static double next(ByteBuffer data, String type) {
        return switch (type) {
            case "short", "MET_SHORT" -> data.getShort();
            case "float", "MET_FLOAT" -> data.getFloat();
            case "unsigned int", "MET_UINT" -> data.getInt() & 0xffffffffL;
            case "int", "MET_INT" -> data.getInt();
            default -> throw new AssertionError("read a file of type " + type);
        };
    }

    private static int headerSize(String name, String text) {
        Matcher end = Pattern.compile(name.endsWith("d") ? "\n\r?\n" : "(?m)^\\s*ElementDataFile\\s*[=:][^\n]*\n")
                .matcher(text);
        assertTrue(end.find());
        return end.end();
    }

    private static Optional<String> word(String text, String name) {
        Matcher line =
                Pattern.compile("(?im)^\\s*" + name + "\\s*[=:]\\s*(.*?)\\s*$").matcher(text);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    private static byte[] reference(String name) throws IOException {
        return Files.readAllBytes(FormatsReferenceTest.ITK.resolve(name));
    }

    @Provide
    Arbitrary<String> attachedFiles() {
        return Arbitraries.of(
                "itk-int16.nrrd",
                "big-float32.nrrd",
                "four-list.nrrd",
                "itk-uint32.nrrd",
                "mins-cell.nrrd", //
                "itk-int16.mha",
                "big-float32.mha",
                "four.mha",
                "itk-int32.mha",
                "centre.mha");
    }

    @Provide
    Arbitrary<String> detachedFiles() {
        return Arbitraries.of(
                "beside-skip.nhdr>beside-skip.raw",
                "beside-packed.nhdr>beside-packed.raw.gz",
                "header-size.mhd>header-size.raw",
                "packed-zlib.mhd>packed-zlib.zraw");
    }

    @Provide
    Arbitrary<String> compressedFiles() {
        return Arbitraries.of("itk-packed.nrrd", "itk-packed.mha", "packed-gzip.mha");
    }
}
