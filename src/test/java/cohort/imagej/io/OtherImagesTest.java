package cohort.imagej.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.TinyCohort;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.image.format.VolumeFormats;
import cohort.image.format.Volumes;
import cohort.imagej.Headless;
import cohort.imagej.Numbered;
import cohort.imagej.macro.MacroRun;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.IOService;
import org.scijava.io.location.Location;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/** Files of other formats and open images as maps. */
class OtherImagesTest {
    static {
        Headless.start();
    }

    private static Runnable forget = () -> {};

    @TempDir
    Path folder;

    @BeforeAll
    static void register() {
        forget = VolumeFormats.register(new OtherImages(Optional.empty(), new ImageData(Optional.empty())));
    }

    @AfterAll
    static void unregister() {
        forget.run();
    }

    /** 6 x 4 x 3 voxels and two frames, each pixel with a value of its own. */
    private Path tiff(String unit, double width, double depth) {
        ImagePlus imp = IJ.createImage("stack", "16-bit ramp", 6, 4, 6);
        for (int z = 1; z <= 6; z++) imp.getStack().getProcessor(z).add(1000 * z);
        imp.setDimensions(1, 3, 2);
        imp.setOpenAsHyperStack(true);
        Calibration calibration = imp.getCalibration();
        calibration.setUnit(unit);
        calibration.pixelWidth = calibration.pixelHeight = width;
        calibration.pixelDepth = depth;
        Path file = folder.resolve("a stack.tif");
        IJ.saveAsTiff(imp, file.toString());
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "mm, 2, 3, 2, 3",
        "micron, 250, 1000, 0.25, 1",
        "um, 250, 1000, 0.25, 1",
        "\u00b5m, 250, 1000, 0.25, 1",
        "cm, 0.2, 0.3, 2, 3",
        "m, 0.002, 0.003, 2, 3",
        "inch, 0.5, 1, 12.7, 25.4",
        "nm, 500000, 1000000, 0.5, 1",
        "pixel, 1, 1, 1, 1"
    })
    void theCalibrationOfATiffStackBecomesTheGrid(String unit, double width, double depth, double dx, double dz) {
        VolumeFile file = VolumeFile.open(tiff(unit, width, depth));
        assertEquals(2, file.volumes());
        assertArrayEquals(
                new double[] {dx, 0, 0, 0, 0, dx, 0, -3 * dx, 0, 0, dz, 0},
                file.grid().affine(),
                1e-6);
        double[] second = file.readAll().get(1).values();
        // The last row of the picture is the first of the grid.
        assertEquals(IJ.openImage(file.path().toString()).getStack().getVoxel(5, 3, 4), second[5 + 24]);
    }

    @Test
    void aUnitThatIsNoLengthIsRefused() {
        Path file = tiff("sec", 1, 1);
        assertEquals(
                file + ": found a size in \"sec\", expected mm, cm, m, inch, micron or nm; set the unit with"
                        + " Image>Properties in ImageJ and save the file again.",
                assertThrows(InputException.class, () -> VolumeFile.open(file)).getMessage());
    }

    static Stream<Grid> grids() {
        return Stream.of(
                new Grid(5, 4, 3, 2.9, -0.4, 0.1, -6.25, 0.4, 2.9, 0.2, -3.1, -0.1, -0.2, 3, 1 / 3.0),
                new Grid(
                        5, 4, 1, 2.9, -0.4, 0.1, -6.25, 0.4, 2.9, 0.2, -3.1, -0.1, -0.2, 3,
                        1 / 3.0), // one slice, thick
                new Grid(5, 4, 1, -3, 0, 0, 18, 0, 3, 0, -21, 0, 0, 3, -15),
                new Grid(5, 1, 4, 3, 0, 0, -18, 0, 3, 0, -21, 0, 0, 3, -15), // coronal
                new Grid(5, 4, 3, 0.0005, 0, 0, 1, 0, 0.0005, 0, -2, 0, 0.0001, 0.001, 3)); // half a micron
    }

    /** Through ImageJ's TIFF and back, by this project's reader and as an open image. */
    @ParameterizedTest
    @MethodSource("grids")
    void aMapThatImageJSavedKeepsItsAffine(Grid grid) {
        Volume map = Numbered.numbered(grid);
        Path file = folder.resolve("map.tif");
        ImagePlus image = ImageVolumes.toImage("map", map);
        NotesProperty.set(image, HeaderNotes.of("a \u00b5-map"));
        IJ.saveAsTiff(image, file.toString());
        Volume read = Volumes.read(file);
        assertEquals(grid, read.grid());
        assertArrayEquals(map.values(), read.values());
        assertEquals("a \u00b5-map", VolumeFile.open(file).notes().description());
        Volume opened = ImageVolumes.toVolume(IJ.openImage(file.toString()));
        assertEquals(grid, opened.grid());
        assertArrayEquals(map.values(), opened.values());
    }

    /** The slices on the screen need not run along the last axis of the voxels. */
    @Test
    void aSeriesThatImageJSavedKeepsItsAffine() {
        Grid grid = new Grid(3, 5, 4, 0, 2, 0, -6, 0, 0, -2, 5, 2.5, 0, 0, -1);
        double[] first = Numbered.numbered(grid).values(), second = new double[first.length];
        for (int v = 0; v < second.length; v++) second[v] = 1000 - first[v];
        Path file = folder.resolve("series.tif");
        IJ.saveAsTiff(
                ImageVolumes.toImage("series", List.of(Volume.of(grid, first), Volume.of(grid, second))),
                file.toString());
        VolumeFile read = VolumeFile.open(file);
        assertEquals(grid, read.grid());
        assertEquals(2, read.volumes());
        assertArrayEquals(first, read.read(0).values());
        assertArrayEquals(second, read.read(1).values());
    }

    /** What ImageJ shows of a file and what this project reads of it are one map. */
    @ParameterizedTest
    @CsvSource({"8-bit, um", "16-bit, um", "32-bit, mm", "16-bit, pixel"})
    void aFileAndTheOpenImageAreTheSame(String type, String unit) {
        ImagePlus image = IJ.createImage("stack", type + " ramp", 6, 4, 6);
        for (int z = 1; z <= 6; z++) image.getStack().getProcessor(z).add(z);
        if (type.equals("16-bit"))
            image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {-32768, 1}, "x");
        image.getCalibration().setUnit(unit);
        image.getCalibration().pixelWidth = 25;
        image.getCalibration().pixelHeight = 20;
        image.getCalibration().pixelDepth = 50;
        image.getCalibration().xOrigin = 1.5;
        image.getCalibration().yOrigin = 2;
        image.getCalibration().zOrigin = -1;
        Path file = folder.resolve("stack.tif");
        IJ.saveAsTiff(image, file.toString());
        Volume open = ImageVolumes.toVolume(IJ.openImage(file.toString())), read = Volumes.read(file);
        assertArrayEquals(open.values(), read.values());
        if (!unit.equals("pixel")) assertTrue(open.grid().sameSpace(read.grid()), open.grid() + " " + read.grid());
    }

    @Test
    void aScaledImageHasLostItsPlace() {
        Grid grid = new Grid(5, 4, 3, 0.0005, 0, 0, 1, 0, 0.0005, 0, -2, 0, 0, 0.001, 3);
        ImagePlus image = ImageVolumes.toImage("map", Numbered.numbered(grid));
        image.getCalibration().pixelWidth *= 2;
        Path file = folder.resolve("scaled.tif");
        IJ.saveAsTiff(image, file.toString());
        assertEquals(0.001, Volumes.read(file).grid().voxelSize(0), 1e-9);
        assertEquals(0.001, ImageVolumes.grid(IJ.openImage(file.toString())).voxelSize(0), 1e-9);
        ImagePlus cut = ImageVolumes.toImage("map", Numbered.numbered(grid)).crop("1-2");
        IJ.saveAsTiff(cut, file.toString());
        String message =
                assertThrows(InputException.class, () -> VolumeFile.open(file)).getMessage();
        assertTrue(
                message.startsWith(file + ": the image of 5 x 4 x 2 voxels was cut out of a map of 5 x 4 x 3"),
                message);
    }

    @ParameterizedTest
    @CsvSource({"map.ics", "map.h5", "map.czi"})
    void whatNobodyOpensIsRefusedInOneSentence(String name) throws IOException {
        Path file = Files.write(folder.resolve(name), "II*\0 no image at all".getBytes());
        String message =
                assertThrows(InputException.class, () -> VolumeFile.open(file)).getMessage();
        assertTrue(message.startsWith(file + ": found a file that can be opened neither"), message);
    }

    @Test
    void picturesAndTablesAreNoMaps() {
        for (String name : List.of("figure.png", "participants.tsv", "notes.txt", "tif", "scan.jpg"))
            assertFalse(VolumeFormats.claim(Path.of(name)), name);
        for (String name : List.of("a.TIF", "b.ome.tiff", "c.mnc", "d.dcm", "e.ics", "f.h5", "g.nii", "h.mgz"))
            assertTrue(VolumeFormats.claim(Path.of(name)), name);
    }

    /** Stands for SCIFIO. */
    public static final class Reader extends AbstractIOPlugin<Object> {
        @Override
        public Class<Object> getDataType() {
            return Object.class;
        }

        @Override
        public boolean supportsOpen(Location source) {
            return source.getName().matches("(map|bare|text)\\..*");
        }

        @Override
        public Object open(Location source) {
            if (source.getName().startsWith("text")) return "a text";
            return source.getName().startsWith("bare")
                    ? IJ.createImage("x", "32-bit ramp", 6, 4, 3)
                    : ImageVolumes.toImage("x", TinyCohort.volumes()[0]);
        }
    }

    @Test
    void sciJavasPluginsAreAskedFirst() throws IOException {
        try (Context context = new Context(PluginService.class, IOService.class)) {
            context.service(PluginService.class)
                    .addPlugin(new PluginInfo<>(
                            Reader.class.getName(), IOPlugin.class, null, Reader.class.getClassLoader()));
            OtherImages format =
                    new OtherImages(Optional.of(context.service(IOService.class)), new ImageData(Optional.empty()));
            Path file = Files.writeString(folder.resolve("map.ics"), "anything");
            assertEquals(TinyCohort.grid(), format.open(file).grid());
            Path text = Files.writeString(folder.resolve("text.ics"), "anything");
            assertThrows(InputException.class, () -> format.open(text));
            Path bare = Files.writeString(folder.resolve("bare.ics"), "anything");
            String message =
                    assertThrows(InputException.class, () -> format.open(bare)).getMessage();
            assertTrue(
                    message.startsWith(bare + ": found no unit of length once ImageJ or Fiji had opened it"), message);
            // Whatever a plugin makes of these, it has dropped their space.
            for (String name : List.of("map.dcm", "map.fits")) {
                Path lost = Files.writeString(folder.resolve(name), "anything");
                String refused = assertThrows(InputException.class, () -> format.open(lost))
                        .getMessage();
                assertTrue(refused.contains("are lost on the way through ImageJ"), refused);
            }
        }
    }

    private static void assertRuns(String macro) {
        assertEquals(Optional.empty(), MacroRun.run(macro, ""));
    }

    private double[] mask(String name) {
        return Volumes.read(folder.resolve(name).resolve("mask.nii.gz")).values();
    }

    /** Files, a folder, a hyperstack and single images of the same maps give the same mask. */
    @Test
    void openImagesAndFilesOfAnyFormatAreMaps() throws IOException {
        Path maps = Files.createDirectory(folder.resolve("maps")),
                tiffs = Files.createDirectory(folder.resolve("tiffs"));
        List<Volume> volumes = List.of(TinyCohort.volumes()).subList(0, 4);
        StringBuilder macro = new StringBuilder();
        for (int s = 0; s < volumes.size(); s++) {
            Path file = maps.resolve("s" + s + ".nii");
            Volumes.write(volumes.get(s), file, "");
            macro.append("run(\"NIfTI...\", \"path=[" + file + "]\"); saveAs(\"Tiff\", \""
                    + tiffs.resolve("s" + s + ".tif") + "\"); rename(\"open " + s + "\");");
        }
        Volumes.writeSeries(volumes, folder.resolve("all.nii"), HeaderNotes.NONE);
        macro.append("run(\"NIfTI...\", \"path=[" + folder.resolve("all.nii") + "]\"); rename(\"a series\");");
        String output = " output=[" + folder + "/";
        macro.append("run(\"Group Mask...\", \"maps=[" + maps + "]" + output + "nii]\");");
        macro.append("run(\"Group Mask...\", \"maps=[" + tiffs + "]" + output + "tif]\");");
        macro.append("run(\"Group Mask...\", \"maps=[a series]" + output + "series]\");");
        macro.append("run(\"Group Mask...\", \"maps=[open 0;open 1; open 2;" + maps.resolve("s3.nii") + "]" + output
                + "mixed]\");");
        macro.append("run(\"Second-Level Model...\", \"maps=[a series]" + output + "model]\"); close(\"*\");");
        assertRuns(macro.toString());
        double[] expected = mask("nii");
        for (String name : List.of("tif", "series", "mixed", "model")) assertArrayEquals(expected, mask(name), name);
    }

    @Test
    void openImagesThatAreNoMapsAreNamed() {
        String colour = MacroRun.run("newImage(\"red\", \"RGB\", 4, 4, 2); run(\"Group Mask...\", \"maps=red\");", "")
                .orElse("no mistake");
        assertTrue(colour.contains("The image \"red\" is an RGB picture"), colour);
        String one = MacroRun.run(
                        "newImage(\"one\", \"32-bit ramp\", 4, 4, 2); run(\"Group Mask...\", \"maps=one\");", "")
                .orElse("no mistake");
        assertTrue(one.contains("maps=one is an image of one volume, expected at least two subjects"), one);
        String twice = MacroRun.run(
                        "newImage(\"two\", \"32-bit ramp\", 4, 4, 2); run(\"Group Mask...\", \"maps=two;two\");", "")
                .orElse("no mistake");
        assertTrue(twice.contains("maps: two occurs twice"), twice);
    }

    @Test
    void resampleBringsMapsToOneGrid() throws IOException {
        Path maps = Files.createDirectory(folder.resolve("maps"));
        List<Volume> volumes = List.of(TinyCohort.volumes()).subList(0, 3);
        Grid coarse = new Grid(8, 9, 6, 4.7, 0, 0, -19.4, 0, 5.3, 0, -23.1, 0, 0, 6.1, -21.9);
        for (int s = 0; s < 3; s++) Volumes.write(volumes.get(s), maps.resolve("s" + s + ".nii"), "");
        Volumes.write(Volume.of(coarse, new float[coarse.voxels()]), folder.resolve("coarse.nii"), "");
        String run = "run(\"Group Mask...\", \"maps=[" + maps + "] output=[" + folder.resolve("out") + "] resample=";
        assertRuns(run + "[cubic:" + folder.resolve("coarse.nii") + "]\");");
        assertTrue(VolumeFile.open(folder.resolve("out/mask.nii.gz")).grid().sameSpace(coarse));
        for (String wrong : List.of("spline", "linear:nowhere.nii", "linear:")) {
            String reason = MacroRun.run(run + wrong + "\");", "").orElse("no mistake");
            assertTrue(reason.contains("resample: "), reason);
        }
    }
}
