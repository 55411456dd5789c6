package cohort.image.itk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Watched;
import cohort.image.format.FormatsReferenceTest;
import cohort.image.format.VolumeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers of NRRD and MetaImage that mean something else than they seem to, or nothing. */
@Tag("slow")
class TextHeadersTest {
    /** 2 x 3 x 4 voxels of a byte that count up. */
    private static final String NRRD = "NRRD0004\ntype: uchar\ndimension: 3\nsizes: 2 3 4\nencoding: raw\nspace: LPS\n"
            + "space directions: (2,0,0) (0,3,0) (0,0,4)\nspace origin: (10,20,30)\n\n";

    private static final String META = "ObjectType = Image\nNDims = 3\nDimSize = 2 3 4\nElementType = MET_UCHAR\n"
            + "ElementSpacing = 2 3 4\nOffset = 10 20 30\nElementDataFile = LOCAL\n";

    @TempDir
    Path folder;

    private Path file(String name, String header) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(header.getBytes(StandardCharsets.UTF_8));
        for (int v = 0; v < 24; v++) bytes.write(v);
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private static void assertRefused(Path path, String found) {
        String message = assertThrows(
                        InputException.class, () -> VolumeFile.open(path).readAll())
                .getMessage();
        assertTrue(message.startsWith(path.toString()) && message.contains(found), message);
        assertTrue(message.endsWith(".") && message.contains(";") && !message.contains("\n"), message);
        assertFalse(message.contains("Exception") || message.contains("null"), message);
    }

    @Test
    void theTwoHeadersSayTheSame() throws IOException {
        VolumeFile nrrd = VolumeFile.open(file("a.nrrd", NRRD)), meta = VolumeFile.open(file("a.mha", META));
        double[] affine = {-2, 0, 0, -10, 0, -3, 0, -20, 0, 0, 4, 30};
        assertArrayEquals(affine, nrrd.grid().affine());
        assertArrayEquals(affine, meta.grid().affine());
        double[] values = IntStream.range(0, 24).mapToDouble(v -> v).toArray();
        assertArrayEquals(values, nrrd.read(0).values());
        assertArrayEquals(values, meta.read(0).values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "space: LPS | space: scanner-xyz | found space \"scanner-xyz\", expected RAS, LAS or LPS",
                "space: LPS | space: 3D-left-handed | found space \"3D-left-handed\"",
                "space: LPS | space: right-anterior-superior-time | found space \"right-anterior-superior-time\"",
                "space: LPS | space dimension: 4 | found space dimension \"4\", expected 3",
                "space: LPS | spacing: 2 3 4 | found the line \"spacing: 2 3 4\" in the header",
                "space: LPS | space: LPS;space: RAS | found \"space\" twice",
                "space: LPS | space: LPS;space units: \"s\" \"s\" \"s\" | expected mm, cm, m",
                "space: LPS | space: LPS;space units: \"mm\" \"mm\" \"um\" | expected one unit",
                "space: LPS | space: LPS;line skip: 5 | found the end of the file after 1 of the 5 lines to skip",
                "space: LPS | space: LPS;line skip: -1 | found line skip \"-1\"",
                "space: LPS | space: LPS;byte skip: -2 | found byte skip \"-2\"",
                "space: LPS | space: LPS;data file: LIST | expected one file of voxels",
                "space: LPS | space: LPS;data file: slice%03d.raw 1 4 1 | expected one file of voxels",
                "space: LPS | space: LPS;data file: none.raw | found the voxels in \"none.raw\", but there is no such file",
                "space: LPS | space: LPS;data file: . | but there is no such file",
                "space directions: (2,0,0) (0,3,0) (0,0,4) | spacings: 2 3 4 | found no space directions",
                "space directions: (2,0,0) (0,3,0) (0,0,4) | thicknesses: 2 3 4 | found no spacings and no space directions",
                "(0,0,4) | (0,0) | expected vectors of 3 finite numbers",
                "(0,0,4) | (0,0,nan) | expected vectors of 3 finite numbers",
                "(0,0,4) | (0,3,0) | found an affine that maps voxels to no volume",
                "(0,0,4) | none | found 2 axes of space, expected 3",
                "(0,0,4) | 0 0 4 | expected 3 vectors",
                "(10,20,30) | 10 20 30 | found space origin \"10 20 30\"",
                "type: uchar | type: block | found type \"block\", expected integers of up to 64 bits",
                "type: uchar | type: short | found no endian in the header",
                "type: uchar | type: short;endian: middle | found endian \"middle\", expected little or big",
                "encoding: raw | encoding: ascii | raw or gzip, since values stored as text cannot be read",
                "encoding: raw | encoding: hex | raw or gzip, since values stored as text cannot be read",
                "encoding: raw | encoding: bzip2 | found encoding \"bzip2\", expected raw or gzip",
                "encoding: raw | encoding: gzip | compressed data are damaged",
                "encoding: raw | encoding: gzip;byte skip: -1 | found byte skip \"-1\"",
                "space: LPS | space: LPS;spacings: 2 3 4 | expected none for an axis with a space direction",
                "space: LPS | space: LPS;axis mins: nan 1 nan | expected none for an axis with a space direction",
                "space: LPS | space: LPS;units: \"um\" \"um\" \"um\" | expected none for an axis with a space direction",
                "space: LPS | space: LPS;kinds: domain domain vector | expected domain or space along axis 3",
                "sizes: 2 3 4 | sizes: 2 3 | found sizes \"2 3\", expected 3 sizes",
                "sizes: 2 3 4 | sizes: 2 3 0 | expected sizes from 1",
                "sizes: 2 3 4 | sizes: 2 3 5 | found 24 bytes, expected at least 1 x 30",
                "sizes: 2 3 4 | sizes: 99999 99999 9 | found a grid of 99999 x 99999 x 9 voxels",
                "sizes: 2 3 4 | sizes: 30000 30000 2 | found 24 bytes, expected at least 1 x 1800000000",
                "dimension: 3 | dimension: 17 | found dimension \"17\"",
                "NRRD0004 | NRRD0009 | found no header of NRRD"
            })
    void refusesNrrd(String right, String wrong, String found) throws IOException {
        assertRefused(file("wrong.nrrd", NRRD.replace(right, wrong.replace(';', '\n'))), found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NDims = 3 | NDims = 2 | found NDims \"2\", expected a number from 3 to 4",
                "NDims = 3 | NDims = 3;ElementNumberOfChannels = 3 | found ElementNumberOfChannels \"3\", expected 1",
                "NDims = 3 | NDims = 3;BinaryData = False | values stored as text cannot be read",
                "NDims = 3 | NDims = 3;BinaryData = maybe | found BinaryData \"maybe\", expected True or False",
                "NDims = 3 | NDims = 3;ElementToIntensityFunctionSlope = 2 | expected 1, since not all programs",
                "NDims = 3 | NDims = 3;ElementToIntensityFunctionOffset = 5 | expected 0, since not all programs",
                "NDims = 3 | NDims = 3;AnatomicalOrientation = LPI | expected a TransformMatrix beside it",
                "NDims = 3 | NDims = 3;DistanceUnits = s | found DistanceUnits \"s\", expected mm, cm or um",
                "NDims = 3 | NDims = 3;HeaderSize = 20 | found HeaderSize \"20\", expected at least the",
                "NDims = 3 | NDims = 3;HeaderSize = -2 | found HeaderSize \"-2\"",
                "NDims = 3 | NDims = 3;HeaderSize = 100000 | found 0 bytes, expected at least 1 x 24",
                "NDims = 3 | NDims = 3;CompressedData = True | compressed data are damaged",
                "NDims = 3 | NDims = 3;CompressedData = True;HeaderSize = -1 | found HeaderSize \"-1\"",
                "NDims = 3 | NDims = 3;Origin = 1 2 3 | expected the same as in Offset",
                "NDims = 3 | NDims = 3;ElementByteOrderMSB = True;BinaryDataByteOrderMSB = False | expected the same as",
                "NDims = 3 | NDims = 3;TransformMatrix = 1 0 0 0 1 0 0 0 0 | found an affine that maps voxels to no volume",
                "NDims = 3 | NDims = 3;TransformMatrix = 1 0 0 0 1 0 | expected 9 numbers",
                "NDims = 3 | NDims = 3;ObjectType = Tube | found \"ObjectType\" twice",
                "ObjectType = Image | ObjectType = Tube | found no header of MetaImage",
                "ElementSpacing = 2 3 4 | ElementGap = 2 3 4 | found no ElementSpacing in the header",
                "ElementSpacing = 2 3 4 | ElementSpacing = 2 3 0x4 | expected 3 numbers",
                "MET_UCHAR | MET_FLOAT_ARRAY | found ElementType \"MET_FLOAT_ARRAY\"",
                "DimSize = 2 3 4 | DimSize = 2 3 4 5 | found DimSize \"2 3 4 5\", expected 3 sizes",
                "DimSize = 2 3 4 | DimSize = 2 3 -4 | expected sizes from 1",
                "DimSize = 2 3 4 | DimSize = 30000 30000 2 | found 24 bytes, expected at least 1 x 1800000000",
                "LOCAL | LIST | found ElementDataFile \"LIST\", expected LOCAL or one file",
                "LOCAL | a%02d.raw 1 4 1 | expected LOCAL or one file",
                "LOCAL | none.raw | found the voxels in \"none.raw\", but there is no such file",
                "ElementDataFile = LOCAL | | found no header of MetaImage"
            })
    void refusesMetaImage(String right, String wrong, String found) throws IOException {
        String changed = META.replace(right, wrong == null ? "" : wrong.replace(';', '\n'));
        assertRefused(file("wrong.mha", changed), found);
    }

    /** A fourth axis of MetaImage is one of volumes only where the matrix keeps it apart. */
    @Test
    void refusesAFourthAxisMixedWithSpace() throws IOException {
        String four = META.replace("NDims = 3", "NDims = 4\nTransformMatrix = 1 0 0 0 0 1 0 0 0 0 0 1 0 0 1 0")
                .replace("2 3 4", "2 3 4 1")
                .replace("20 30", "20 30 0");
        assertRefused(file("mixed.mha", four), "found TransformMatrix");
    }

    /** ITK and Slicer store several values per voxel first; as voxels they would be other numbers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 2 3 2 | none (2,0,0) (0,3,0) (0,0,4) | list domain domain domain | found 2 values per voxel along axis 1",
                "2 2 3 2 | (2,0,0) none (0,3,0) (0,0,4) | domain vector domain domain | found 2 values per voxel along axis 2",
                "2 3 2 2 | (2,0,0) (0,3,0) (0,0,4) none | domain domain domain vector | found 2 values per voxel along axis 4",
                "2 3 2 2 | (2,0,0) (0,3,0) (0,0,4) none | domain domain domain RGB-color | found 2 values per voxel along axis 4",
                "2 3 2 2 | (2,0,0) (0,3,0) (0,0,4) (0,0,1) | domain domain domain domain | found 4 axes of space"
            })
    void refusesSeveralValuesAVoxel(String sizes, String directions, String kinds, String found) throws IOException {
        String header = NRRD.replace("dimension: 3", "dimension: 4")
                .replace("2 3 4", sizes)
                .replace("(2,0,0) (0,3,0) (0,0,4)", directions + "\nkinds: " + kinds);
        assertRefused(file("vector.nrrd", header), found);
    }

    /** An axis of one value changes nothing, wherever it stands. */
    @Test
    void readsAVectorOfOneValue() throws IOException {
        String header = NRRD.replace("dimension: 3", "dimension: 4")
                .replace("2 3 4", "1 2 3 4")
                .replace("(2,0,0) (0,3,0)", "none (2,0,0) (0,3,0)");
        VolumeFile file = VolumeFile.open(file("one.nrrd", header));
        assertEquals(1, file.volumes());
        assertArrayEquals(new long[] {2, 3, 4}, file.grid().dimensions());
        assertEquals(23, file.read(0).values()[23]);
    }

    @Test
    void keepsWhatItShows() throws IOException {
        assertEquals(
                "what it shows",
                VolumeFile.open(FormatsReferenceTest.ITK.resolve("lines-of-windows.nrrd"))
                        .description());
        assertEquals(
                "what it shows",
                VolumeFile.open(FormatsReferenceTest.ITK.resolve("colons.mha")).description());
    }

    @Test
    void refusesFilesCutShortAnywhere() throws IOException {
        for (String name : new String[] {"itk-int16.nrrd", "itk-int16.mha", "itk-packed.nrrd", "itk-packed.mha"}) {
            byte[] whole = Files.readAllBytes(FormatsReferenceTest.ITK.resolve(name));
            for (int length = 0; length < whole.length; length++)
                assertRefused(Files.write(folder.resolve(name), Arrays.copyOf(whole, length)), "");
        }
    }

    /** Long lines of what might match take a moment and, with an object a word, some MB. */
    @Test
    void refusesLongLinesAtOnce() throws IOException {
        int n = 900_000;
        for (String line : new String[] {
            "spacings: " + "1".repeat(n) + "x 1 1",
            "data file: " + "% ".repeat(n / 2) + "x",
            "space directions: " + "(".repeat(n),
            "kinds: " + "\"".repeat(n - 1),
            "line skip: " + "1".repeat(n)
        }) {
            Path path = file("long.nrrd", NRRD.replace("encoding", line + "\nencoding"));
            assertEquals(Optional.empty(), Watched.read(path, 32L * n, () -> VolumeFile.open(path)));
        }
    }

    @Test
    void refusesAHeaderWithoutEnd() throws IOException {
        byte[] noise = new byte[2 << 20];
        Arrays.fill(noise, (byte) 'x');
        assertRefused(Files.write(folder.resolve("noise.nrrd"), noise), "found no end of the header");
        assertRefused(Files.write(folder.resolve("noise.mhd"), noise), "found no end of the header");
    }
}
