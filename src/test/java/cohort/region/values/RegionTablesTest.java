package cohort.region.values;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.files.FilesRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionTablesTest {
    private static final String BRAINREG = "structure_name,left_volume_mm3,right_volume_mm3,total_volume_mm3\n";

    @TempDir
    Path folder;

    private Path participants;

    @BeforeEach
    void writeTable() throws IOException {
        participants = write("participants.tsv", "participant_id\tgroup\nm01\ta\nm02\tb\nm03\ta\n");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static RegionTable read(Object values, Object table, String leaveOut, String measure, String only) {
        Summary mean = numbers -> Arrays.stream(numbers).average().orElseThrow();
        return RegionTables.read(
                new RegionTableRequest(
                        values.toString(), table.toString(), leaveOut, measure, only, !table.equals("none"), mean),
                FilesRead.ignored());
    }

    private RegionTable read(Object values) {
        return read(values, participants, "", "", "");
    }

    private static RegionTable alone(Object values, String measure, String only) {
        return RegionTables.read(
                new RegionTableRequest(values.toString(), "", "", measure, only, true, numbers -> numbers[0]),
                FilesRead.ignored());
    }

    private static String refused(org.junit.jupiter.api.function.Executable reading) {
        return assertThrows(InputException.class, reading).getMessage();
    }

    private void brainreg() throws IOException {
        write("m02/brainreg/volumes.csv", BRAINREG + "CA1,1,2,3\n\"Area, upper\",3,4,7\n");
        write("m01/brainreg/volumes.csv", BRAINREG + "CA1,1.5,2,3.5\n\"Area, upper\",5,4,9\nonly here,1,1,2\n");
        write("m03/brainreg/volumes.csv", BRAINREG + "\"Area, upper\",5,5,10\nCA1,2,2,4\n");
    }

    @Test
    void brainregWritesAFileOfEachSubject() throws IOException {
        brainreg();
        RegionTable table = read(folder.resolve("*/brainreg/volumes.csv"));
        assertEquals(List.of("CA1", "Area, upper", "only here"), table.regions());
        assertEquals(List.of("m01", "m02", "m03"), table.cohort().ids());
        assertArrayEquals(new double[] {3.5, 9, 2}, table.values()[0]);
        assertArrayEquals(new double[] {3, 7, Double.NaN}, table.values()[1]);
        assertArrayEquals(new double[] {4, 10, Double.NaN}, table.values()[2]);
        assertEquals(List.of("a", "b", "a"), table.cohort().covariates().column("group"));
        assertEquals(
                List.of(
                        "region_values: 3 files, each of one subject and with a row per region, regions in \"structure_name\","
                                + " values in \"total_volume_mm3\"."),
                table.cohort().selection().remarks());
        assertEquals(
                folder.resolve("m02/brainreg/volumes.csv"),
                table.cohort().mapFiles().get(1));
    }

    @Test
    void severalMeasuresOfARegionAreRegions() throws IOException {
        brainreg();
        RegionTable table = read(
                folder.resolve("*/brainreg/volumes.csv"),
                participants,
                "m03",
                "left_volume_mm3;Right_Volume_mm3",
                "CA1*");
        assertEquals(List.of("CA1: left_volume_mm3", "CA1: right_volume_mm3"), table.regions());
        assertArrayEquals(new double[][] {{1.5, 2}, {1, 2}}, table.values());
        assertEquals(List.of("m03"), table.cohort().leftOut().get(0).ids());
    }

    @Test
    void cellfinderHasSeveralMeasuresOfWhichOneIsNamed() throws IOException {
        String header = "structure_name,left_cell_count,right_cell_count,total_cells,left_volume_mm3,right_volume_mm3,"
                + "total_volume_mm3,left_cells_per_mm3,right_cells_per_mm3\n";
        for (String id : List.of("m01", "m02", "m03"))
            write(id + "/summary.csv", header + "Pons,1,2,3,0.5,0.5,1,2,4\n");
        Path all = folder.resolve("*/summary.csv");
        String message = refused(() -> read(all));
        assertTrue(message.startsWith("measure: found nothing, expected one of the measures of "), message);
        assertTrue(message.contains("left_cell_count, right_cell_count, total_cells"), message);
        assertArrayEquals(
                new double[] {3}, read(all, participants, "", "total_cells", "").values()[2]);
        assertTrue(refused(() -> read(all, participants, "", "total_cell", ""))
                .contains("has no column total_cell, expected one of its measures, which are total_cells"));
    }

    /** Sections of a subject are told by the subject's id in the image's name; sides by the class, as of ABBA. */
    @Test
    void quPathExportsARowPerAnnotation() throws IOException {
        Path export = write(
                "annotations.tsv",
                "Image\tObject ID\tObject type\tName\tClassification\tParent\tROI\tCentroid X µm\tCentroid Y µm\tID\t"
                        + "Area µm^2\tNum Detections\n"
                        + "m01_s1.tif\tx1\tAnnotation\tCA1\tLeft: CA1\tAnnotation (root)\tGeometry\t1\t2\t382\t100\t4\n"
                        + "m01_s1.tif\tx2\tAnnotation\tCA1\tRight: CA1\tAnnotation (root)\tGeometry\t1\t2\t382\t100\t6\n"
                        + "m01_s2.tif\tx3\tAnnotation\tCA1\tLeft: CA1\tAnnotation (root)\tGeometry\t1\t2\t382\t100\t8\n"
                        + "m01_s2.tif\tx4\tDetection\t\tcell\tCA1\tGeometry\t1\t2\t\t5\t0\n"
                        + "m01_s2.tif\tx5\tAnnotation\t\t\tImage\tGeometry\t1\t2\t\t5\t0\n"
                        + "m02_s1.tif\tx6\tAnnotation\tCA1\tLeft: CA1\tAnnotation (root)\tGeometry\t1\t2\t382\t100\t2\n"
                        + "m02_s1.tif\tx7\tAnnotation\tCA1\tRight: CA1\tAnnotation (root)\tGeometry\t1\t2\t382\t100\t3\n"
                        + "m03_s1.tif\tx8\tAnnotation\tCA1\tLeft: CA1\tAnnotation (root)\tGeometry\t1\t2\t382\t100\t1\n"
                        + "m03_s1.tif\tx9\tAnnotation\tCA1\tRight: CA1\tAnnotation (root)\tGeometry\t1\t2\t382\t100\tNaN\n");
        RegionTable table = read(export, participants, "", "Num Detections", "");
        assertEquals(List.of("Left: CA1", "Right: CA1"), table.regions());
        assertArrayEquals(new double[][] {{6, 6}, {2, 3}, {1, Double.NaN}}, table.values());
        List<String> remarks = table.cohort().selection().remarks();
        assertTrue(
                remarks.get(0)
                        .endsWith(
                                "annotations.tsv of QuPath, with a row per region of an image; images in \"Image\", regions in"
                                        + " \"Name\", values in \"Num Detections\"; left out are 1 row that are"
                                        + " not annotations and 1 row"
                                        + " without a region."),
                remarks.get(0));
        assertTrue(remarks.get(1).startsWith("region_values: up to 2 rows of a region and a subject are one value"));
        assertTrue(refused(() -> read(export)).contains("which are Area µm^2 and Num Detections."));
    }

    @Test
    void aRegionStandsOnceInAnImage() throws IOException {
        Path export = write(
                "annotations.csv",
                "Image,Name,Class,ROI,Num Detections\nm01,CA1,,Polygon,4\nm02,CA1,,Polygon,4\nm02,CA1,,Polygon,5\n");
        String message = refused(() -> read(export));
        assertTrue(
                message.contains("line 3 of " + export + " and line 4 of " + export
                        + " are both of the region CA1 of m02, expected one value for each"),
                message);
    }

    @Test
    void freeSurferWritesARowPerSubjectAndTellsOfTheWholeBrain() throws IOException {
        Path aseg = write(
                "aseg.txt",
                "Measure:volume\tLeft-Hippocampus\tRight-Hippocampus\tCortexVol\tEstimatedTotalIntraCranialVol\n"
                        + "sub-m02\t3900\t4000\t410000\t1500000\n"
                        + "sub-m01\t4100\t4200\t420000\t1400000\n"
                        + "sub-m03\t4300\t4400\t430000\t1600000\n");
        Path thickness = write(
                "lh.txt",
                "lh.aparc.thickness\tlh_bankssts_thickness\tlh_MeanThickness_thickness\tBrainSegVolNotVent\teTIV\n"
                        + "sub-m01\t2.5\t2.4\t1\t1400000\nsub-m02\t2.6\t2.4\t1\t1500000\nsub-m03\t2.7\t2.4\t1\t1600000\n");
        RegionTable table = read(aseg + ";" + thickness);
        assertEquals(List.of("Left-Hippocampus", "Right-Hippocampus", "lh_bankssts_thickness"), table.regions());
        assertArrayEquals(new double[] {4100, 4200, 2.5}, table.values()[0]);
        assertArrayEquals(
                new double[] {1.4e6, 1.5e6, 1.6e6},
                table.cohort().covariates().numbers("EstimatedTotalIntraCranialVol"));
        assertTrue(table.cohort()
                .selection()
                .remarks()
                .get(0)
                .contains("no regions are CortexVol, EstimatedTotalIntraCranialVol, lh_MeanThickness_thickness"));
        // without a table of subjects, too
        assertEquals(
                List.of("sub-m02", "sub-m01", "sub-m03"),
                alone(aseg, "", "").cohort().ids());
        Path transposed = write("t.txt", "Measure:volume\tm01\tm02\nLeft-Hippocampus\t1\t2\neTIV\t3\t4\n");
        assertTrue(refused(() -> read(transposed)).endsWith("write it without --transpose."));
    }

    @Test
    void aLongTableTellsCovariatesThatAreTheSameInAllRowsOfASubject() throws IOException {
        Path tidy = write(
                "tidy.csv",
                "subject,age,region,hemisphere,volume,quality\n"
                        + "s1,20,CA1,left,1,0.1\ns1,20,CA1,right,2,0.2\n"
                        + "s2,30,CA1,left,3,0.3\ns2,30,CA1,right,4,0.4\n");
        RegionTable table = alone(tidy, "volume", "");
        assertEquals(List.of("CA1 (left)", "CA1 (right)"), table.regions());
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}}, table.values());
        assertEquals(
                List.of("participant_id", "age"), table.cohort().covariates().columns());
    }

    @Test
    void aWideTableWithCovariatesSaysWhichColumnsAreRegions() throws IOException {
        Path wide = write("wide.csv", "subject,age,CA1_vol,CA3_vol\ns1,20,1,2\ns2,30,3,4\n");
        String message = refused(() -> alone(wide, "", ""));
        assertTrue(
                message.startsWith("only: found nothing, but the covariates of the model are also in " + wide),
                message);
        RegionTable table = alone(wide, "", "*_VOL");
        assertEquals(List.of("CA1_vol", "CA3_vol"), table.regions());
        assertArrayEquals(new double[] {20, 30}, table.cohort().covariates().numbers("age"));
        assertTrue(refused(() -> alone(wide, "", "CA2_vol"))
                .contains("has no region CA2_vol, expected names or patterns"));
        assertTrue(refused(() -> alone(wide, "age", "*_vol")).startsWith("measure: found age, expected nothing"));
    }

    @Test
    void subjectsAndValuesBelongTogetherOneToOne() throws IOException {
        Path wide = write("wide.csv", "subject,CA1\nm01,1\nm02,3\nm04,5\n");
        assertTrue(refused(() -> read(wide))
                .contains("participants.tsv lists m03, for whom there are no values in region_values=" + wide
                        + ", which has values of m04, expected values of each"));
        assertTrue(refused(() -> read(wide, participants, "m03", "", ""))
                .contains("participants.tsv does not list m04, for whom there are values"));
        assertEquals(
                List.of("m01", "m02"),
                read(wide, participants, "m03; m04", "", "").cohort().ids());
        Path twice = write("twice.csv", "subject,CA1\nm01,1\nm02,3\nm03,5\nm02,5\n");
        assertTrue(refused(() -> read(twice)).contains("are both of the region CA1 of m02"));
        Path double_ = write("double.tsv", "participant_id\nm01\nm02\nm01\n");
        assertTrue(refused(() -> read(wide, double_, "", "", ""))
                .contains("the participant_id m01 occurs twice, in line 2 of " + double_ + " and line 4 of"));
    }

    @Test
    void whatIsNoTableOfRegionsIsRefused() throws IOException {
        Path odd = write("odd.csv", "a,b\n1,2\n");
        String message = refused(() -> read(odd));
        assertTrue(
                message.startsWith("region_values: " + odd + " has the columns a, b, expected a column of regions ("),
                message);
        Path one = write("one.csv", BRAINREG + "CA1,1,2,3\n");
        assertTrue(refused(() -> read(one)).contains("has a row per region and no column of subjects"));
        assertTrue(refused(() -> read(folder.resolve("none.csv"))).contains("there is no file"));
        assertTrue(refused(() -> read(folder.resolve("*.xyz"))).contains("gives no table"));
        Path text = write("text.csv", "subject,region,value\nm01,CA1,big\n");
        assertTrue(refused(() -> read(text)).contains("has no column of numbers beside its regions"));
    }
}
