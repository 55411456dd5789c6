package cohort.subjects.found;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.TinyCohort;
import cohort.files.FilesRead;
import cohort.image.HeaderNotes;
import cohort.image.ReadingOptions;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.subjects.Cohort;
import cohort.subjects.MapSource;
import cohort.subjects.MapsRequest;
import cohort.subjects.SubjectAxis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cohorts from tables as spreadsheets and other programs write them. */
class SpreadsheetTablesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void makeMaps() throws IOException {
        for (String name : List.of("m/a.nii", "m/b.nii.gz")) touch(name);
    }

    private void touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private String table(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text).toString();
    }

    private Cohort read(String text) throws IOException {
        return Cohorts.read(table(text));
    }

    private String refusal(String text) throws IOException {
        String file = table(text);
        return assertThrows(InputException.class, () -> Cohorts.read(file))
                .getMessage()
                .replace(folder.toString(), "F");
    }

    private List<String> files(Cohort cohort) {
        return cohort.subjects().stream()
                .map(subject ->
                        folder.relativize(subject.map().file().orElseThrow()).toString())
                .toList();
    }

    private static final List<String> MAPS = List.of("m/a.nii", "m/b.nii.gz");

    @Test
    void usualNamesOfTheMapsAndIdsAreTakenAndSaid() throws IOException {
        for (String column :
                List.of("map", "Map", "effects_map_path", "path", "FILE", "filename", "Image", "scan", "file path")) {
            Cohort cohort = read("subject_label," + column + "\nx1,m/a.nii\nx2,m/b.nii.gz\n");
            assertEquals(MAPS, files(cohort), column);
            assertEquals(List.of("x1", "x2"), cohort.ids(), column);
            List<String> said = cohort.selection().remarks();
            assertEquals(column.equals("map") ? 1 : 2, said.size(), column);
            assertEquals(
                    folder + "/t.csv: the column \"subject_label\" is taken for that of the ids.",
                    said.get(said.size() - 1));
        }
        assertEquals(
                List.of(folder + "/t.csv: the column \"Participant ID\" is taken for that of the ids."),
                read("Participant ID,map\n7,m/a.nii\n8,m/b.nii.gz\n")
                        .selection()
                        .remarks());
    }

    /** A scan's number is no path, and a subject who stands in several rows no name of a row. */
    @Test
    void onlyWhatHoldsPathsOrNamesIsTaken() throws IOException {
        assertEquals(MAPS, files(read("scan,map\n1,m/a.nii\n2,m/b.nii.gz\n")));
        assertEquals(MAPS, files(read("scan,file\n1,m/a.nii\n2,m/b.nii.gz\n")));
        assertEquals(
                List.of("a", "b"),
                read("subject,map\nS,m/a.nii\nS,m/b.nii.gz\n").ids());
        assertEquals(
                "F/t.csv names images in the columns path and image, expected one column with the maps; name it"
                        + " \"map\".",
                refusal("path,image\nm/a.nii,m/a.nii\nm/b.nii.gz,m/b.nii.gz\n"));
    }

    @Test
    void backslashesAndUnicodeFormsLeadToTheFile() throws IOException {
        assertEquals(MAPS, files(read("map\nm\\a.nii\n.\\m\\b.nii.gz\n")));
        String composed = "m\u00FCll\u00E9r/\u00E4.nii";
        touch(Normalizer.normalize(composed, Normalizer.Form.NFD));
        touch("with blank.nii");
        Cohort cohort = read("map\n" + composed + "\nwith\u00A0blank.nii\n");
        assertEquals(List.of("\u00E4", "with blank"), cohort.ids());
        assertEquals(
                2,
                cohort.subjects().stream()
                        .filter(subject ->
                                Files.isRegularFile(subject.map().file().orElseThrow()))
                        .count());
        assertEquals(
                1,
                Cohorts.read(
                                folder + "/" + Normalizer.normalize("m\u00FCll\u00E9r", Normalizer.Form.NFD) + "/*;"
                                        + folder + "/m/*",
                                "\u00E4",
                                FilesRead.ignored())
                        .leftOut()
                        .size());
    }

    @Test
    void aNearNameIsSaid() throws IOException {
        for (String cell : List.of("m/a.nii.gz", "m/a", "m/A.nii", "m/a.img"))
            assertEquals(
                    "The map " + cell
                            + " in line 2 of F/t.csv does not exist, expected an image file at a path relative to F;"
                            + " there is m/a.nii, write that if you mean it.",
                    refusal("map\n" + cell + "\nm/b.nii.gz\n"));
        touch("m/a.mgz");
        assertEquals(
                "The map m/a in line 2 of F/t.csv does not exist, expected an image file at a path relative to F.",
                refusal("map\nm/a\nm/b.nii.gz\n"));
    }

    @Test
    void aVolumeMayBeChosenAsInSpm() throws IOException {
        Volume[] volumes = TinyCohort.volumes();
        Volumes.writeSeries(Arrays.asList(volumes).subList(0, 3), folder.resolve("all.nii"), HeaderNotes.NONE);
        Cohort cohort = read("map\n\"all.nii,3\"\n\"all.nii,1\"\n");
        assertEquals(List.of("all_3", "all_1"), cohort.ids());
        assertEquals(
                new MapSource.Stored(folder.resolve("all.nii"), 2),
                cohort.subjects().get(0).map());
        assertEquals(
                List.of("all_3", "all_1"),
                Cohorts.read(folder + "/all.nii,3;" + folder + "/all.nii,1").ids());
        assertEquals(
                "The map all.nii,4 in line 3 of F/t.csv is volume 4 of a file of 3, expected a number from 1 to"
                        + " 3; correct it.",
                refusal("map\n\"all.nii,1\"\n\"all.nii,4\"\n"));
        assertEquals(
                "The map all.nii,1 occurs twice, in line 2 of F/t.csv and line 3 of F/t.csv, expected each subject once.",
                refusal("map\n\"all.nii,1\"\n\"all.nii,1\"\n"));
    }

    @Test
    void sessionsTellTheRowsOfAParticipantApart() throws IOException {
        for (String name : List.of("m/c.nii", "m/d.nii")) touch(name);
        String rows = "sub-1,ses-1,m/a.nii\nsub-1,ses-2,m/b.nii.gz\nsub-2,ses-1,m/c.nii\nsub-2,ses-2,m/d.nii\n";
        Cohort cohort = read("participant_id,session_id,map\n" + rows);
        assertEquals(List.of("sub-1_ses-1", "sub-1_ses-2", "sub-2_ses-1", "sub-2_ses-2"), cohort.ids());
        assertEquals(
                List.of("sub-1", "sub-1", "sub-2", "sub-2"), cohort.covariates().column("participant_id"));
        Cohort left = Cohorts.read(table("participant_id,session_id,map\n" + rows), "1", FilesRead.ignored());
        assertEquals(2, left.size());
        assertEquals(
                List.of("sub-1_ses-1", "sub-1_ses-2"), left.leftOut().get(0).ids());
        assertEquals(
                "The participant_id sub-1 occurs twice, in line 2 of F/t.csv and line 3 of F/t.csv, expected each subject"
                        + " once in each session.",
                refusal("participant_id,session_id,map\nsub-1,ses-1,m/a.nii\nsub-1,ses-1,m/b.nii.gz\n"));
    }

    @Test
    void bidsHasAFolderForEachSession() throws IOException {
        for (int p = 1; p <= 2; p++)
            for (String session : List.of("pre", "post"))
                touch("b/sub-" + p + "/ses-" + session + "/sub-" + p + "_ses-" + session + "_x.nii");
        Path table = folder.resolve("b/participants.tsv");
        Files.writeString(
                table, "participant_id\tsession_id\nsub-2\tses-pre\nsub-1\tses-post\nsub-1\tses-pre\nsub-2\tpost\n");
        assertEquals(
                List.of("b/sub-2/ses-pre", "b/sub-1/ses-post", "b/sub-1/ses-pre", "b/sub-2/ses-post"),
                files(Cohorts.read(folder + "/b")).stream()
                        .map(file -> Path.of(file).getParent().toString())
                        .toList());
    }

    private Cohort joined(String maps, String text, String leaveOut) throws IOException {
        return Cohorts.read(
                new MapsRequest(maps, table(text), SubjectAxis.AUTO, leaveOut, ReadingOptions.NONE),
                FilesRead.ignored());
    }

    private String joinRefused(String maps, String text) {
        return assertThrows(InputException.class, () -> joined(maps, text, ""))
                .getMessage()
                .replace(folder.toString(), "F");
    }

    @Test
    void aTableIsJoinedToAFolderByItsIds() throws IOException {
        for (String name : List.of("j/sub-01_con.nii", "j/sub-02_con.nii", "j/sub-10_con.nii")) touch(name);
        String maps = folder + "/j/*.nii";
        for (String text : List.of(
                "participant_id,age\nsub-10,1\nsub-01,2\nsub-02,3\n",
                "age,subject\n1,10\n2,01\n3,02\n",
                "id,age\n10,1\n1,2\n2,3\n")) {
            Cohort cohort = joined(maps, text, "");
            assertEquals(List.of("j/sub-10_con.nii", "j/sub-01_con.nii", "j/sub-02_con.nii"), files(cohort), text);
            assertArrayEquals(new double[] {1, 2, 3}, cohort.covariates().numbers("age"), text);
        }
        assertEquals(
                "F/t.csv lists sub-03, for whom there is no map in maps=F/j/*.nii, expected an image for each"
                        + " participant with a name such as sub-03_stat-effect.nii.gz or in a folder such as"
                        + " sub-03; add it, or leave them out with leave_out.",
                joinRefused(maps, "id,age\nsub-01,1\nsub-02,2\nsub-10,3\nsub-03,4\n"));
        assertEquals(
                "F/t.csv does not list sub-10, for whom there are maps in maps=F/j/*.nii, expected a row for"
                        + " each; add it, or"
                        + " leave them out with leave_out.",
                joinRefused(maps, "id,age\nsub-01,1\nsub-02,2\n"));
        assertEquals(2, joined(maps, "id,age\nsub-01,1\nsub-02,2\n", "sub-10").size());
        assertEquals(
                "table: F/t.csv has the columns age, weight, expected participant_id (or subject, id) with a name for each row,"
                        + " to find its map.",
                joinRefused(maps, "age,weight\n1,2\n3,4\n5,6\n"));
    }

    /** P1 stands in P1.nii and not in P10.nii. */
    @Test
    void idsStandBetweenOtherSigns() throws IOException {
        for (String name : List.of("j/con_P1.nii", "j/con_P10.nii", "j/con_P100.nii")) touch(name);
        assertEquals(
                List.of("j/con_P10.nii", "j/con_P100.nii", "j/con_P1.nii"),
                files(joined(folder + "/j", "id\nP10\nP100\nP1\n", "")));
        assertEquals(
                "F/j/con_P1.nii could be of con or P1 judging by its name, expected exactly one of the table's"
                        + " ids in it; rename it.",
                joinRefused(folder + "/j", "id\ncon\nP1\n"));
    }

    @Test
    void besideOneImageRowsAreVolumesInOrder() throws IOException {
        Volumes.writeSeries(
                Arrays.asList(TinyCohort.volumes()).subList(0, 3), folder.resolve("all.nii"), HeaderNotes.NONE);
        String all = folder.resolve("all.nii").toString();
        Cohort cohort = joined(all, "id,age\nx,1\ny,2\nz,3\n", "age = 1");
        assertEquals(List.of("y", "z"), cohort.ids());
        assertEquals(
                new MapSource.Stored(folder.resolve("all.nii"), 1),
                cohort.subjects().get(0).map());
        assertEquals(
                "table: the rows of " + folder + "/t.csv are taken in the order of the maps of " + all + ".",
                cohort.selection().remarks().get(1));
        Cohort named = joined(all, "id,age\nall_3,1\nall_1,2\nall_2,3\n", "");
        assertEquals(
                new MapSource.Stored(folder.resolve("all.nii"), 2),
                named.subjects().get(0).map());
        assertEquals(
                "table: F/t.csv has 2 rows for 3 maps, expected one row for each; leave_out removes subjects"
                        + " from both.",
                joinRefused(all, "id,age\nx,1\ny,2\n"));
    }

    @Test
    void aSeriesInTimeIsNoCohort() throws IOException {
        Path file = folder.resolve("bold.nii");
        Volumes.writeSeries(
                Arrays.asList(TinyCohort.volumes()).subList(0, 3), file, HeaderNotes.NONE.withTimeStep(2.5));
        assertEquals(
                "maps=F/bold.nii has 3 volumes, one every 2.5 s according to its header, expected one volume per subject, not a time"
                        + " series; give volumes=subjects if they are subjects, or one map for each subject.",
                assertThrows(InputException.class, () -> Cohorts.read(file.toString()))
                        .getMessage()
                        .replace(folder.toString(), "F"));
        assertEquals(
                3,
                Cohorts.read(
                                new MapsRequest(file.toString(), "", SubjectAxis.SUBJECTS, "", ReadingOptions.NONE),
                                FilesRead.ignored())
                        .size());
    }

    @Test
    void theSlicesOfOneVolumeMayBeSubjects() {
        Path file = folder.resolve("one.nii");
        Volumes.write(TinyCohort.volumes()[0], file, "");
        MapsRequest slices = new MapsRequest(file.toString(), "", SubjectAxis.SLICES, "", ReadingOptions.NONE);
        Cohort cohort = Cohorts.read(slices, FilesRead.ignored());
        assertEquals(TinyCohort.grid().nz(), cohort.size());
        assertEquals("one_01", cohort.ids().get(0));
        assertEquals(
                new MapSource.Stored(file, MapSource.Part.SLICE, 12),
                cohort.subjects().get(12).map());
        Path four = folder.resolve("four.nii");
        Volumes.writeSeries(Arrays.asList(TinyCohort.volumes()).subList(0, 3), four, HeaderNotes.NONE);
        assertEquals(
                "volumes: found slices, but " + four
                        + " has 3 volumes of 13 slices, expected one volume whose slices are the"
                        + " subjects; leave the option out.",
                assertThrows(
                                InputException.class,
                                () -> Cohorts.read(
                                        new MapsRequest(
                                                four.toString(), "", SubjectAxis.SLICES, "", ReadingOptions.NONE),
                                        FilesRead.ignored()))
                        .getMessage());
        assertEquals(
                "volumes: found time, expected one of auto, subjects, slices.",
                assertThrows(InputException.class, () -> SubjectAxis.of("time")).getMessage());
    }

    @Test
    void sixteenBitTextIsReadToo() throws IOException {
        Path file = folder.resolve("wide.txt");
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Files.write(file, "\uFEFFid;file;age\r\nx;m/a.nii;1,5\r\ny;m/b.nii.gz;2\r\n".getBytes(charset));
            Cohort cohort = Cohorts.read(file.toString());
            assertEquals(MAPS, files(cohort));
            assertArrayEquals(new double[] {1.5, 2}, cohort.covariates().numbers("age"));
        }
    }
}
