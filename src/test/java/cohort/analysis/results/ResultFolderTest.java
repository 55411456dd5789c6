package cohort.analysis.results;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
    @TempDir
    Path folder;

    @Test
    void foldersThatWereMadeForNothingGo() {
        ResultFolder.open("output", folder.resolve("study/run 1")).close();
        assertFalse(Files.exists(folder.resolve("study")));
        assertTrue(Files.exists(folder));
    }

    @Test
    void aFolderThatWasThereStaysThoughEmpty() throws IOException {
        Path before = Files.createDirectory(folder.resolve("before"));
        ResultFolder.open("output", before).close();
        assertTrue(Files.exists(before));
    }

    @Test
    void whatAlreadyHoldsAFileStays() throws IOException {
        Path run = folder.resolve("study/run 1");
        ResultFolder made = ResultFolder.open("output", run);
        Files.writeString(run.resolve("mask.nii.gz"), "x");
        made.close();
        assertTrue(Files.exists(run.resolve("mask.nii.gz")));
    }
}
