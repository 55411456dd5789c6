package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.TinyStudy;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.imagej.macro.MacroRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drives the commands that draw by the macro interpreter. */
@Tag("slow")
class FigureCommandsTest {
    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    private TinyStudy study;

    @BeforeEach
    void makeStudy() throws IOException {
        study = TinyStudy.in(folder);
    }

    private Optional<String> draw(String command, String options, String file) {
        return MacroRun.run("run(\"" + command + "\", \"" + options + " output=[" + folder + "/" + file + "]\");", "");
    }

    private void assertDraws(String command, String options, String text) throws IOException {
        assertEquals(Optional.empty(), draw(command, options, "figure.png"));
        assertTrue(ImageIO.read(folder.resolve("figure.png").toFile()).getWidth() > 100, command);
        assertEquals(Optional.empty(), draw(command, options, "figure.svg"));
        String svg = Files.readString(folder.resolve("figure.svg"));
        assertTrue(svg.contains(text), text + " in the figure of " + command);
    }

    @Test
    void dataAndDesignAreDrawn() throws IOException {
        String maps = "maps=[" + study.table() + "]";
        assertDraws("Design Matrix...", maps + " model=[1 + age] contrast=age", "t: age");
        assertDraws("Carpet...", maps, "difference from the median over maps");
        assertDraws(
                "Slices...", "image=[" + study.map(1) + "] background=[" + study.table() + "] views=z cuts=2", "z = ");
    }

    @Test
    void resultsAreDrawn() throws IOException {
        Path results = folder.resolve("results");
        String data = "maps=[" + study.table() + "] output=[" + results + "]";
        assertEquals(
                Optional.empty(),
                MacroRun.run(
                        "run(\"Second-Level Model...\", \"" + data + "\");" + "run(\"Permutation Inference...\", \""
                                + data + " permutations=50\");",
                        ""));
        assertDraws("Null Distribution...", "results=[" + results + "]", "maximum t");
        String stat = results + "/contrast-intercept_stat-";
        for (String statistic : new String[] {"p", "logp", "z"})
            assertDraws("P-P Plot...", "image=[" + stat + statistic + "_statmap.nii.gz]", "p observed");
        assertDraws(
                "Glass Brain...",
                "image=[" + stat + "z_statmap.nii.gz;" + stat
                        + "t_statmap.nii.gz] title=[z map;t map] contours=[1, 2] shared",
                "t map");
        assertDraws(
                "Glass Brain...",
                "image=[" + stat + "z_statmap.nii.gz] threshold=p0.001 vmin=0 lut=fire paper=black heading=[The mean]",
                "The mean");
        assertDraws("Slices...", "image=[" + stat + "logp_statmap.nii.gz] threshold=fdr0.05", "\u2212log10 p");
        assertDraws("Slices...", "image=[" + stat + "t_statmap.nii.gz] label=[T score] bar=yes", "T score");
        assertRefused(
                "paper: found blue, expected white or black.",
                "Slices...",
                "image=[" + stat + "t_statmap.nii.gz] paper=blue");
        assertRefused(
                "values: the name contrast-intercept_stat-t_statmap does not say whether the image holds uncorrected p, logp"
                        + " or z; give values=p, logp or z.",
                "P-P Plot...",
                "image=[" + stat + "t_statmap.nii.gz]");
        assertRefused(
                "contrast: found age, expected one of intercept, which " + results + " holds.",
                "Null Distribution...",
                "results=[" + results + "] contrast=age");
    }

    /** 85 mm at 300 dots per inch are 1004 pixels. */
    @Test
    void aFigureForAColumnHasItsSizeInPrint() throws IOException {
        String options = "image=[" + study.map(1) + "] width=85 dpi=300";
        for (String command : new String[] {"Glass Brain...", "Slices..."}) {
            assertEquals(Optional.empty(), draw(command, options, "column.png"));
            assertEquals(
                    1004, ImageIO.read(folder.resolve("column.png").toFile()).getWidth());
            assertEquals(Optional.empty(), draw(command, options, "column.svg"));
            assertTrue(Files.readString(folder.resolve("column.svg")).contains(" width=\"85mm\""), command);
        }
        assertRefused(
                "dpi: found 5.0, expected 10 to 2400, such as 300.", "Slices...", "image=[" + study.map(1) + "] dpi=5");
    }

    /** A picture that says so, where there is nothing to see. */
    @ParameterizedTest
    @CsvSource({"NaN, no finite value", "0, every value is 0", "5, no voxel above\u00a09"})
    void emptyMapsAreDrawnAsSuch(double value, String message) throws IOException {
        Path map = folder.resolve("map.nii");
        double[] values = new double[8];
        Arrays.fill(values, value);
        Volumes.write(Volume.of(Grid.ofVoxelSize(2, 2, 2, 3, 3, 3), values), map, "");
        assertDraws("Slices...", "image=[" + map + "] threshold=9", "x = ");
        assertEquals(Optional.empty(), draw("Glass Brain...", "image=[" + map + "] threshold=9", "glass.svg"));
        assertTrue(Files.size(folder.resolve("glass.svg")) > 500, message);
    }

    @Test
    void mistakesEndTheMacroWithASentenceAndLeaveNoFile() throws IOException {
        String image = "image=[" + study.map(1) + "]", maps = "maps=[" + study.table() + "]";
        assertRefused(
                "cuts: found top, expected peak, a number of slices such as 7 or 7 even, or positions such as -20, 0, 20 or"
                        + " 12mm.",
                "Slices...",
                image + " cuts=top");
        assertRefused(
                "views: found views of a glass brain, expected ortho or letters of x y z, each at most once, e.g. z.",
                "Slices...",
                image + " views=lr");
        assertRefused(
                "background: nowhere.nii is neither an open image nor a file; no image is open.",
                "Slices...",
                image + " background=nowhere.nii");
        assertEquals(
                Optional.of(
                        "line 1: The image \"photo\" is an RGB picture; give an image with one number per pixel, e.g."
                                + " with Image>Type>32-bit."),
                MacroRun.run(
                        "newImage(\"photo\", \"RGB black\", 20, 20, 1); run(\"Slices...\", \"" + image
                                + " background=photo output=[" + folder + "/refused.png]\");",
                        ""));
        assertRefused(
                "contours: found high, expected numbers above 0, e.g. 3.1, or nothing for no lines.",
                "Glass Brain...",
                "image=[" + study.map(1) + "] contours=high");
        assertRefused(
                "outline: found brain, expected auto, mask, mni.",
                "Glass Brain...",
                "image=[" + study.map(1) + "] outline=brain");
        assertRefused(
                "title: found 1 titles for 2 images, expected one for each, separated by ;.",
                "Glass Brain...",
                "image=[" + study.map(1) + ";" + study.map(2) + "] title=one");
        assertRefused("values: found q, expected auto, p, logp or z.", "P-P Plot...", image + " values=q");
        Optional<String> other = draw("Design Matrix...", maps, "figure.tif");
        assertEquals(
                Optional.of("line 1: output: found " + folder
                        + "/figure.tif, expected the name of a .png, .svg or .pdf file."),
                other);
        assertFalse(Files.exists(folder.resolve("figure.tif")));
    }

    private void assertRefused(String sentence, String command, String options) {
        assertEquals(Optional.of("line 1: " + sentence), draw(command, options, "refused.png"));
        assertFalse(Files.exists(folder.resolve("refused.png")), "a file was left");
    }
}
