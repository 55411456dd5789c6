package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.TinyCohort;
import cohort.TinyStudy;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.imagej.io.ImageVolumes;
import cohort.imagej.macro.MacroRun;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders, tables and macro lines as people have them, through macros: the same numbers, or one sentence. */
@Tag("slow")
class MapsAsPeopleHaveThemTest {
    static {
        Headless.start();
    }

    private static final String T = "contrast-intercept_stat-t_statmap.nii.gz";

    @TempDir
    Path folder;

    private TinyStudy study;

    @BeforeEach
    void makeStudy() throws IOException {
        study = TinyStudy.in(folder);
    }

    private static Optional<String> run(String command, String options) {
        return MacroRun.run("run(\"" + command + "\", \"" + options.replace("\"", "\\\"") + "\");", "");
    }

    private double[] t(String output, String options) {
        assertEquals(
                Optional.empty(), run("Second-Level Model...", options + " output=[" + folder.resolve(output) + "]"));
        return Volumes.read(folder.resolve(output).resolve(T)).values();
    }

    private static String one(Path file) throws IOException {
        return Files.readString(file).replaceAll("\\s+", " ");
    }

    /** A second run on a folder that holds the results of the first gives what it gives without them. */
    @Test
    void resultsAmongMapsAreLeftOutAndReported() throws IOException {
        double[] expected = t("apart", "maps=[" + study.table() + "]");
        Files.delete(study.table());
        String maps = "maps=[" + study.folder() + "] ";
        assertArrayEquals(expected, t("study", maps));
        assertArrayEquals(expected, t("study", maps));
        Path results = folder.resolve("test");
        assertEquals(
                Optional.empty(),
                run("Permutation Inference...", maps + "permutations=20 cluster_p=0.05 output=[" + results + "]"));
        assertEquals(Optional.empty(), run("Group Report...", "results=[" + results + "]"));
        assertArrayEquals(expected, Volumes.read(results.resolve(T)).values());
        String record = one(results.resolve("run.json")), report = one(results.resolve("report.html"));
        String reason = "results of Cohort, as the record beside them says";
        assertTrue(
                record.contains("\"passedOver\": [ { \"file\": \""
                        + study.folder().resolve("contrast-intercept_clusters_dseg.nii.gz")
                        + "\", \"reason\": \"" + reason + "\" }"),
                record);
        assertTrue(report.contains("<details><summary>9 files beside the maps were not used</summary>"), report);
        assertTrue(report.contains("<td>" + reason + "</td>"), report);
        assertTrue(report.contains("maps: 6 maps were taken, and not contrast-intercept_clusters_dseg.nii.gz"), report);
    }

    /** The second channel of files and of an open image gives what files of it alone give, in the record and report too. */
    @Test
    void aChannelIsChosen() throws IOException {
        Path alone = Files.createDirectories(folder.resolve("alone")),
                both = Files.createDirectories(folder.resolve("both"));
        Volume[] maps = TinyCohort.volumes();
        for (int s = 0; s < TinyStudy.SUBJECTS; s++) {
            ImagePlus map = ImageVolumes.toImage("map", maps[s]), other = ImageVolumes.toImage("map", maps[s + 6]);
            IJ.saveAsTiff(map, alone.resolve("sub-" + s + ".tif").toString());
            IJ.saveAsTiff(
                    channels(other, map), both.resolve("sub-" + s + ".tif").toString());
        }
        double[] expected = t("one", "maps=[" + alone + "]");
        assertArrayEquals(expected, t("two", "maps=[" + both + "] channel=2"));
        assertTrue(one(folder.resolve("two/model.json")).contains("\"channel\": \"2\""));
        assertEquals(Optional.empty(), run("Group Report...", "results=[" + folder.resolve("two") + "]"));
        StringBuilder macro = new StringBuilder("setBatchMode(true);"), titles = new StringBuilder();
        for (int s = 0; s < TinyStudy.SUBJECTS; s++) {
            macro.append("open(\"" + both.resolve("sub-" + s + ".tif") + "\");");
            titles.append("sub-" + s + ".tif;");
        }
        String model = "run(\"Second-Level Model...\", \"maps=[" + titles.deleteCharAt(titles.length() - 1)
                + "] output=[" + folder.resolve("open") + "]";
        assertTrue(MacroRun.run(macro + model + "\");", "").orElse("").contains("choose the channel with channel=2"));
        assertEquals(Optional.empty(), MacroRun.run(macro + model + " channel=2\");", ""));
        assertArrayEquals(
                expected, Volumes.read(folder.resolve("open").resolve(T)).values());
        String figure = "output=[" + folder.resolve("one.png") + "] ";
        for (String command : new String[] {"Carpet...", "Subject Grid...", "Group Mask..."}) {
            String options = (command.startsWith("Group") ? "" : figure) + "maps=[" + both + "] ";
            assertEquals(Optional.empty(), run(command, options + "channel=1"));
            assertTrue(run(command, options).orElse("no mistake").contains("choose the channel with channel=2"));
        }
        assertTrue(run("Second-Level Model...", "maps=[" + alone + "] channel=2")
                .orElse("no mistake")
                .contains("found no channels for channel=2, expected several; leave the option out."));
    }

    private static ImagePlus channels(ImagePlus... images) {
        ImageStack stack = new ImageStack(images[0].getWidth(), images[0].getHeight());
        for (int z = 1; z <= images[0].getStackSize(); z++)
            for (ImagePlus image : images) stack.addSlice("", image.getStack().getProcessor(z));
        ImagePlus all = images[0].duplicate();
        all.setStack(stack, images.length, images[0].getStackSize(), 1);
        return all;
    }

    /** A map without data, one that stands twice and one of another kind: refused by name, and left out by name. */
    @Test
    void whatIsNoMapOfASubjectIsNamed() throws IOException {
        Files.delete(study.table());
        String maps = "maps=[" + study.folder() + "] ";
        double[] expected = t("five", maps + "leave_out=sub-3");
        float[] mask = new float[TinyCohort.grid().voxels()];
        for (int v = 0; v < mask.length; v++) mask[v] = TinyCohort.mask()[v] ? 1 : 0;
        Volume[] none = {
            Volume.of(TinyCohort.grid(), new float[mask.length]),
            TinyCohort.volumes()[0],
            Volume.of(TinyCohort.grid(), mask)
        };
        String[] words = {
            "sub-3 is 0 everywhere", "sub-1 and sub-3 hold the same values", "sub-3 holds only two different numbers"
        };
        for (int n = 0; n < none.length; n++) {
            study.write(2, none[n]);
            for (String command : new String[] {"Group Mask...", "Second-Level Model...", "Permutation Inference..."}) {
                String sentence =
                        run(command, maps + "output=[" + folder + "/none]").orElse("no mistake");
                assertTrue(sentence.contains("maps: " + words[n]) && sentence.contains("leave_out=sub-3"), sentence);
                assertTrue(Files.notExists(folder.resolve("none")), command);
            }
            assertArrayEquals(expected, t("left" + n, maps + "leave_out=sub-3"));
        }
    }

    /** Few files beside the maps are told in a sentence. */
    @Test
    void fewFilesAreReportedInASentence() throws IOException {
        Files.delete(study.table());
        Files.writeString(study.folder().resolve("sub-7.nii.part"), "");
        Path results = folder.resolve("results");
        t("results", "maps=[" + study.folder() + "]");
        assertEquals(Optional.empty(), run("Group Report...", "results=[" + results + "]"));
        String report = one(results.resolve("report.html"));
        assertTrue(
                report.contains("<p>1 file beside the maps was not used: sub-7.nii.part (unfinished downloads).</p>"),
                report);
    }

    @Test
    void theMaskMayBeAnOpenImage() throws IOException {
        boolean[] inside = TinyCohort.mask();
        float[] half = new float[inside.length];
        for (int v = 0; v < half.length; v++) half[v] = inside[v] && v % 2 == 0 ? 1 : 0;
        Path mask = folder.resolve("half.nii");
        Volumes.write(Volume.of(TinyCohort.grid(), half), mask, "");
        String maps = "maps=[" + study.table() + "] mask=[";
        double[] expected = t("file", maps + mask + "]");
        StringBuilder macro = new StringBuilder("run(\"NIfTI...\", \"path=[" + mask + "]\"); rename(\"my half\");");
        macro.append("run(\"Second-Level Model...\", \"" + maps + "my half] output=[" + folder + "/open]\");");
        macro.append("run(\"Carpet...\", \"" + maps + "my half] output=[" + folder + "/c.png]\");");
        macro.append("run(\"Subject Grid...\", \"" + maps + "my half] output=[" + folder + "/g.png]\"); close(\"*\");");
        assertEquals(Optional.empty(), MacroRun.run(macro.toString(), ""));
        assertArrayEquals(
                expected, Volumes.read(folder.resolve("open").resolve(T)).values());
        assertArrayEquals(
                Volumes.read(mask).values(),
                Volumes.read(folder.resolve("open/mask.nii.gz")).values());
        assertTrue(run("Carpet...", maps + "my half]").orElse("").contains("an open image or a mask rule"));
    }

    /** Slices of a file, of an open image, and files of one slice each: the same. */
    @Test
    void slicesMayBeSubjects() throws IOException {
        Volume whole = TinyCohort.volumes()[0];
        Grid grid = TinyCohort.grid();
        Volume middle = Volume.of(
                new Grid(grid.nx(), grid.ny(), 5, grid.affine()),
                Arrays.copyOfRange(whole.values(), 4 * grid.nx() * grid.ny(), 9 * grid.nx() * grid.ny()));
        Path file = folder.resolve("stack.nii"), flat = Files.createDirectory(folder.resolve("flat"));
        Volumes.write(middle, file, "");
        for (int k = 0; k < 5; k++) Volumes.write(middle.slice(k), flat.resolve("p" + k + ".nii"), "");
        double[] expected = t("files", "maps=[" + flat + "]");
        assertArrayEquals(expected, t("slices", "maps=[" + file + "] volumes=slices"));
        String record = one(folder.resolve("slices/model.json"));
        assertTrue(
                record.contains("\"id\": \"stack_3\", \"map\": \"" + file + "\", \"volume\": 2, \"subject\": 3"),
                record);
        assertEquals(Optional.empty(), run("Group Report...", "results=[" + folder.resolve("slices") + "]"));
        assertTrue(one(folder.resolve("slices/report.html")).contains("stack.nii, slice 3"));
        assertEquals(
                Optional.empty(),
                MacroRun.run(
                        "run(\"NIfTI...\", \"path=[" + file + "]\"); run(\"Second-Level Model...\", \"maps=stack.nii"
                                + " volumes=slices output=[" + folder + "/open]\"); close(\"*\");",
                        ""));
        assertArrayEquals(
                expected, Volumes.read(folder.resolve("open").resolve(T)).values());
        String hint = MacroRun.run(
                        "run(\"NIfTI...\", \"path=[" + file + "]\"); run(\"Group Mask...\", \"maps=stack.nii\");", "")
                .orElse("");
        assertTrue(hint.endsWith("; give volumes=slices if its 5 slices are the subjects."), hint);
    }

    @Test
    void pathsMayBeginAtHomeAndStandInQuotes() throws IOException {
        String home = System.getProperty("user.home");
        double[] expected = t("results", "maps=[" + study.table() + "]");
        System.setProperty("user.home", folder.toString());
        try {
            for (String output : new String[] {"~/a b", "\"~/c d\"", "'" + folder + "/e f'"})
                assertEquals(
                        Optional.empty(),
                        run(
                                "Second-Level Model...",
                                "maps=~/study/participants.tsv mask=[~/results/mask.nii.gz] output="
                                        + (output.startsWith("~") ? "[" + output + "]" : output)));
            assertEquals(Optional.empty(), run("Glass Brain...", "image=~/results/" + T + " output=[\"~/brain.svg\"]"));
        } finally {
            System.setProperty("user.home", home);
        }
        for (String name : new String[] {"a b", "c d", "e f"})
            assertArrayEquals(
                    expected, Volumes.read(folder.resolve(name).resolve(T)).values(), name);
        assertTrue(Files.exists(folder.resolve("brain.svg")));
    }

    @Test
    void emptyValuesAndLineBreaksAreDefaultsAndBlanks() {
        String maps = "maps=[" + study.table() + "] ";
        double[] expected = t("plain", maps + "fwhm=6");
        assertArrayEquals(expected, t("blanks", "fwhm =6\\nmask=[]\\n model =\\tcontrast=[] missing=\\n" + maps));
    }

    @Test
    void levelsThatReadAlikeAreAskedAbout() throws IOException {
        study.editTable(table -> table.replaceAll("(?m)$(?!\\z)", "\tctl")
                .replaceFirst("ctl", "group")
                .replaceFirst("(sub-2.*)ctl", "$1pat")
                .replaceFirst("(sub-3.*)ctl", "$1 Pat "));
        String sentence = run(
                        "Second-Level Model...",
                        "maps=[" + study.table() + "] model=[0 + group] contrast=[group.ctl - group.pat] output=["
                                + folder + "/none]")
                .orElse("");
        assertTrue(
                sentence.endsWith("participants.tsv has the levels \"Pat\" and \"pat\", which differ only in capital"
                        + " letters or spaces, expected one spelling of each level; write both alike,"
                        + " or use different names if they are two levels."),
                sentence);
        assertTrue(Files.notExists(folder.resolve("none/model.json")));
    }

    /** A table beside the maps is the table with a column map. */
    @Test
    void aTableMayStandBesideTheMaps() throws IOException {
        String model = " model=[1 + age] contrast=intercept";
        double[] expected = t("named", "maps=[" + study.table() + "]" + model);
        Path beside = folder.resolve("beside.csv");
        Files.writeString(
                beside,
                Files.readString(study.table())
                        .replaceAll("(?m)^(.*)\t.*\t(.*)$", "$1;$2")
                        .replaceAll("(?m)^(sub-6.*)\\n", "")
                        .replaceFirst("\n", "\nsub-6;" + (int) TinyCohort.age()[5] + "\n"));
        double[] found = t("beside", "maps=[" + study.folder() + "/sub-*.nii] table=[" + beside + "]" + model);
        for (int v = 0; v < expected.length; v++) assertEquals(expected[v], found[v], 1e-5 * Math.abs(expected[v]));
    }
}
