package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.format.VolumeFile;
import cohort.imagej.io.ImageFiles;
import cohort.imagej.io.NiftiIOPlugin;
import cohort.imagej.io.NotesProperty;
import cohort.imagej.io.OpenRequest;
import cohort.imagej.macro.MacroRun;
import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.convert.ConvertService;
import org.scijava.io.IOPlugin;
import org.scijava.io.IOService;

/** Files opened, shown and saved by ImageJ. */
class NiftiInImageJTest {
    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    private static Path reference(String name) {
        try {
            return Path.of(NiftiInImageJTest.class.getResource("/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A macro opens a file and saves it; the title is the file's name. */
    private static void resave(Path from, Path to) {
        assertEquals(
                Optional.empty(),
                MacroRun.run(
                        "run(\"NIfTI...\", \"path=[" + from + "]\"); if (getTitle != \"" + from.getFileName()
                                + "\") exit(getTitle); run(\"NIfTI-1...\", \"path=[" + to + "]\"); close();",
                        ""));
    }

    /** Every file that nibabel made for the readers: all datatypes, byte orders, scalings, orientations, pairs. */
    static Stream<String> files() throws IOException {
        List<String> names = new ArrayList<>();
        for (String kind : List.of("nifti", "mgh"))
            for (String line : Files.readAllLines(reference(kind + "/expected.tsv")))
                if (!line.startsWith("file\t")) names.add(kind + "/" + line.substring(0, line.indexOf('\t')));
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    @Tag("slow")
    void whatIsSavedAndOpenedAgainIsTheSame(String name) throws IOException {
        Path once = folder.resolve("a b.nii"), twice = folder.resolve("twice.nii.gz"), thrice = folder.resolve("c.nii");
        resave(reference(name), once);
        resave(once, twice);
        resave(twice, thrice);
        assertArrayEquals(Files.readAllBytes(once), Files.readAllBytes(thrice));

        VolumeFile original = VolumeFile.open(reference(name)), saved = VolumeFile.open(once);
        assertEquals(original.volumes(), saved.volumes());
        HeaderNotes said = original.notes(), kept = saved.notes();
        assertEquals(said.space() == 0 ? 2 : said.space(), kept.space());
        if (!said.description().isEmpty()) assertEquals(said.description(), kept.description());
        Grid was = original.grid(), is = saved.grid();
        for (int e = 0; e < 12; e++) assertEquals((float) was.affine()[e], is.affine()[e], "affine " + e);
        for (int t = 0; t < saved.volumes(); t++) {
            double[] expected = original.read(t).values(),
                    actual = saved.read(t).values();
            for (int v = 0; v < expected.length; v++) assertEquals((float) expected[v], (float) actual[v]);
        }
    }

    @Test
    void theHeadersFieldsAreKept() throws IOException {
        ByteBuffer h =
                ByteBuffer.wrap(Files.readAllBytes(reference("nifti/four.nii"))).order(ByteOrder.LITTLE_ENDIAN);
        h.putShort(68, (short) 3).putFloat(56, 15).putFloat(60, 2).putFloat(64, 0.5f); // t of 15 degrees of freedom
        h.putFloat(76 + 16, 2500).put(123, (byte) (2 + 16)).putFloat(136, -500); // 2500 ms
        h.putFloat(124, 7).putFloat(128, -2);
        h.putShort(254, (short) 4);
        h.put(148, "a contrast\0".getBytes(StandardCharsets.US_ASCII));
        h.put(328, "left - right\0".getBytes(StandardCharsets.US_ASCII));
        Path file = Files.write(folder.resolve("notes.nii"), h.array());
        HeaderNotes notes = new HeaderNotes("a contrast", 4, 3, 15, 2, 0.5, "left - right", -2, 7, 2.5, -0.5);
        assertEquals(notes, VolumeFile.open(file).notes());

        ImagePlus image = ImageFiles.open(file);
        assertEquals(2.5, image.getCalibration().frameInterval);
        assertEquals(List.of(-2.0, 7.0), List.of(image.getDisplayRangeMin(), image.getDisplayRangeMax()));
        assertEquals(List.of(5, 3), List.of(image.getNSlices(), image.getNFrames()));

        Path saved = folder.resolve("saved.nii");
        resave(file, saved);
        assertEquals(notes, VolumeFile.open(saved).notes());
        ByteBuffer s = ByteBuffer.wrap(Files.readAllBytes(saved)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(4, s.getShort(40), "axes");
        assertEquals(3, s.getShort(48), "volumes");
        assertEquals(2.5f, s.getFloat(92), "seconds");
        assertEquals(2 + 8, s.get(123), "mm and s");
        assertEquals(List.of((short) 4, (short) 4), List.of(s.getShort(252), s.getShort(254)));
        assertEquals(List.of(7f, -2f), List.of(s.getFloat(124), s.getFloat(128)));
    }

    @Test
    void notesSurviveATiffFile() {
        Path tiff = folder.resolve("map.tif");
        ImagePlus image = ImageFiles.open(reference("nifti/nifti1-int16-le.nii"));
        IJ.saveAsTiff(image, tiff.toString());
        assertEquals(
                "as int16", NotesProperty.get(IJ.openImage(tiff.toString())).description());
    }

    @Test
    void anyImageOfOneChannelCanBeSaved() {
        Path file = folder.resolve("ramp.nii.gz");
        assertEquals(
                Optional.empty(),
                MacroRun.run(
                        "newImage(\"ramp\", \"8-bit ramp\", 6, 4, 3);"
                                + " run(\"Properties...\", \"unit=micron pixel_width=500 pixel_height=500 voxel_depth=2000\");"
                                + " newImage(\"front\", \"8-bit black\", 2, 2, 2);"
                                + " run(\"NIfTI-1...\", \"image=ramp path=[" + file + "]\");",
                        ""));
        VolumeFile saved = VolumeFile.open(file);
        assertEquals(0.5, saved.grid().voxelSize(0));
        assertEquals(2, saved.grid().voxelSize(2));
        assertEquals("ramp", saved.description());
    }

    @Test
    void mistakesAreNamed() {
        Path missing = folder.resolve("none.nii"), wrong = folder.resolve("map.tif");
        assertSays(missing + ": found no such file", "run(\"NIfTI...\", \"path=[" + missing + "]\");");
        assertSays("path: found nothing, expected a .nii", "run(\"NIfTI...\", \"path=[]\");");
        assertSays(
                "image: found no open image named nobody; open images are [",
                "newImage(\"x\", \"8-bit black\", 2, 2, 2); run(\"NIfTI-1...\", \"image=nobody path=["
                        + folder.resolve("a.nii") + "]\");");
        assertSays(
                wrong + ": found a name that does not end in .nii.gz or .nii",
                "newImage(\"x\", \"8-bit black\", 2, 2, 2); run(\"NIfTI-1...\", \"path=[" + wrong + "]\");");
        assertSays(
                "The image \"x\" has 2 channels; give an image of one channel",
                "newImage(\"x\", \"8-bit composite\", 2, 2, 2, 2, 1); run(\"NIfTI-1...\", \"path=["
                        + folder.resolve("a.nii") + "]\");");
    }

    private static void assertSays(String start, String macro) {
        String reason = MacroRun.run(macro, "").orElse("no mistake");
        assertTrue(reason.contains(start), reason);
    }

    @Test
    void sciJavaOpensAndSavesByTheEagerPlugin() throws IOException {
        try (Context context = new Context(IOService.class, ConvertService.class)) {
            IOService io = context.service(IOService.class);
            assertTrue(io.getPlugins().stream()
                    .anyMatch(info -> info.is("eager") && info.getClassName().equals(NiftiIOPlugin.class.getName())));
            for (String name : List.of(
                    "nifti/packed.nii.gz",
                    "nifti/four.nii",
                    "nifti/pair1.hdr",
                    "nifti/pair1.img",
                    "nifti/analyze-slope.img",
                    "itk/itk-packed.nrrd",
                    "itk/beside.nhdr",
                    "itk/four.mha",
                    "itk/packed-zlib.mhd"))
                assertInstanceOf(
                        NiftiIOPlugin.class, io.getOpener(reference(name).toString()));
            Object image = io.open(reference("nifti/packed.nii.gz").toString());
            assertTrue(image.getClass().getName().equals("ij.ImagePlus"), image.toString());
            Path saved = folder.resolve("saved.nii.gz");
            io.save(image, saved.toString());
            assertTrue(Files.size(saved) > 0);

            IOPlugin<?> plugin = io.getOpener(saved.toString());
            assertFalse(plugin.supportsSave("text", saved.toString()), "a text is no image");
            assertFalse(plugin.supportsSave(image, folder.resolve("a.tif").toString()), "a TIFF file");
            Path envi = Files.writeString(folder.resolve("envi.hdr"), "ENVI\nsamples = 2\n");
            assertFalse(plugin.supportsOpen(envi.toString()), "another program's header");
            Path colours = Files.writeString(
                    folder.resolve("colours.nrrd"),
                    "NRRD0004\ntype: uchar\ndimension: 3\nsizes: 3 2 2\nkinds: RGB-color domain domain\n"
                            + "spacings: nan 1 1\nencoding: raw\n\n123456789012");
            assertFalse(plugin.supportsOpen(colours.toString()), "a picture for others to show");
        }
    }

    /** Opened in ImageJ and saved, a map of ITK's keeps its place. */
    @ParameterizedTest
    @ValueSource(strings = {"itk-packed.nrrd", "space-RAS.nrrd", "itk-raw.mha", "microns.mha"})
    void keepsTheSpaceOfItksFormats(String name) {
        Path from = reference("itk/" + name), to = folder.resolve("saved.nii");
        resave(from, to);
        assertTrue(VolumeFile.open(to).grid().sameSpace(VolumeFile.open(from).grid()));
    }

    /** Stands for Fiji's class between ImageJ and the I/O plugins. */
    static final class Hooks {
        OpenRequest interceptFileOpen() {
            return OpenRequest.current(Hooks.class.getName());
        }

        OpenRequest interceptOpenImage() {
            return OpenRequest.current(Hooks.class.getName());
        }
    }

    @Test
    void theCallersTellWhetherToShow() {
        assertEquals(OpenRequest.SHOW, new Hooks().interceptFileOpen());
        assertEquals(OpenRequest.IMAGE, new Hooks().interceptOpenImage());
        assertEquals(OpenRequest.DATA, OpenRequest.current(Hooks.class.getName()));
    }
}
