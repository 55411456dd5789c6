package cohort.subjects.found;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.files.FilesRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A BIDS folder: {@code participants.tsv} and maps by {@code sub-}. */
class ParticipantMapsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void makeStudy() throws IOException {
        participants("sub-03\t30\nsub-01\tn/a\nsub-02\t20\n");
        touch("derivatives/glm/sub-01/con_0001.nii");
        touch("derivatives/glm/sub-02/con_0001.nii");
        touch("sub-03_task-x_contrast-a_stat-effect_statmap.nii.gz");
    }

    private void participants(String rows) throws IOException {
        Files.writeString(folder.resolve("participants.tsv"), "participant_id\tage\n" + rows);
    }

    private void touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private List<String> maps(String leaveOut) {
        return Cohorts.read(folder.toString(), leaveOut, FilesRead.ignored()).subjects().stream()
                .map(s -> s.id() + " "
                        + folder.relativize(s.map().file().orElseThrow())
                                .toString()
                                .replace('\\', '/'))
                .toList();
    }

    private String refusal(String leaveOut) {
        return assertThrows(InputException.class, () -> maps(leaveOut))
                .getMessage()
                .replace(folder.toString(), "F");
    }

    @Test
    void mapsAreJoinedByTheirParticipants() {
        List<String> joined = List.of(
                "sub-03 sub-03_task-x_contrast-a_stat-effect_statmap.nii.gz",
                "sub-01 derivatives/glm/sub-01/con_0001.nii",
                "sub-02 derivatives/glm/sub-02/con_0001.nii");
        assertEquals(joined, maps(""));
        assertEquals(
                List.of("30", "n/a", "20"),
                Cohorts.read(folder.resolve("participants.tsv").toString())
                        .covariates()
                        .column("age"));
    }

    @Test
    void idsMayLackTheirPrefix() throws IOException {
        participants("03\t30\n01\t10\nsub-02\t20\n");
        assertEquals(
                List.of("03", "01", "sub-02"), Cohorts.read(folder.toString()).ids());
        participants("03\t30\n01\t10\nsub-02\t20\n02\t20\n");
        assertEquals(
                "The participant_id 02 occurs twice, in line 4 of F/participants.tsv and line 5 of F/participants.tsv,"
                        + " expected each subject once, or a column session_id that tells them apart.",
                refusal(""));
    }

    /** A spreadsheet takes 01 for a number and writes 1. */
    @Test
    void idsMayLackTheirZeros() throws IOException {
        participants("3\t30\n1\t10\n2\t20\n");
        assertEquals(
                List.of(
                        "3 sub-03_task-x_contrast-a_stat-effect_statmap.nii.gz",
                        "1 derivatives/glm/sub-01/con_0001.nii",
                        "2 derivatives/glm/sub-02/con_0001.nii"),
                maps(""));
        participants("3\t30\n003\t10\n2\t20\n");
        assertEquals(
                "F/sub-03_task-x_contrast-a_stat-effect_statmap.nii.gz could be of 3 or 003 judging by its name,"
                        + " expected exactly one of the table's ids in it; rename it.",
                refusal("sub-01"));
    }

    @Test
    void masksAndOwnResultsAndHiddenFoldersAreNoMaps() throws IOException {
        for (String name : List.of(
                "mask.nii.gz",
                "sub-01/anat/sub-01_desc-brain_mask.nii.gz",
                "sub-02/results/contrast-age_stat-t_statmap.nii.gz",
                ".git/sub-03_con.nii",
                "template.nii")) touch(name);
        assertEquals(3, maps("").size());
    }

    @Test
    void severalMapsOfOneAreRefusedByName() throws IOException {
        touch("sub-03_task-x_contrast-a_stat-effect_statmap.nii");
        assertEquals(
                "The participant sub-03 of F/participants.tsv has 2 maps below its folder"
                        + " (sub-03_task-x_contrast-a_stat-effect_statmap.nii,"
                        + " sub-03_task-x_contrast-a_stat-effect_statmap.nii.gz), expected one; put the table"
                        + " in a folder with one map for each participant, or add a column \"map\" with the"
                        + " path of each.",
                refusal(""));
        assertEquals(2, maps("sub-03").size());
        touch("sub-01/sub-02_con.nii");
        assertEquals(
                "F/sub-01/sub-02_con.nii belongs to the participants sub-01 and sub-02 judging by its path, expected"
                        + " one; move or rename it.",
                refusal(""));
    }

    @Test
    void whoHasNoMapIsRefusedOrLeftOut() throws IOException {
        participants("sub-03\t30\nsub-01\t10\nsub-02\t20\nsub-04\tn/a\n");
        assertEquals(
                "F/participants.tsv lists sub-04, for whom there is no map below its folder, expected an image for each"
                        + " participant with a name such as sub-04_stat-effect.nii.gz or in a folder such as"
                        + " sub-04; add it, or"
                        + " leave them out with leave_out.",
                refusal(""));
        assertEquals(3, maps("04").size());
        assertEquals(3, maps("age is n/a").size());
    }

    @Test
    void whoHasNoRowIsRefusedOrLeftOut() throws IOException {
        participants("sub-03\t30\nsub-01\t10\n");
        assertEquals(
                "F/participants.tsv does not list sub-02, for whom there are maps below its folder, expected a"
                        + " row for each;"
                        + " add it, or leave them out with leave_out.",
                refusal(""));
        assertEquals(2, maps("sub-02").size());
    }

    /** Whatever lies below the table, its own paths lead elsewhere. */
    @Test
    void anotherColumnOfPathsIsNotPassedOver() throws IOException {
        Files.writeString(
                folder.resolve("participants.tsv"),
                "participant_id\twhere\nsub-01\ta/1.nii\nsub-02\ta/2.nii\nsub-03\ta/3.nii\n");
        assertEquals(
                "F/participants.tsv names images in the column \"where\", expected them in one named \"map\";"
                        + " rename it, or give the maps with maps= and this table with table= if the column is"
                        + " a covariate.",
                refusal(""));
    }

    /** A folder without the table is what it was: its own images. */
    @Test
    void withoutTheTableAFolderGivesItsImages() throws IOException {
        Files.delete(folder.resolve("participants.tsv"));
        touch("mean.nii.gz");
        assertEquals(
                List.of(
                        "mean mean.nii.gz",
                        "sub-03_task-x_contrast-a_stat-effect_statmap"
                                + " sub-03_task-x_contrast-a_stat-effect_statmap.nii.gz"),
                maps(""));
    }
}
