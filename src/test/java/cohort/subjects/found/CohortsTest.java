package cohort.subjects.found;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.image.format.VolumeFile;
import cohort.subjects.Cohort;
import cohort.subjects.MapSource;
import cohort.subjects.Subject;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortsTest {
    @TempDir
    Path folder;

    private Path touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    private String table(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text).toString();
    }

    private List<String> names(Cohort cohort) {
        return cohort.subjects().stream()
                .map(s -> folder.relativize(s.map().file().orElseThrow())
                        .toString()
                        .replace('\\', '/'))
                .toList();
    }

    private String refusal(String maps) {
        return assertThrows(InputException.class, () -> Cohorts.read(maps))
                .getMessage()
                .replace(folder.toString(), "F");
    }

    @Test
    void aTableGivesMapsIdsAndCovariates() throws IOException {
        touch("x/b.nii");
        touch("a.nii.gz");
        Cohort cohort = Cohorts.read(table("participant_id,map,age\nP2,x/b.nii,30\nP1,x/../a.nii.gz,20\n"));
        assertEquals(List.of("P2", "P1"), cohort.ids());
        assertEquals(List.of("x/b.nii", "a.nii.gz"), names(cohort));
        assertEquals(List.of("30", "20"), cohort.covariates().column("age"));
    }

    @Test
    void backslashesSeparateFoldersUnlessANameHoldsThem() throws IOException {
        for (String name : List.of("x/a.nii", "x/b.nii")) touch(name);
        Cohort cohort = Cohorts.read(table("map\nx\\a.nii\n.\\x\\b.nii\n"));
        assertEquals(List.of("x/a.nii", "x/b.nii"), names(cohort));
        if (File.separatorChar == '/') {
            touch("x\\a.nii");
            MapSource first = Cohorts.read(table("map\nx\\a.nii\nx\\b.nii\n"))
                    .subjects()
                    .get(0)
                    .map();
            assertEquals(Optional.of(folder.resolve("x\\a.nii")), first.file());
        }
    }

    @Test
    void withoutIdsSubjectsAreNamedAfterTheirFiles() throws IOException {
        touch("S.1_con.nii.gz");
        touch("S.2_con.IMG");
        Cohort cohort = Cohorts.read(table("map\nS.1_con.nii.gz\n" + folder.resolve("S.2_con.IMG") + "\n"));
        assertEquals(List.of("S.1_con", "S.2_con"), cohort.ids());
        assertEquals(cohort.ids(), cohort.covariates().column("participant_id"));
    }

    @Test
    void withoutIdsEqualFilesAreNamedAfterTheFolderThatTellsThemApart() throws IOException {
        for (String s : List.of("S01", "S02")) touch(s + "/stats/con.nii");
        assertEquals(
                List.of("S01", "S02"),
                Cohorts.read(folder + "/S*/stats/con.nii").ids());
        for (String s : List.of("S01", "S02")) touch(s + "/more/con.nii");
        assertEquals(
                List.of("S01_more_con", "S01_stats_con", "S02_more_con", "S02_stats_con"),
                Cohorts.read(folder + "/S*/*/con.nii").ids());
    }

    @Test
    void aFolderGivesItsImagesInNaturalOrder() throws IOException {
        for (String name :
                List.of("s10.nii", "s9.nii.gz", "s011.hdr", "s011.img", "t.img", "u.mgh.gz", ".s1.nii", "n.txt"))
            touch(name);
        Files.createDirectories(folder.resolve("d.nii"));
        Cohort cohort = Cohorts.read(folder.toString());
        assertEquals(List.of("s9.nii.gz", "s10.nii", "s011.hdr", "t.img", "u.mgh.gz"), names(cohort));
        assertEquals(List.of("s9", "s10", "s011", "t", "u"), cohort.ids());
    }

    @Test
    void aPatternGivesTheImagesItMatches() throws IOException {
        for (String name : List.of("a/s2_c.nii", "a/s10_c.nii", "a/s2_c.json", "a/s2_d.nii", "b/deep/s3_c.nii"))
            touch(name);
        assertEquals(List.of("a/s2_c.nii", "a/s10_c.nii"), names(Cohorts.read(folder + "/a/*_c.*")));
        assertEquals(List.of("a/s2_c.nii", "a/s2_d.nii"), names(Cohorts.read(folder + "/a/s[2-9]_{c,d}.nii")));
        assertEquals(
                List.of("a/s2_c.nii", "a/s10_c.nii", "b/deep/s3_c.nii"), names(Cohorts.read(folder + "/**/*_c.nii")));
    }

    @Test
    void bracketsInAnExistingNameAreNoPattern() throws IOException {
        touch("my [maps]/1.nii");
        touch("my [maps]/2.nii");
        assertEquals(2, Cohorts.read(folder + "/my [maps]").size());
        assertEquals(2, Cohorts.read(folder + "/my [maps]/*.nii").size());
    }

    /** A NIfTI-1 file of one byte per voxel, 2 x 2 x 2. */
    private Path image(String name, int volumes) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(352 + 8 * volumes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, 348);
        short[] dim = {4, 2, 2, 2, (short) volumes, 1, 1, 1};
        for (int d = 0; d < dim.length; d++) bytes.putShort(40 + 2 * d, dim[d]);
        bytes.putShort(70, (short) 2).putShort(72, (short) 8);
        for (int d = 0; d < 8; d++) bytes.putFloat(76 + 4 * d, 1);
        bytes.putFloat(108, 352).putFloat(112, 1);
        bytes.put(344, (byte) 'n').put(345, (byte) '+').put(346, (byte) '1');
        return Files.write(folder.resolve(name), bytes.array());
    }

    @Test
    void theVolumesOfAnImageAreSubjects() throws IOException {
        Path file = image("all.nii", 10);
        Cohort cohort = Cohorts.read(file.toString());
        assertEquals(10, cohort.size());
        assertEquals(
                new Subject("all_01", new MapSource.Stored(file, 0)),
                cohort.subjects().get(0));
        assertEquals(
                new Subject("all_10", new MapSource.Stored(file, 9)),
                cohort.subjects().get(9));
        assertEquals(cohort.ids(), cohort.covariates().column("participant_id"));
        assertEquals(
                "maps=F/one.nii is an image of one volume, expected at least two subjects: a 4D image with one"
                        + " volume per subject, a table, a folder or a pattern; give volumes=slices if its 2"
                        + " slices are the subjects.",
                refusal(image("one.nii", 1).toString()));
    }

    @Test
    void aTildeIsTheHomeFolder() {
        assertEquals(Path.of(System.getProperty("user.home"), "maps", "x"), MapFiles.resolve(Path.of("y"), "~/maps/x"));
        assertEquals(Path.of("y/~z").toAbsolutePath(), MapFiles.resolve(Path.of("y"), "~z"));
    }

    @Test
    void refusesWhatIsNotThere() throws IOException {
        assertEquals(
                "maps=F/no does not exist, expected a table (CSV or TSV), a folder, a pattern, a 4D image or a list of files.",
                refusal(folder + "/no"));
        assertEquals(
                "maps is empty, expected a table (CSV or TSV), a folder, a pattern, a 4D image or a list of files.",
                refusal(" "));
        assertEquals(
                "The folder F holds no images, expected files that end in .nii, .nii.gz, .hdr, .img, .mgz, .nrrd or .mha.",
                refusal(folder.toString()));
        touch("a.txt");
        assertEquals(
                "The pattern F/*.t* matches 1 file but no image, expected some that end in .nii, .nii.gz, .hdr,"
                        + " .img, .mgz, .nrrd or .mha.",
                refusal(folder + "/*.t*"));
    }

    @Test
    void refusesOneSubject() throws IOException {
        touch("a.nii");
        assertEquals("F/t.csv lists one subject, expected at least two.", refusal(table("map\na.nii\n")));
        assertEquals("F/t.csv lists no subject, expected at least two.", refusal(table("map\n")));
        assertEquals(
                "maps=F contains only one map, F/a.nii, expected the maps of at least two subjects.",
                refusal(folder.toString()));
    }

    @Test
    void refusesBadRows() throws IOException {
        touch("a.nii");
        touch("b.nii");
        assertEquals(
                "F/t.csv has the columns where, age, expected one named \"map\" with the path of each subject's map,"
                        + " or \"participant_id\" to find maps named sub-... below the table's folder.",
                refusal(table("where,age\na,1\nb,2\n")));
        assertEquals(
                "The map ./a.nii occurs twice, in line 2 of F/t.csv and line 4 of F/t.csv, expected each subject"
                        + " once.",
                refusal(table("map\na.nii\nb.nii\n./a.nii\n")));
        assertEquals(
                "The participant_id P occurs twice, in line 2 of F/t.csv and line 3 of F/t.csv, expected each subject"
                        + " once, or a column session_id that tells them apart.",
                refusal(table("map,participant_id\na.nii,P\nb.nii,P\n")));
        assertEquals(
                "The map c.nii in line 3 of F/t.csv does not exist, expected an image file at a path relative to F.",
                refusal(table("map\na.nii\nc.nii\n")));
        assertEquals(
                "The column \"map\" is empty in line 3 of F/t.csv, expected the path of the subject's map;"
                        + " delete the row if there is none.",
                refusal(table("map,x\na.nii,1\nn/a,1\n")));
        assertEquals(
                "The column \"participant_id\" is empty in line 3 of F/t.csv, expected an id for each subject;"
                        + " fill it in, or remove the column.",
                refusal(table("map,participant_id\na.nii,1\nb.nii,\n")));
    }

    @Test
    void namesMayHoldSpacesAndAnyLetters() throws IOException {
        touch("maps f\u00fcr alle/\u88ab\u8a66\u8005 1.nii");
        touch("maps f\u00fcr alle/s'2 (b).nii.gz");
        String table = table("\uFEFFmap,age\r\nmaps f\u00fcr alle/\u88ab\u8a66\u8005 1.nii,1\r\n"
                + "\"maps f\u00fcr alle/s'2 (b).nii.gz\",2\r\n");
        assertEquals(
                List.of("\u88ab\u8a66\u8005 1", "s'2 (b)"), Cohorts.read(table).ids());
        assertEquals(2, Cohorts.read(folder + "/maps f\u00fcr alle").size());
    }

    /** A table may lead out of its folder, as those of derivatives do; what it leads to must be an image all the same. */
    @Test
    void pathsMayLeaveTheFolderButLeadToImagesOnly() throws IOException {
        touch("tables/t.tsv");
        touch("maps/a.nii");
        touch("maps/b.nii");
        Path table =
                Files.writeString(folder.resolve("tables/t.tsv"), "map\n../maps/a.nii\n../tables/../maps/./b.nii\n");
        assertEquals(List.of("maps/a.nii", "maps/b.nii"), names(Cohorts.read(table.toString())));
        Files.writeString(table, "map\n../../../../../../../../../../../../nowhere/x.nii\n../maps/a.nii\n");
        assertEquals(
                "The map ../../../../../../../../../../../../nowhere/x.nii in line 2 of F/tables/t.tsv does not exist,"
                        + " expected an image file at a path relative to F/tables.",
                refusal(table.toString()));
        Files.writeString(table, "map\n../maps\n../maps/a.nii\n");
        assertEquals(
                "The map ../maps in line 2 of F/tables/t.tsv is a folder, expected an image file at a path relative to"
                        + " F/tables.",
                refusal(table.toString()));
        Files.writeString(table, "map\nt.tsv\n../maps/a.nii\n");
        Path other =
                Cohorts.read(table.toString()).subjects().get(0).map().file().orElseThrow();
        String message =
                assertThrows(InputException.class, () -> VolumeFile.open(other)).getMessage();
        assertTrue(message.contains("t.tsv: found a name that does not end like a known image format"), message);
    }

    @Test
    void linksAreFollowedButOneFileIsOneSubject() throws IOException {
        touch("store/1");
        touch("store/2");
        Files.createDirectories(folder.resolve("maps"));
        link("maps/s1.nii", "../store/1");
        link("maps/s2.nii", "../store/2");
        assertEquals(List.of("s1", "s2"), Cohorts.read(folder + "/maps").ids());
        link("maps/s3.nii", "s1.nii");
        assertEquals(
                "maps=F/maps gives F/maps/s1.nii and F/maps/s3.nii, which are the same file, expected each"
                        + " subject once; remove one of them.",
                refusal(folder + "/maps"));
        assertEquals(
                "The map maps/s3.nii occurs twice, in line 2 of F/t.csv and line 3 of F/t.csv, expected each subject"
                        + " once.",
                refusal(table("map\nmaps/s1.nii\nmaps/s3.nii\n")));
        link("maps/s4.nii", "nowhere");
        link("maps/s5.nii", "s5.nii");
        assertEquals(
                "The map maps/s4.nii in line 2 of F/t.csv does not exist, expected an image file at a path relative to F.",
                refusal(table("map\nmaps/s4.nii\nmaps/s5.nii\n")));
    }

    private void link(String name, String to) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), Path.of(to));
    }
}
