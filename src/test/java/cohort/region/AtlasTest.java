package cohort.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.analysis.ModelSettings;
import cohort.files.FilesRead;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An atlas of six voxels in a row, 2 mm each: none, two of label 5, two of label 7, one of label 300. */
class AtlasTest {
    private static final String NAMES = "index\tname\n5\tCA1\n7\tCA3\n300\tCortex\n";

    @TempDir
    Path folder;

    private Path image;

    @BeforeEach
    void write() {
        image = write("atlas.nii.gz", 0, 5, 5, 7, 7, 300);
    }

    private Path write(String name, double... labels) {
        Path file = folder.resolve(name);
        Volumes.write(Volume.of(Grid.ofVoxelSize(labels.length, 1, 1, 2, 2, 2), labels), file, "");
        return file;
    }

    private Atlas atlas(String file, String names) throws IOException {
        return Atlas.read(
                image.toString(), Files.writeString(folder.resolve(file), names).toString(), FilesRead.ignored());
    }

    private static List<String> names(Atlas atlas) {
        return IntStream.range(0, atlas.grid().voxels())
                .mapToObj(v -> atlas.at(v).map(Region::name).orElse("-"))
                .toList();
    }

    /** Lines are separated by |, tabs are written as blanks of a table. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "a.tsv @ index,name|5,CA1|7,CA3|300,Cortex",
                "a.csv @ Name,Label ID|CA1,5|CA3,7|Cortex,300",
                "a_dseg.tsv @ index,name,abbreviation,color,mapping|5,CA1,ca,#ff0000,1|7,CA3,ca3,#00ff00,2|300,Cortex,ctx,#0000ff,3",
                "structures.csv @ id,atlas_id,name,acronym,st_level,parent_structure_id,structure_id_path|5,1,CA1,ca1,,9.0,/1/9/5/|7,2,CA3,ca3,,9.0,/1/9/7/|300,3,\"Cortex\",ctx,,1.0,/1/300/",
                "structures.json @ [{\"acronym\":\"CA1\",\"id\":5,\"name\":\"CA1\",\"structure_id_path\":[1,9,5],\"rgb_triplet\":[1,2,3]},{\"id\":7,\"name\":\"CA3\"},{\"id\":300,\"name\":\"Cortex\"}]",
                "ontology.json @ {\"success\":true,\"msg\":[{\"id\":1,\"name\":\"root\",\"children\":[{\"id\":5,\"name\":\"CA1\"},{\"id\":7,\"name\":\"CA3\"},{\"id\":300,\"name\":\"Cortex\"}]}]}",
                "itk.txt @ # ITK-SnAP Label Description File|    0     0    0    0        0  0  0    \"Clear Label\"|    5   255    0    0        1  1  1    \"CA1\"|    7     0  255    0      0.5  1  1    \"CA3\"|  300 1 2 3 1 1 1 \"Cortex\"",
                "FreeSurferColorLUT.txt @ #No. Label Name: R G B A||0   Unknown  0 0 0 0|5 CA1   1 2 3 0|7 CA3  1 2 3 0|300 Cortex 9 9 9 0"
            })
    void readsTheNamesThatProgramsWrite(String file, String text) throws IOException {
        assertEquals(
                List.of("-", "CA1", "CA1", "CA3", "CA3", "Cortex"),
                names(atlas(file, text.replace("|", "\n").replace(file.endsWith(".tsv") ? "," : "\0", "\t"))));
    }

    @Test
    void namesBesideTheImageAreFound() throws IOException {
        assertTrue(refused("").contains("no file of names beside it"));
        Files.writeString(folder.resolve("structures.csv"), "id,name\n5,a\n7,b\n300,c\n");
        assertEquals("a", names(read("")).get(1));
        Files.writeString(folder.resolve("atlas.tsv"), NAMES);
        assertEquals("CA1", names(read("")).get(1));
    }

    private Atlas read(String names) {
        return Atlas.read(image.toString(), names, FilesRead.ignored());
    }

    private String refused(String names) {
        return assertThrows(InputException.class, () -> read(names)).getMessage();
    }

    /** Pixels without a size have no place among voxels that have one. */
    @Test
    void anImageWithoutAGridIsTakenOnItsOwnGridAlone() throws IOException {
        image = folder.resolve("flat.tif");
        IJ.saveAsTiff(new ImagePlus("flat", new ByteProcessor(3, 2, new byte[] {0, 5, 5, 7, 7, 7})), image.toString());
        Atlas atlas = atlas("names.tsv", NAMES);
        assertEquals(atlas, atlas.on(atlas.grid()));
        assertEquals(
                "atlas: " + image + " is on a different grid from the maps and does not state its own (the file states"
                        + " no size of a voxel; a voxel is taken as 1 x 1 x 1 mm), found 3 x 2 x 1 voxels instead of 3 x 3 x 3, voxels"
                        + " of 1 x 1 x 1 mm instead of 2 x 2 x 2 mm, expected an image that states the size of its voxels; set"
                        + " it in ImageJ with Image > Properties... and save the image again.",
                assertThrows(InputException.class, () -> atlas.on(Grid.ofVoxelSize(3, 3, 3, 2, 2, 2)))
                        .getMessage());
    }

    @Test
    void namesOfNoImageAreRefused() {
        assertEquals(
                "atlas_names: found names.tsv without an atlas, expected the label image whose labels it names; give it as"
                        + " atlas, or leave atlas_names out.",
                assertThrows(InputException.class, () -> ModelSettings.parse("maps=x atlas_names=names.tsv"))
                        .getMessage());
    }

    @Test
    void onAnotherGridAVoxelHasTheRegionOfTheNearest() throws IOException {
        Grid fine =
                new Grid(8, 1, 1, 1.5, 0, 0, -0.6, 0, 1, 0, 0, 0, 0, 1, 0); // -0.6, 0.9, 2.4, 3.9, 5.4, 6.9, 8.4, 9.9
        Atlas atlas = atlas("a.tsv", NAMES), brought = atlas.on(fine);
        int[] nearest = IntStream.range(0, 8)
                .map(v -> (int) Math.round((1.5 * v - 0.6) / 2))
                .toArray();
        List<String> there = names(atlas),
                expected =
                        IntStream.of(nearest)
                                .mapToObj(v -> there.get(Math.max(0, v)))
                                .toList();
        assertEquals(expected, names(brought));
    }

    @Test
    void anAtlasElsewhereIsRefused() throws IOException {
        Atlas atlas = atlas("a.tsv", NAMES);
        Grid far = new Grid(4, 1, 1, 1, 0, 0, 500, 0, 1, 0, 0, 0, 0, 1, 0);
        assertTrue(assertThrows(InputException.class, () -> atlas.on(far))
                .getMessage()
                .contains("has no region where the maps are"));
    }

    @Test
    void aRegionMeansAllThatItHolds() throws IOException {
        Atlas atlas = atlas(
                "a.csv",
                "id,name,acronym,parent\n1,root,r,\n9,Hippocampus,HPF,1\n5,CA1,ca1,9\n7,CA3,ca3,9\n300,Cortex,ctx,1\n");
        assertEquals("011000", inside(atlas, "atlas:CA1"));
        assertEquals("011110", inside(atlas, "atlas:Hippocampus"));
        assertEquals("011110", inside(atlas, "atlas:HPF"));
        assertEquals("011001", inside(atlas, "atlas: ca1 ; cortex"));
        assertEquals("011111", inside(atlas, "atlas:root"));
        assertEquals("011111", inside(atlas, "atlas"));
        assertEquals(
                "mask: the atlas has no region Hipocampus, expected names separated by semicolons; did you mean Hippocampus?",
                assertThrows(InputException.class, () -> atlas.mask("atlas:CA1;Hipocampus"))
                        .getMessage());
    }

    private static String inside(Atlas atlas, String mask) {
        StringBuilder text = new StringBuilder();
        for (double value : atlas.mask(mask).values()) text.append((int) value);
        return text.toString();
    }

    /** Parents that hold each other, as a damaged table may have them. */
    @Test
    void aCircleOfParentsHasAnEnd() throws IOException {
        Atlas atlas = atlas("a.csv", "id,name,parent\n5,a,7\n7,b,5\n300,c,\n");
        assertEquals("000001", inside(atlas, "atlas:c"));
        assertEquals("011110", inside(atlas, "atlas:a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "index,name|5,CA1|7,CA3 @ has the label 300 without a name",
                "index,name|5,CA1 @ has 2 labels without a name, 7 and 300, expected",
                "index,name|5,CA1|7,CA1|300,Cortex @ the labels 5 and 7 of",
                "index,name|5,CA1|5,CA3|7,b|300,c @ has the label 5 twice, for CA1 and CA3",
                "index,name|5,CA1|7.5,CA3|300,c @ has \"7.5\" for a label",
                "weight,name|5,CA1|7,CA3 @ has no column of labels, found weight, name",
                "index,size|5,1|7,2 @ has no column of names, found index, size",
                "5 CA1 1 2 3 0|seven @ has the line \"seven\""
            })
    void namesThatDoNotDoAreRefused(String text, String sentence) throws IOException {
        String names = Files.writeString(folder.resolve("a.csv"), text.replace("|", "\n"))
                .toString();
        assertTrue(refused(names).contains(sentence), refused(names));
    }

    /** Other labels may bear one name: lists of names serve many atlases. */
    @Test
    void namesOfLabelsThatAreNotThereMayRepeat() throws IOException {
        assertEquals(
                Optional.of("CA1"), atlas("a.tsv", NAMES + "8\tx\n9\tx\n").at(1).map(Region::name));
    }

    @Test
    void valuesThatAreNoLabelsAreRefused() throws IOException {
        String names = Files.writeString(folder.resolve("a.tsv"), NAMES).toString();
        image = write("mean.nii.gz", 0, 5, 5.5, 7, 7, 300);
        assertTrue(refused(names).contains("has the value 5.5 at voxel (2, 0, 0)"), refused(names));
        image = write("below.nii.gz", 0, 5, -5, 7, 7, 300);
        assertTrue(refused(names).contains("has the value -5.0 at voxel (2, 0, 0)"), refused(names));
        image = write("empty.nii.gz", 0, 0, 0);
        assertTrue(refused(names).contains("is 0 everywhere"), refused(names));
    }
}
