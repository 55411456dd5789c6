package cohort.image.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.TinyCohort;
import cohort.image.ReadingOptions;
import cohort.image.format.VolumeFile;
import cohort.image.format.Volumes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One of several channels of TIFF files whose every pixel says where it belongs. */
class ChannelsTest {
    private static final int CHANNELS = 3, SLICES = 4, FRAMES = 2;

    @TempDir
    Path folder;

    /** Planes in an order of their axes, of which the first runs fastest. */
    private Path file(String order, String description) throws IOException {
        int[] pixels = IntStream.range(0, CHANNELS * SLICES * FRAMES)
                .map(page -> {
                    int value = 0, rest = page;
                    for (char axis : order.toCharArray()) {
                        int size = axis == 'C' ? CHANNELS : axis == 'Z' ? SLICES : FRAMES;
                        value += rest % size * (axis == 'C' ? 1000 : axis == 'Z' ? 100 : 10);
                        rest /= size;
                    }
                    return value;
                })
                .toArray();
        return TwoPixelPages.write(folder.resolve("channels.tif"), description, pixels);
    }

    /** The pixel of slice z of frame t of channel c is 1000 c + 100 z + 10 t + x. */
    private static void requireEachChannel(Path file) {
        for (int c = 0; c < CHANNELS; c++) {
            VolumeFile image = VolumeFile.open(file, new ReadingOptions(c + 1));
            assertEquals(FRAMES, image.volumes());
            assertEquals(SLICES, image.grid().nz());
            for (int t = 0; t < FRAMES; t++)
                for (int z = 0; z < SLICES; z++)
                    for (int x = 0; x < 2; x++)
                        assertEquals(
                                1000 * c + 100 * z + 10 * t + x,
                                image.read(t).values()[image.grid().index(x, 0, z)]);
        }
        String none =
                assertThrows(InputException.class, () -> VolumeFile.open(file)).getMessage();
        assertTrue(none.startsWith(file + ": found 3 channels, expected one number per voxel; choose"), none);
        assertTrue(none.contains("channel=2") && none.endsWith("."), none);
        assertEquals(
                file + ": found 3 channels for channel=4, expected a number from 1 to 3.",
                assertThrows(InputException.class, () -> VolumeFile.open(file, new ReadingOptions(4)))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZCT", "ZTC", "CZT", "CTZ", "TZC", "TCZ"})
    void ofOmeInEveryOrder(String order) throws IOException {
        requireEachChannel(file(order, ome(order, "")));
        StringBuilder planes = new StringBuilder();
        for (int c = 0; c < CHANNELS; c++)
            planes.append("<TiffData FirstC=\"" + c + "\" IFD=\"" + c * SLICES * FRAMES + "\" PlaneCount=\""
                    + SLICES * FRAMES + "\"/>");
        if (order.endsWith("C")) requireEachChannel(file(order, ome(order, planes.toString())));
    }

    /** Beyond the end of its axis a number would mean a plane of the next. */
    @Test
    void aPlaneBeyondItsAxisIsRefused() throws IOException {
        StringBuilder planes = new StringBuilder();
        int n = CHANNELS * SLICES * FRAMES;
        for (int page = 0; page < n; page++) planes.append("<TiffData FirstZ=\"" + page + "\" IFD=\"" + page + "\"/>");
        Path file = file("ZTC", ome("ZTC", planes.toString()));
        String told = assertThrows(InputException.class, () -> VolumeFile.open(file, new ReadingOptions(1)))
                .getMessage();
        assertTrue(told.contains("TiffData do not give each slice its own page"), told);
    }

    private static String ome(String order, String planes) {
        return "<?xml version=\"1.0\"?><OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\"><Image><Pixels"
                + " DimensionOrder=\"XY" + order + "\" SizeX=\"2\" SizeY=\"1\" SizeC=\"3\" SizeZ=\"4\" SizeT=\"2\">"
                + planes + "</Pixels></Image></OME>";
    }

    @Test
    void ofImageJ() throws IOException {
        requireEachChannel(
                file("CZT", "ImageJ=1.54f\nimages=24\nchannels=3\nslices=4\nframes=2\nhyperstack=true\nunit=mm\n"));
        Path other = file("ZCT", "ImageJ=1.54f\nimages=24\nchannels=3\nslices=4\nframes=2\norder=xyzct\n");
        assertThrows(InputException.class, () -> VolumeFile.open(other, new ReadingOptions(1)));
    }

    @ParameterizedTest
    @CsvSource({"CZT, '2, 4, 3', TZC", "ZCT, '2, 3, 4', TCZ", "ZTC, '3, 2, 4', CTZ"})
    void ofTifffile(String order, String shape, String axes) throws IOException {
        requireEachChannel(file(order, "{\"shape\": [" + shape + ", 1, 2], \"axes\": \"" + axes + "YX\"}"));
    }

    @Test
    void whatHasNoneIsAskedForNone() throws IOException {
        Path plain = TwoPixelPages.write(folder.resolve("plain.tif"), "", 1, 2, 3);
        Path named = TwoPixelPages.write(folder.resolve("named.tif"), "ImageJ=1.54f\nimages=3\nslices=3\n", 1, 2, 3);
        Path nifti = folder.resolve("one.nii");
        Volumes.write(TinyCohort.volumes()[0], nifti, "one");
        for (Path file : new Path[] {plain, named, nifti})
            assertEquals(
                    file + ": found no channels for channel=1, expected several; leave the option out.",
                    assertThrows(InputException.class, () -> VolumeFile.open(file, new ReadingOptions(1)))
                            .getMessage());
    }
}
