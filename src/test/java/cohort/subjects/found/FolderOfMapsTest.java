package cohort.subjects.found;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.TinyCohort;
import cohort.files.FilesRead;
import cohort.image.HeaderNotes;
import cohort.image.format.Volumes;
import cohort.subjects.Cohort;
import cohort.subjects.PassedOver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder or a pattern means, and what is asked about. */
class FolderOfMapsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void makeMaps() throws IOException {
        for (int s = 1; s <= 4; s++) touch("sub-0" + s + ".nii.gz");
    }

    private void touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private Cohort read(String maps, String leaveOut) {
        return Cohorts.read(maps, leaveOut, FilesRead.ignored());
    }

    private String refusal(String maps) {
        return assertThrows(InputException.class, () -> read(maps, ""))
                .getMessage()
                .replace(folder.toString(), "F");
    }

    private static List<String> passedOver(Cohort cohort) {
        return cohort.selection().passedOver().stream()
                .map(file -> Path.of(file.file()).getFileName() + ": " + file.reason())
                .toList();
    }

    private static final List<String> FOUR = List.of("sub-01", "sub-02", "sub-03", "sub-04");

    /** A record beside them knows results whatever they are called. */
    @Test
    void resultsAreKnownByTheRecordBesideThem() throws IOException {
        touch("sub-05.nii.gz");
        Files.writeString(
                folder.resolve("model.json"),
                "{\"files\": [{\"name\": \"sub-05.nii.gz\", \"bytes\": 0, \"sha256\": \"" + "0".repeat(64) + "\"}]}");
        Cohort cohort = read(folder.toString(), "");
        assertEquals(FOUR, cohort.ids());
        assertEquals(List.of("sub-05.nii.gz: results of Cohort, as the record beside them says"), passedOver(cohort));
        Files.move(folder.resolve("model.json"), folder.resolve("maps.json"));
        assertEquals(5, read(folder.toString(), "").size(), "contrast maps of subjects are maps of subjects");
        Files.writeString(folder.resolve("model.json"), "{\"of\": \"another program\"}");
        assertEquals(5, read(folder.toString(), "").size());
    }

    /** Their headers know results that were copied elsewhere. */
    @Test
    void resultsAreKnownByTheirHeaders() {
        HeaderNotes t = HeaderNotes.of("positive t of contrast age").withIntent(3, 9, 0, "t");
        Volumes.writeSeries(List.of(TinyCohort.volumes()[0]), folder.resolve("sub-05.nii"), t);
        Volumes.write(TinyCohort.volumes()[1], folder.resolve("mask.nii.gz"), "mask");
        Volumes.writeSeries(
                List.of(TinyCohort.volumes()[2]), folder.resolve("sub-06.nii"), HeaderNotes.of("t of contrast age"));
        Cohort cohort = read(folder.toString(), "");
        assertEquals(List.of("sub-01", "sub-02", "sub-03", "sub-04", "sub-06"), cohort.ids());
        assertEquals(
                List.of(
                        "mask.nii.gz: results of Cohort, as their headers say",
                        "sub-05.nii: results of Cohort, as their headers say"),
                passedOver(cohort));
        assertEquals(
                List.of(
                        "maps: 5 maps were taken, and not mask.nii.gz, sub-05.nii (results of Cohort, as their headers say)."),
                cohort.selection().sentences(5));
    }

    @Test
    void nothingButResultsIsRefused() throws IOException {
        for (String id : FOUR) Files.delete(folder.resolve(id + ".nii.gz"));
        for (int s = 0; s < 2; s++)
            Volumes.writeSeries(
                    List.of(TinyCohort.volumes()[s]),
                    folder.resolve("c" + s + ".nii"),
                    HeaderNotes.of("effect of contrast age").withIntent(1001, 0, 0, "effect"));
        assertEquals(
                "maps=F contains only results of Cohort, such as c0.nii, expected maps of subjects; list them"
                        + " (a.nii;b.nii) if these are the maps.",
                refusal(folder.toString()));
        assertEquals(2, read(folder + "/c0.nii;" + folder + "/c1.nii", "").size());
    }

    @Test
    void masksAndOtherNamesAreAskedAbout() throws IOException {
        touch("sub-01_mask.nii.gz");
        assertEquals(
                "maps=F gives sub-01_mask.nii.gz, which is called a mask, expected maps alone; leave it out"
                        + " with leave_out=sub-01_mask, or give a pattern or a list (a.nii;b.nii) of the maps.",
                refusal(folder.toString()));
        assertEquals(FOUR, read(folder.toString(), "sub-01_mask").ids());
        assertEquals(FOUR, read(folder + "/sub-??.nii.gz", "").ids());
        Files.delete(folder.resolve("sub-01_mask.nii.gz"));
        touch("anat.nii");
        assertEquals(
                "maps=F/*.nii* gives anat.nii, which is not named like the other 4, expected names that follow one"
                        + " pattern; leave it out with leave_out=anat, or give a pattern or a list"
                        + " (a.nii;b.nii) of the maps.",
                refusal(folder + "/*.nii*"));
        assertEquals(FOUR, read(folder.toString(), "anat").ids());
        assertEquals(5, read(folder + "/sub-*;" + folder + "/anat.nii", "").size(), "named");
    }

    /** Masks of lesions may be the maps; people are called as they are. */
    @Test
    void namesThatAreAlikeInTheirDifferenceAreMaps() throws IOException {
        for (String name : List.of("a/p1_mask.nii", "a/p2_mask.nii", "a/p3_mask.nii")) touch(name);
        for (String name : List.of("b/anna.nii", "b/bert.nii", "b/clara.nii", "b/dora.nii")) touch(name);
        for (String name : List.of("c/con01.nii", "c/con02.nii", "c/con03.nii", "c/pat01.nii", "c/pat02.nii"))
            touch(name);
        assertEquals(3, read(folder + "/a", "").size());
        assertEquals(4, read(folder + "/b", "").size());
        assertEquals(5, read(folder + "/c", "").size());
    }

    @Test
    void oneNameWithTwoEndingsIsRefused() throws IOException {
        touch("sub-01.nii");
        assertEquals(
                "maps=F gives sub-01.nii and sub-01.nii.gz, which differ only in their extensions, expected each subject once; remove one of them, or give a pattern that matches one.",
                refusal(folder.toString()));
        assertEquals(4, read(folder + "/*.nii.gz", "").size());
    }

    @Test
    void whatSeemsToBeAnImageAndIsNoneIsSaid() throws IOException {
        for (String name : List.of(
                "sub-05.nii.gz.part", "sub-06.nii.bz2", "._sub-01.nii.gz", "notes.txt.part", ".DS_Store", "n.txt"))
            touch(name);
        Cohort cohort = read(folder.toString(), "");
        assertEquals(FOUR, cohort.ids());
        assertEquals(
                List.of(
                        "._sub-01.nii.gz: files that macOS keeps beside others, not images",
                        "sub-05.nii.gz.part: unfinished downloads",
                        "sub-06.nii.bz2: compressed with bzip2, which cannot be read"),
                passedOver(cohort));
        assertEquals(
                List.of(
                        "sub-05.nii.gz.part: unfinished downloads",
                        "sub-06.nii.bz2: compressed with bzip2, which cannot be read"),
                passedOver(read(folder + "/sub-*", "")));
    }

    @Test
    void aLinkThatLeadsNowhereIsNamed() throws IOException {
        Files.createSymbolicLink(folder.resolve("sub-05.nii.gz"), Path.of("nowhere.nii.gz"));
        assertEquals(
                "F/sub-05.nii.gz is a link to nowhere.nii.gz, which does not exist, expected an image; correct"
                        + " or remove the link, or leave it out with leave_out=sub-05.",
                refusal(folder.toString()));
        assertEquals(FOUR, read(folder.toString(), "sub-05").ids());
        Files.createSymbolicLink(folder.resolve("sub-06.nii.gz"), Path.of("../.git/annex/objects/x/y.nii.gz"));
        assertEquals(
                true,
                assertThrows(InputException.class, () -> read(folder.toString(), "sub-05"))
                        .getMessage()
                        .contains("fetch it with git annex get"));
    }

    @Test
    void severalLinksThatLeadNowhereAreNamedAtOnce() throws IOException {
        for (int n = 5; n < 7; n++)
            Files.createSymbolicLink(folder.resolve("sub-0" + n + ".nii.gz"), Path.of("nowhere.nii.gz"));
        assertEquals(
                "F/sub-05.nii.gz and F/sub-06.nii.gz are links to files that do not exist, expected images;"
                        + " correct or remove the links, or leave them out with leave_out=[sub-05; sub-06].",
                refusal(folder.toString()));
        assertEquals(FOUR, read(folder.toString(), "sub-05; sub-06").ids());
        for (int n = 1; n < 6; n++)
            Files.createSymbolicLink(folder.resolve("sub-1" + n + ".nii.gz"), Path.of("nowhere.nii.gz"));
        String many = refusal(folder.toString());
        assertTrue(many.contains("F/sub-13.nii.gz and 2 more are links to files that do not exist"), many);
        assertTrue(many.endsWith("leave_out=[sub-05; sub-06; sub-11; sub-12; sub-13; ...]."), many);
    }

    @Test
    void twoStarsGoThroughAllFoldersButHiddenOnes() throws IOException {
        for (String name : List.of("a/deep/s1_c.nii", "b/s2_c.nii", ".git/s3_c.nii", "b/t.json")) touch("tree/" + name);
        for (String pattern : List.of("/tree/**", "/tree/**/*.nii", "/tree/**.nii", "/tree/**/*_c.*", "/tree/**/"))
            assertEquals(List.of("s1_c", "s2_c"), read(folder + pattern, "").ids(), pattern);
        assertEquals(
                "The folder F/tree holds no images, expected files that end in .nii, .nii.gz, .hdr, .img, .mgz, .nrrd or"
                        + " .mha; F/tree/** takes those in the folders below.",
                refusal(folder + "/tree"));
    }

    @Test
    void listsOfFilesAreMaps() throws IOException {
        String list = folder + "/sub-02.nii.gz ; \"" + folder + "/sub-01.nii.gz\";";
        Cohort cohort = read(list, "");
        assertEquals(List.of("sub-02", "sub-01"), cohort.ids());
        assertEquals(true, cohort.selection().byName());
        assertEquals(
                "maps=F/sub-01.nii.gz;F/sub-01.nii.gz gives F/sub-01.nii.gz twice, expected each subject once; give it once.",
                refusal(folder + "/sub-01.nii.gz;" + folder + "/sub-01.nii.gz"));
        assertEquals(
                "maps=F/none.nii does not exist, expected a table (CSV or TSV), a folder, a pattern, a 4D image or a list of"
                        + " files.",
                refusal(folder + "/sub-01.nii.gz;" + folder + "/none.nii"));
    }

    @Test
    void aTextFileMayListTheMaps() throws IOException {
        Path list = folder.resolve("list.txt");
        Files.writeString(list, "# the good ones\r\n\r\nsub-03.nii.gz\r\n./sub-01.nii.gz\r\n");
        assertEquals(List.of("sub-03", "sub-01"), read(list.toString(), "").ids());
        Files.writeString(list, "sub-03.nii.gz\nsub-09.nii.gz\n");
        assertEquals(
                "The map sub-09.nii.gz in line 2 of F/list.txt does not exist, expected an image file at a path relative to"
                        + " F.",
                refusal(list.toString()));
    }

    @Test
    void theLogNamesThreeOfManyForEachReason() {
        List<PassedOver> many = List.of("a", "b", "c", "d").stream()
                .map(name -> new PassedOver("/x/" + name, "why"))
                .toList();
        assertEquals(
                List.of("maps: 2 maps were taken, and not a, b, c and 1 more (why)."),
                new cohort.subjects.Selection(false, many, List.of()).sentences(2));
    }
}
